#!/usr/bin/env bash
# A lever that the file sets from a later day: what is sought for it keeps the day and says so, what replaces it without
# the day is warned of. bash dated_values.sh PROGRAM SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
printf 'extends = "baseline.toml"\nname = { zh = "以后", en = "Later" }\n[pay]\nstarts = 2028-01-01\ntownship_allowance = 800\n' > dated.toml
seek() {
    expect_code 0 seek "$@" --lever pay.township_allowance --range 0:2000 --target 'total_cost <= 1' --by 3 --years 3 \
        --replications 30 --quiet --fresh
}
seek dated.toml
expect_out "Township work allowance (from 2028-01-01)"
seek dated.toml --lang zh
tr -d ' \n' < "$work/out" > flat
grep -qF "乡镇工作补贴（自2028-01-01起）" flat || fail "the Chinese answer does not name the day"
seek baseline.toml
grep -qF "(from " "$work/out" && fail "a value that holds from the first day names a day"

cheaper="Cheaper: pay.remote_supplement=[0,0,0]"
expect_code 0 compare dated.toml "$cheaper" --equal-cost pay.township_allowance --years 4 --replications 20 \
    --pilot-replications 10 --quiet --fresh
tr '\n' ' ' < "$work/out" | tr -s ' ' > flat
grep -qE "pay.township_allowance = [0-9.]+ yuan/month from 2028-01-01 makes total cost equal" flat ||
    fail "the equalised value does not say from when it holds"
expect_code 0 report compare.staffsim --no-report --lang zh --quiet
tr -d ' \n' < "$work/out" > flat
grep -q "yuan/month，自2028-01-01起" flat || fail "the report does not say from when the value holds"

expect_code 2 compare baseline.toml dated.toml --equal-budget pay.township_allowance --years 4 --replications 20 --quiet
expect_err "holds from 2028-01-01; an announced budget is the cost of the first year"

printf 'base = "dated.toml"\nreplications = 20\nyears = 3\nverdict_years = [3]\n[[sweep]]\n[sweep.levers]\npay.township_allowance = [500, 900]\n' > study.toml
expect_code 0 experiment study.toml --dry-run
expect_err "study.toml:7:5: pay.township_allowance: replaces the value set in dated.toml:5 and leaves out its starts"
[ "$(grep -c 'leaves out its' "$work/err")" = 1 ] || fail "it is told once for every point"
# The date beside it: nothing is left out.
expect_code 0 experiment study.toml --dry-run --set pay.starts=2028-01-01
grep -q "leaves out" "$work/err" && fail "a date that is kept is said to be left out"
# A variant says so on the screen, as --set does.
expect_code 0 compare dated.toml "P: pay.township_allowance=900" --years 3 --replications 20 --quiet --fresh
tr '\n' ' ' < "$work/out" | tr -s ' ' > flat
grep -qF "pay.township_allowance: replaces the value set in dated.toml:5 and leaves out its starts" flat ||
    fail "a variant that drops a date is not warned of"
expect_code 0 check dated.toml --set pay.township_allowance=900
expect_err "leaves out its starts"
expect_code 0 check dated.toml --set pay.township_allowance=900 --lang zh
expect_err "且不沿用其 starts"
finish
