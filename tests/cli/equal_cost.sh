#!/usr/bin/env bash
# compare --equal-cost: the lever found makes cost equal on futures other than those it was found on, is the same every
# time, stands in the report, and what cannot be equalised ends with 2 before anything is written.
. "$(dirname "$0")/lib.sh"
county county
cd county || exit 1
training="Training: training.days={administration=10, law=5, mass_work=5}"

found_value() { grep -o "pay.township_allowance = [0-9.]* yuan/month" "$1" | head -1; }

expect_code 0 compare baseline.toml "$training" baseline.toml --equal-cost pay.township_allowance --replications 40 \
    --pilot-replications 40 --threads 2
expect_out "Equal cost: Training (sized: "
[ "$(grep -c 'Equal cost' "$work/out")" = 1 ] || fail "the baseline under its own name was equalised, too"
tr '\n' ' ' < "$work/out" | tr -s ' ' > flat
# "differs by +0.04 % [−0.01, +0.09] of the baseline's": with as many pilot futures as futures compared, the residual is
# normal around the pilot's (at most the tolerance of 0.2) with a standard error of sqrt(2) times a quarter of the width
# of its 95 % interval; four of them are left free: false alarm once in 16,000 seeds.
residual=$(sed -n "s/.*differs by \([^ ]*\) % \[\([^,]*\), \([^]]*\)\] of the baseline.*/\1 \2 \3/p" flat | sed 's/−/-/g')
[ -n "$residual" ] || fail "no residual is told"
echo "$residual" | awk '{ width = $3 - $2; bound = 0.2 + 4 * sqrt(2) * width / 4
    exit !($2 <= $1 && $1 <= $3 && width > 0 && $1 < bound && $1 > -bound) }' || fail "residual: $residual"
first=$(found_value flat)
[ -n "$first" ] || fail "no value is told"
# What was sized says so wherever it is named: in the tables and on the page.
[ "$(grep -c 'Training (sized: ' "$work/out")" -ge 2 ] || fail "only one line names the size"
grep -q "Training (sized: [0-9.]* yuan/month)" compare.html || fail "the page does not name the size"
# Without it, cost differs by far more.
expect_code 0 compare baseline.toml "$training" --replications 40 --no-report --store plain.staffsim --format json --quiet
grep -A8 '"total_cost"' "$work/out" | grep '"low":' | head -1 | awk -F'[ ,]+' '{ exit !($3 > 5) }' ||
    fail "the training costs nothing"

# The report shows it, and is rebuilt from the store alone, byte for byte.
grep -q 'id="equal-cost"' compare.html || fail "the report does not tell of equal cost"
expect_code 0 report compare.staffsim --report again.html
expect_same compare.html again.html

# The same value for the same seed, whatever the threads; the same command continues the store; another seed, another one.
expect_code 0 compare baseline.toml "$training" --equal-cost "Training:pay.township_allowance" --replications 20 \
    --pilot-replications 40 --threads 1 --report second.html
tr '\n' ' ' < "$work/out" | tr -s ' ' > flat
[ "$(found_value flat)" = "$first" ] || fail "another value: $(found_value flat), not $first"
expect_code 0 compare baseline.toml "$training" baseline.toml --equal-cost pay.township_allowance --replications 60 \
    --pilot-replications 40
expect_code 0 compare baseline.toml "$training" --equal-cost pay.township_allowance --replications 20 \
    --pilot-replications 40 --seed 2 --report third.html
tr '\n' ' ' < "$work/out" | tr -s ' ' > flat
[ "$(found_value flat)" != "$first" ] || fail "another seed finds the very same value"

# The announced budget: the first year with nobody reacting.
expect_code 0 compare baseline.toml "$training" --equal-budget pay.township_allowance --replications 20 --report fourth.html
tr '\n' ' ' < "$work/out" | tr -s ' ' > flat
grep -q "makes the announced budget equal, the cost of the first year with nobody reacting" flat ||
    fail "the announced budget is not told"

# Several variants, each with a lever of its own, cost as much as one of them; CSV and JSON tell what is left.
expect_code 0 compare baseline.toml salary.toml "$training" "Bonus: pay.performance_bonus=200" \
    --equal-cost "Training:pay.township_allowance" --equal-cost "Bonus:pay.performance_bonus" --equal-to "Triple allowance" \
    --replications 20 --pilot-replications 20 --report fifth.html --csv tables --format json
grep -q '"equal_to": "salary"' "$work/out" || fail "JSON does not tell whose cost is matched"
[ "$(grep -c '"residual_percent"' "$work/out")" -ge 2 ] || fail "JSON does not tell the residuals"
grep -q "^training,salary,pay.township_allowance," tables/equal_cost.csv || fail "equal_cost.csv lacks Training"
grep -q "^bonus,salary,pay.performance_bonus," tables/equal_cost.csv || fail "equal_cost.csv lacks Bonus"
expect_err "tried pay.performance_bonus"

# What cannot be: exit code 2, both ends told, nothing written.
refused() {
    expect_code 2 compare baseline.toml salary.toml "$@" --report no.html
    expect_absent no.html
    expect_absent no.staffsim
}
refused --equal-cost recruitment.opening_ratio
expect_err "Triple allowance cannot be equalised: its total cost in 10,000 yuan a year is "
expect_err "at recruitment.opening_ratio = 1 applicants per seat and "
expect_err "the baseline's is"
refused --equal-cost pay.township_alowance
expect_err 'did you mean "pay.township_allowance"?'
refused --equal-cost training.days
expect_err "training.days does not take one number"
refused --equal-cost pay.long_service.enabled
expect_err "does not take one number"
refused --equal-cost pay.basic_clerk
expect_err "pay.basic_clerk is a fact that nobody decides"
refused --equal-cost "Salaries:pay.township_allowance"
expect_err 'no compared scenario is called "Salaries"; there are Triple allowance'
refused --equal-cost pay.township_allowance --equal-budget pay.bonus_months
expect_err "one lever can be found for a scenario"
refused --equal-to "Triple allowance"
expect_err "--equal-to needs --equal-cost"
refused --equal-cost "Triple allowance:pay.township_allowance" --equal-to "Triple allowance"
expect_err "is the scenario that the others are to cost as much as"
refused --equal-cost pay.township_allowance --pilot-replications 1
expect_err "--pilot-replications"
finish
