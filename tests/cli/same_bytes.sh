#!/usr/bin/env bash
# The same experiment gives the same store, tables, workbook and report: on one thread or two, killed or interrupted in the middle.
. "$(dirname "$0")/lib.sh"
replications=900
compare=(compare baseline.toml salary.toml exchange.toml --replications $replications --csv tables --xlsx compare.xlsx --no-report --quiet)

# run_in FOLDER OPTIONS…: the comparison in a fresh copy of the county, with its report
run_in() {
    [ -d "$work/$1" ] || county "$work/$1"
    cd "$work/$1" || exit 1
    shift
    expect_code 0 "${compare[@]}" "$@"
    expect_code 0 report compare.staffsim --report compare.html --xlsx again.xlsx
    cd "$work" || exit 1
}
expect_same_results() {
    local file
    for file in compare.staffsim compare.html compare.xlsx again.xlsx; do expect_same "$1/$file" "$2/$file"; done
    [ "$(ls "$1/tables")" = "$(ls "$2/tables")" ] || fail "$1 and $2 have other tables"
    [ "$(ls "$1/tables" | wc -l)" -ge 12 ] || fail "$1 has few tables: $(ls "$1/tables")"
    for file in "$1"/tables/*; do expect_same "$file" "$2/tables/${file##*/}"; done
}
# end_with SIGNAL FOLDER: begins the comparison there and ends it once some futures are done
end_with() {
    [ -d "$work/$2" ] || county "$work/$2"
    cd "$work/$2" || exit 1
    "$program" "${compare[@]}" --threads 2 > out 2> err &
    local job=$! tries=0
    while [ ! -s compare.staffsim-wal ] && [ $tries -lt 300 ]; do sleep 0.01; tries=$((tries + 1)); done
    sleep 0.2
    kill "-$1" "$job" 2> /dev/null
    wait "$job" 2> /dev/null
    code=$?
    cd "$work" || exit 1
}

run_in one --threads 1
expect_same one/compare.xlsx one/again.xlsx # the same store gives it again
run_in two --threads 2
expect_same_results one two

end_with KILL killed
[ "$code" = 137 ] || fail "the comparison ended with $code before it could be killed"
expect_absent killed/tables
expect_absent killed/compare.xlsx
end_with KILL killed
run_in killed --threads 2
expect_same_results one killed

end_with INT interrupted
[ "$code" = 130 ] || fail "an interrupted comparison ended with $code, not 130"
grep -q "are kept" interrupted/err || fail "the interruption is not told"
[ ! -s interrupted/out ] || fail "an interrupted comparison printed results"
expect_absent interrupted/tables
expect_absent interrupted/compare.xlsx
run_in interrupted --threads 1
expect_same_results one interrupted

# Extended in two steps: the same futures; only the looks differ.
county steps
cd steps || exit 1
expect_code 0 run baseline.toml --replications 20 --store run.staffsim --quiet
expect_code 0 run baseline.toml --replications 50 --store run.staffsim --quiet --csv tables
expect_code 0 run baseline.toml --replications 50 --store whole.staffsim --quiet --csv whole
expect_same run.staffsim whole.staffsim
expect_same tables/manpower.csv whole/manpower.csv
finish
