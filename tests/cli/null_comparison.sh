#!/usr/bin/env bash
# A policy that changes nothing changes nothing: every difference of every outcome is exactly 0, and every run has the
# fingerprint of its partner.
. "$(dirname "$0")/lib.sh"
county county
cd county || exit 1
cp baseline.toml copy.toml
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = 2000\nstarts = 2090-01-01\n' > later.toml
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = 2000\nstarts = 2090-01-01\nphase_in_years = 5\napplies_to = "new_entrants"\n' > entrants.toml
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = 400\nstarts = 2027-01-01\nphase_in_years = 3\n' > steps.toml
expect_code 0 compare baseline.toml copy.toml later.toml entrants.toml steps.toml "Same value: pay.township_allowance=400" \
    --replications 12 --quiet --format json --csv tables
[ "$(grep -c '"difference":' "$work/out")" -gt 100 ] || fail "too few outcomes"
for key in difference low high; do
    others=$(grep "\"$key\":" "$work/out" | grep -vc " 0\.0,")
    [ "$others" = 0 ] || fail "$others values of $key are not exactly 0"
done
verdicts=$(grep '"verdict":' "$work/out" | grep -v null | sort -u | tr -d ' \n')
[ "$verdicts" = '"verdict":"identical",' ] || fail "verdicts: $verdicts"
expect_code 0 report compare.staffsim --units
fingerprints=$(awk '{ print $2, $5 }' "$work/out" | sort -u | wc -l)
[ "$fingerprints" = 12 ] || fail "$fingerprints different (replication, fingerprint) pairs, not 12"
finish
