#!/usr/bin/env bash
# staffsim report for another baseline or some of the scenarios: bash report_choice.sh PROGRAM SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
expect_code 0 compare baseline.toml salary.toml exchange.toml --replications 24 --years 3 --quiet --no-report --store s.staffsim
expect_code 0 report s.staffsim --no-report --format json --baseline salary
expect_out '"verdict": "exploratory"'
expect_out '"verdict": "too_rare"'
grep -qE '"verdict": "(better|worse|higher|lower|small_.*|same|too_close)"' "$work/out" && fail "a verdict against an undeclared baseline"
# Where fewer than 20 futures differ no range is told, and the declared baseline's column is as wide as declared.
expect_code 0 report s.staffsim --no-report --baseline salary
expect_out "too rare"
expect_out "○ exploratory, no verdicts."
tr -d '\n' < "$work/out" | tr -s ' ' | grep -q "as wide as declared, 95 % for all" || fail "the legend hides how wide the declared column is"
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
