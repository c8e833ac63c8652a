#!/usr/bin/env bash
# What people are told with too few futures, and of levers sought the other way round: bash seek_words.sh PROGRAM SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
expect_code 0 compare baseline.toml salary.toml --replications 10 --years 3 --quiet --no-report --store s.staffsim
expect_out '! Only 10 matched futures: verdicts need at least 20'
expect_out 'too few futures.'
expect_out 'n/10 [a–b %]'
grep -q 'too rare' "$work/out" && fail "too few futures are called too rare"
expect_code 0 compare baseline.toml salary.toml --replications 20 --years 3 --quiet --no-report --store s.staffsim
expect_out 'where the average change'
expect_out '* over years 1 to 3 together'
expect_code 0 report s.staffsim --no-report --lang zh
expect_out '第 1 至 3 年合计'
expect_out '（个百分点）'
# Cost rises with the allowance: a limit on it is met up to a value. The first look says between which costs it lies.
seek() { expect_code 0 seek baseline.toml --lever pay.township_allowance --range 0:2000 --by 3 --years 3 --quiet --fresh --replications 30 "$@"; }
cost() { grep -o "\"$1\": [0-9.]*" "$work/out" | head -1 | cut -d' ' -f2; }
seek --target 'total_cost >= 0' --format json
limit=$(awk "BEGIN { print $(cost mean) * 1.08 }")
seek --target "total_cost <= $limit" --format json
expect_out '"falls": true'
expect_out '"monotone": true'
seek --target "total_cost <= $limit"
expect_out 'Answer: up to Township work allowance'
grep -q 'NOT monotone' "$work/out" && fail "a limit on cost is called not monotone"
seek --target 'total_cost <= 0'
expect_out 'No value in the range meets the target: at best 0.0 %'
finish
