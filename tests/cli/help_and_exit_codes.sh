#!/usr/bin/env bash
# Help, suggestions, and how the program ends.
. "$(dirname "$0")/lib.sh"
county county
cd county || exit 1

expect_code 0 --help
expect_out "staffsim COMMAND"
expect_code 0 --version
expect_out "staffsim 0."
expect_code 2
for command in new roster check levers run compare report verify bench; do
    expect_code 0 "$command" --help
    expect_out "Example"
    expect_out "staffsim $command"
done

expect_code 2 comprae baseline.toml
expect_err "did you mean compare?"
expect_code 2 compare baseline.toml salary.toml --replicatons 5
expect_err "did you mean --replications?"
expect_code 2 compare baseline.toml salary.toml --format jsom
expect_err "did you mean json?"
expect_code 2 compare baseline.toml salary.toml --replications -5
expect_err "1 to 1000000"
expect_code 2 compare baseline.toml
expect_err "is missing"
expect_code 2 run nowhere.toml
expect_err "nowhere.toml"

# All problems of all files together, and nothing is written.
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowence = 1\n' > misspelt.toml
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = -1\n' > negative.toml
expect_code 2 compare baseline.toml misspelt.toml negative.toml
expect_err "misspelt.toml:3"
expect_err "negative.toml:3"
expect_absent compare.staffsim
expect_absent compare.html
expect_code 2 compare baseline.toml salary.toml "Shorter: years=3"
expect_err "years"
expect_absent compare.staffsim
expect_code 2 compare baseline.toml salary.toml --report nowhere/a.html
expect_err "no folder nowhere"
expect_absent compare.staffsim

# A foreign file is refused and left alone; a store of another comparison is refused with the way out.
echo "my notes" > notes.txt
expect_code 2 compare baseline.toml salary.toml --store notes.txt
[ "$(cat notes.txt)" = "my notes" ] || fail "notes.txt was changed"
expect_code 0 compare baseline.toml salary.toml --replications 3 --quiet
expect_code 2 compare baseline.toml exchange.toml --replications 3 --quiet
expect_err "--fresh"
expect_code 0 compare baseline.toml exchange.toml --replications 3 --quiet --fresh
[ "$(tail -n 1 "$work/out")" = compare.html ] || fail "the last line is not the path of the report"
expect_code 0 report compare.staffsim --csv tables --format json
expect_code 2 report notes.txt

# Files that cannot be written in the end.
"$program" levers > /dev/full 2> "$work/err"
[ $? = 74 ] || fail "a full disk is not told"

# A new county.
STAFFSIM_SCENARIOS=$work/scenarios
export STAFFSIM_SCENARIOS
mkdir -p "$STAFFSIM_SCENARIOS"
expect_code 2 new mine
expect_absent mine
cp -r ../county "$STAFFSIM_SCENARIOS/jingning"
expect_code 0 new mine
expect_code 0 check mine/baseline.toml
expect_code 2 new mine
expect_err "not empty"

expect_code 0 levers --format json-schema
expect_out "json-schema.org"
expect_code 0 check --diff baseline.toml salary.toml
expect_out "400 → 1200"
expect_code 0 check salary.toml --origin
expect_out "salary.toml:4"
finish
