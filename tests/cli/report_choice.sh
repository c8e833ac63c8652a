#!/usr/bin/env bash
# staffsim report for another baseline or some of the scenarios: bash report_choice.sh PROGRAM SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
expect_code 0 compare baseline.toml salary.toml exchange.toml --replications 4 --years 3 --quiet --no-report --store s.staffsim
expect_code 0 report s.staffsim --no-report --format json --baseline salary
expect_out '"verdict": "exploratory"'
grep -qE '"verdict": "(better|worse|same|too_close|identical)"' "$work/out" && fail "a verdict against an undeclared baseline"
expect_code 0 report s.staffsim --no-report --format json --scenarios exchange
grep -q '"scenario": "salary"' "$work/out" && fail "a scenario that was not asked for is shown"
expect_out '"scenario": "exchange"'
expect_code 0 report s.staffsim --report b.html --baseline C --lang zh --quiet
grep -q '探索性' b.html || fail "the page does not say exploratory"
expect_code 2 report s.staffsim --baseline exchagne
expect_err 'did you mean "exchange"?'
expect_code 2 report s.staffsim --scenarios salery
expect_err 'did you mean "salary"?'
finish
