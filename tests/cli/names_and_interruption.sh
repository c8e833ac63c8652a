#!/usr/bin/env bash
# Scenarios of one name can be told apart, a file beside itself is said to be one; a package names each part once; a run
# that is interrupted prints what is finished.
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
quick=(--years 3 --quiet --fresh --replications 2 --no-report)
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = 900\n' > nameless.toml
sed 's/^extends.*/&\nname = "Current rules"/; /^name = {/d' salary.toml > same.toml
expect_code 0 compare baseline.toml same.toml "${quick[@]}"
expect_out "Current rules (same)"
expect_out "is the name of another scenario, too"
expect_code 0 compare baseline.toml "A: pay.township_allowance=500" "A: pay.township_allowance=600" "${quick[@]}"
expect_out "A (2)"
expect_code 0 best baseline.toml "A: pay.township_allowance=500" "A: pay.township_allowance=600" --outcome leavers \
    --years 3 --most 5 --first-look 5 --quiet
expect_out "A (2)"
expect_code 0 compare baseline.toml baseline.toml "${quick[@]}"
expect_out "nothing: the same settings, so every future is the same one"
expect_code 0 compare baseline.toml baseline.toml "${quick[@]}" --lang zh
expect_out "没有差别：设定相同"

expect_code 2 decompose baseline.toml salary.toml+salary.toml --quiet
expect_err "salary.toml is named twice"
expect_code 2 decompose baseline.toml salary.toml+./salary.toml --quiet
expect_absent decompose.staffsim

# The store of a question says in what it differs.
expect_code 2 best baseline.toml salary.toml --outcome leavers --years 4 --most 5 --first-look 5 --quiet
expect_err "its futures last 3 years, these 4"

# Ctrl-C.
interrupted_run() {
    "$program" run baseline.toml --years 60 --set verdict_years=[3] --replications 900000 --threads 1 --quiet "$@" \
        > "$work/out" 2> "$work/err" &
    local running=$!
    sleep 3
    kill -INT $running
    wait $running
    [ $? = 130 ] || fail "an interrupted run does not end with 130"
    expect_out "Interrupted: means over the"
    expect_out "empty places per unit"
    expect_err "of 900000 futures are finished"
}
interrupted_run
interrupted_run --store kept.staffsim
expect_err "kept.staffsim; the same command continues"

# The report of a comparison that was interrupted or killed says how many futures are missing, also without its log;
# continued, it does not.
"$program" compare baseline.toml salary.toml --years 3 --replications 900000 --threads 1 --quiet --no-report \
    --store cut.staffsim > "$work/out" 2> "$work/err" &
running=$!
sleep 4
kill -INT $running
wait $running
[ $? = 130 ] || fail "an interrupted comparison does not end with 130"
expect_code 0 report cut.staffsim --no-report --replications 2 --quiet
expect_out "the run did not finish:"
tr -d '\n' < "$work/out" | tr -s ' ' | grep -q "of 900000 futures are here" || fail "the missing futures are not counted"
rm cut.staffsim.log
expect_code 0 report cut.staffsim --no-report --replications 2 --quiet
expect_out "the run did not finish:"
"$program" compare baseline.toml salary.toml --years 3 --replications 900000 --threads 1 --quiet --no-report \
    --store killed.staffsim > "$work/out" 2> "$work/err" &
running=$!
sleep 4
kill -KILL $running
wait $running 2> "$work/err"
expect_code 0 report killed.staffsim --no-report --replications 2 --quiet
expect_out "the run did not finish:"
# Who stops when it is precise enough misses nothing.
expect_code 0 compare baseline.toml baseline.toml --years 3 --precision --first 4 --most 40 --quiet --no-report \
    --store precise.staffsim
expect_code 0 report precise.staffsim --no-report --quiet
grep -q "did not finish" "$work/out" && fail "futures are missing of a comparison that was precise enough"

# A run gives no verdicts, so it warns of no verdict year; whoever stands in a county of his own is not told to begin one.
expect_code 0 run baseline.toml --years 3 --replications 2 --quiet
grep -q "verdict_years" "$work/out" && fail "a run warns of verdict years"
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = 900\nstarts = 2090-01-01\n' > verdict_years.toml
expect_code 0 run verdict_years.toml --years 3 --replications 2 --quiet
expect_out "starts: 2090-01-01 lies beyond"
expect_code 0 compare baseline.toml salary.toml "${quick[@]}"
expect_out "verdict_years"
expect_out "edit salary.toml"
grep -q "staffsim new" "$work/out" && fail "a county of one's own is told to begin with staffsim new"

# One policy under two names: no winner, and neither is beaten by the other.
expect_code 0 best baseline.toml "X: pay.township_allowance=500" "Y: pay.township_allowance=500" --outcome leavers \
    --years 3 --most 5 --first-look 5 --quiet --store same.staffsim
grep -Eq "by (X|Y)$" "$work/out" && fail "a policy is beaten by itself"

# An experiment names its units, and refuses what it does not keep.
expect_code 0 experiment study.toml --replications 2 --quiet --points "Triple*" --store e.staffsim --report e.html
expect_out "also T01"
comparisons=$(grep -o 'all [0-9]* comparisons' "$work/out" | tr -dc 0-9)
grep -qF "over all $comparisons declared" e.html || fail "the page counts another family than the table: $comparisons"
expect_code 2 report e.staffsim --groups sex --quiet
expect_err "--groups and --min-cell are for breakdowns"
finish
