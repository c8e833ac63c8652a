#!/usr/bin/env bash
# No output takes the place of an input, of another output or of a file that somebody else made: refused before anything
# runs, everything left as it was. An earlier output of the same kind is replaced.
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
quick=(--replications 2 --years 3 --quiet)
refused() {
    expect_code 2 "$@"
    expect_absent compare.staffsim
    diff -r "$source_folder/tests/cli/county" . > "$work/changed" || fail "files changed: $(cat "$work/changed")"
}
refused compare baseline.toml exchange.toml "${quick[@]}" --report baseline.toml
expect_err "--report: baseline.toml is there already and is no report that staffsim wrote"
refused compare baseline.toml exchange.toml "${quick[@]}" --no-report --xlsx roster.csv
expect_err "--xlsx: roster.csv is there already and is no workbook"
refused compare baseline.toml exchange.toml "${quick[@]}" --store same.x --report same.x
expect_err "--report: same.x is the file of --store, too"
refused compare baseline.toml exchange.toml "${quick[@]}" --no-report --store roster.csv --fresh
# A folder of tables cannot bear the name of a file of the same command.
refused compare baseline.toml exchange.toml "${quick[@]}" --csv m.html --report m.html
expect_err "--csv: m.html is the file of --report, too"
refused run baseline.toml "${quick[@]}" --store m.staffsim --csv ./m.staffsim/
refused best baseline.toml exchange.toml --outcome leavers --csv best.staffsim
refused best baseline.toml exchange.toml --outcome leavers --report baseline.toml
refused decompose baseline.toml salary.toml+exchange.toml --report baseline.toml
refused seek baseline.toml --lever pay.township_allowance --target "leavers <= 3" --by 3 --report baseline.toml
refused sensitivity baseline.toml salary.toml --report baseline.toml
refused experiment study.toml --report baseline.toml
# Tables that are somebody's own stay, and the other tables are not written either.
printf 'unit,places\nT01,20\n' > "$work/units.csv"
for command in "compare baseline.toml exchange.toml ${quick[*]}" "run baseline.toml ${quick[*]}" "experiment study.toml" \
    "best baseline.toml exchange.toml --outcome leavers"; do
    mkdir own && cp "$work/units.csv" own/
    expect_code 2 $command --csv own
    expect_err "--csv: own/units.csv is there already and is no table that staffsim wrote; name another folder"
    expect_same own/units.csv "$work/units.csv"
    [ "$(ls own)" = units.csv ] || fail "other tables were written: $(ls own)"
    rm -r own
    expect_absent compare.staffsim
done
# The store of a report is its input.
expect_code 0 compare baseline.toml exchange.toml "${quick[@]}" --store v.staffsim --report v.html --xlsx v.xlsx
cp v.staffsim kept
for option in --report --xlsx; do
    expect_code 2 report v.staffsim $option v.staffsim --quiet
    expect_err "is the file of the store, too"
    expect_code 2 report v.staffsim $option ./v.staffsim --quiet
done
expect_code 2 report v.staffsim --report v.xlsx --quiet
expect_code 2 report v.staffsim --no-report --xlsx v.html --quiet
expect_same v.staffsim kept
# Earlier outputs are replaced.
expect_code 0 report v.staffsim --report v.html --xlsx v.xlsx --csv tables --quiet
expect_code 0 report v.staffsim --report v.html --xlsx v.xlsx --csv tables --quiet
# Where nobody names a page it is named like its store: that of another comparison stays.
expect_code 0 compare baseline.toml exchange.toml "${quick[@]}"
cp compare.html first.html
expect_code 0 compare baseline.toml salary.toml "${quick[@]}" --store second.staffsim
[ "$(tail -n 1 "$work/out")" = second.html ] || fail "the page is not named like its store"
expect_same compare.html first.html
# A roster that is there may be a real one: only --fresh overwrites it.
marginals=$source_folder/scenarios/jingning/marginals.toml
cp roster.csv real.csv
expect_code 2 roster "$marginals" --out .
expect_err "roster.csv is there already; name another folder, or --fresh to overwrite it"
expect_err "establishment.csv is there already"
expect_same roster.csv real.csv
expect_code 0 roster "$marginals" --out drawn
expect_code 0 roster "$marginals" --out drawn
expect_code 2 roster "$marginals" --out drawn --seed 2
expect_code 0 roster "$marginals" --out drawn --seed 2 --fresh
# A store over the limit of file sizes ends with words, as a full disk does.
(ulimit -f 64; "$program" compare baseline.toml salary.toml --years 3 --replications 40 --quiet --no-report --fresh \
    --store limited.staffsim > "$work/out" 2> "$work/err"; [ $? = 74 ]) || fail "a file that may not grow ends with another code"
expect_err "limited.staffsim: reading or writing failed"
finish
