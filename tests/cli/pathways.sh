#!/usr/bin/env bash
# compare --pathways: told in the terminal, in CSV, JSON and the report, which is rebuilt from the store byte for byte.
. "$(dirname "$0")/lib.sh"
county county
cd county || exit 1
expect_code 0 compare baseline.toml salary.toml --replications 20 --pathways --pathway-futures 10 --csv tables --quiet
expect_out "Through what does it work, at year"
expect_out "the rules themselves"
expect_out "What differs: old"
expect_out "Transition and long run (* from year 1 to that year): Triple"
head -1 tables/pathways.csv | grep -q "^scenario,outcome,verdict_year,difference," || fail "pathways.csv"
grep -q ",total_cost,.*,rules," tables/pathways.csv || fail "pathways.csv lacks the rules themselves"
grep -q 'id="pathways"' compare.html || fail "the report has no section of pathways"
expect_code 0 report compare.staffsim --report again.html
expect_same compare.html again.html
expect_code 0 compare baseline.toml salary.toml --replications 20 --pathways --pathway-futures 10 --format json --quiet
grep -q '"pathway": "rules"' "$work/out" || fail "JSON lacks the pathways"
# Was a defect: whoever continued the store without --pathways forgot what had been traced.
traced() { grep -q 'data-csv="pathways-B-3"' "$1" || fail "$1 has no traced pathways"; }
traced compare.html
expect_code 0 sensitivity baseline.toml salary.toml --replications 20 --point-replications 4 --draws 4 --assumption leaving.death \
    --store compare.staffsim --report sensitivity.html --quiet
traced sensitivity.html
expect_out "Through what does it work, at year"
expect_code 0 compare baseline.toml salary.toml --replications 20 --quiet --report continued.html --store compare.staffsim
traced continued.html
expect_code 0 compare baseline.toml salary.toml --replications 20 --quiet --fresh --report fresh.html --store compare.staffsim
grep -q 'data-csv="pathways-' fresh.html && fail "a store begun anew remembers pathways"
expect_code 2 compare baseline.toml salary.toml --pathways --pathway-futures 1
finish
