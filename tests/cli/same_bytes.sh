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
# end_with SIGNAL FOLDER OPTIONS…: begins the comparison there and ends it once some futures are done
end_with() {
    local signal=$1
    [ -d "$work/$2" ] || county "$work/$2"
    cd "$work/$2" || exit 1
    shift 2
    "$program" "${compare[@]}" --threads 2 "$@" > out 2> err &
    local job=$! tries=0
    while [ ! -s compare.staffsim-wal ] && [ $tries -lt 300 ]; do sleep 0.01; tries=$((tries + 1)); done
    sleep 0.2
    kill "-$signal" "$job" 2> /dev/null
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
# What is there is told: the outlook, levels, changes and plain ranges; no verdict, no file but the store.
cp interrupted/out "$work/out"
tr -s ' \n' ' ' < "$work/out" > "$work/line"
grep -Eq "! [0-9]+ of $replications futures were simulated before you stopped; no verdicts are shown" "$work/line" ||
    fail "it is not said how many futures were lived"
expect_out "1 Nothing changed"
expect_out "2 Exploratory, year"
expect_out "for each by itself, not for all of them together"
for verdict in better worse "too close" "practically the same" ▲ ▼ △ ▽ ≈; do
    grep -qF "$verdict" "$work/out" && fail "an interrupted comparison gives a verdict: $verdict"
done
[ "$(tail -n 1 "$work/out")" = compare.staffsim ] || fail "the last line is not the path of what is kept"
expect_absent interrupted/compare.html
expect_absent interrupted/tables
expect_absent interrupted/compare.xlsx
# As JSON and CSV: the same numbers, verdicts empty.
end_with INT as_json --format json
[ "$code" = 130 ] || fail "an interrupted comparison for programs ended with $code, not 130"
grep -q '"wanted": '$replications as_json/out || fail "JSON does not say how many futures were wanted"
grep -q '"verdict": "' as_json/out && fail "JSON of an interrupted comparison gives a verdict"
grep -q '"low": -\?[0-9]' as_json/out || fail "JSON of an interrupted comparison has no ranges"
end_with INT as_csv --format csv
column=$(head -n 1 as_csv/out | tr ',' '\n' | grep -n '^verdict.\?$' | cut -d: -f1)
[ "$(tail -n +2 as_csv/out | cut -d, -f"$column" | sort -u)" = "" ] || fail "CSV of an interrupted comparison gives a verdict"
[ "$(wc -l < as_csv/out)" -gt 100 ] || fail "CSV of an interrupted comparison is empty"

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
