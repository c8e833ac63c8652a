#!/usr/bin/env bash
# check --format json: the same as in words, for programs, with the same exit codes.
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
is_json() { python3 -m json.tool "$work/out" > /dev/null || fail "stdout is no JSON: $*"; }
expect_code 0 check baseline.toml salary.toml --format json --set warm_up_years=3 --quiet
is_json sound
expect_out '"sound": true'
expect_out '"name_zh": "补贴加到三倍"'
expect_out '"townships": 3'
expect_out "No history was given to check against"
grep -qF '"key": "pay.township_allowance"' "$work/out" && fail "values stand there without --origin"
expect_code 0 check salary.toml --format json --origin --quiet
is_json origin
expect_out '"origin": "salary.toml:4"'
expect_code 0 check --diff baseline.toml salary.toml --format json --quiet
is_json differences
expect_out '"before": "400"'
expect_out '"after": "1200"'
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = -1\n' > negative.toml
expect_code 2 check negative.toml --format json
is_json problems
expect_out '"sound": false'
expect_out '"line": 3'
expect_err "negative.toml:3"
sed '/,T02,/d' roster.csv > without.csv
sed 's/^roster .*/roster = "without.csv"/' baseline.toml > without.toml
expect_code 0 check without.toml --format json --quiet
is_json warnings
expect_out "nobody in it belongs to T02"
expect_out "T02 在花名册中没有人员"
expect_code 2 check baseline.toml --format csv
expect_err "one of table, json is expected"
finish
