#!/usr/bin/env bash
# Options that would be without effect are refused before anything runs, with what to do: bash ignored_options.sh
# PROGRAM SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
refused() { # MESSAGE WORDS…
    local message=$1
    shift
    expect_code 2 "$@"
    expect_err "$message"
    diff -r "$source_folder/tests/cli/county" . > "$work/changed" || fail "files changed: $(cat "$work/changed")"
}
two=(compare baseline.toml salary.toml --quiet)
refused "--long-run has no report or workbook" "${two[@]}" --long-run --report a.html
refused "--long-run has no report or workbook" "${two[@]}" --long-run --xlsx a.xlsx
refused "--long-run gives no verdicts" "${two[@]}" --long-run --pathways
for output in "--csv d" "--report a.html" "--xlsx a.xlsx" "--format json"; do
    refused "--replication replays a future and compares nothing" "${two[@]}" --replication 3 $output
done
for rule in "--most 50" "--first 30" "--half-width 0.2"; do
    refused "--first, --most and --half-width are for --precision" "${two[@]}" $rule
    refused "--first, --most and --half-width are for --precision" experiment study.toml $rule
done
for command in "best baseline.toml salary.toml --outcome leavers" \
    "seek baseline.toml --lever pay.township_allowance --target leavers<=9 --by 3" \
    "decompose baseline.toml salary.toml+exchange.toml"; do
    refused "--report and --no-report: take one of them" $command --no-report --report a.html
done
for share in inf nan 0; do
    refused "--half-width: \"$share\" is not allowed; a number above 0 is expected" "${two[@]}" --precision --half-width $share
done
refused "--most 50 is below --first 100" "${two[@]}" --precision --first 100 --most 50
refused "--equal-to Triple allowance: no other variant is left" "${two[@]}" --equal-cost pay.township_allowance \
    --equal-to "Triple allowance"
for option in store csv xlsx report pdf; do refused "--$option: the value is empty" "${two[@]}" --$option ""; done
refused 'years: is the number 5 here, but --years or --set makes it the number 3 for every scenario' \
    compare baseline.toml "X: years=5" --years 3 --replications 2 --quiet
refused 'makes it the number 3 for every scenario' best baseline.toml "X: years=5" --set years=3 --outcome leavers
# Questions warn as comparisons do.
expect_code 0 best baseline.toml "X: units.T01.places=20" "Y: pay.starts=2090-01-01, pay.township_allowance=900" --years 3 \
    --outcome total_cost --first-look 5 --most 5 --store best.staffsim --no-report
expect_err 'starts: 2090-01-01 lies beyond the 3 simulated years'
rm best.staffsim
expect_code 0 compare baseline.toml "X: years=3" --years 3 --replications 2 --quiet
expect_code 2 report compare.staffsim --units --format csv
expect_err "--units prints plain text"
expect_code 2 report compare.staffsim --dump --csv d
expect_err "--dump prints plain text"
expect_code 2 report compare.staffsim --no-report --report x.html
expect_err "--report and --no-report: take one of them"
expect_absent x.html
expect_code 2 "${two[@]}" --no-report --report x.html
expect_err "--report and --no-report: take one of them"
expect_code 2 report compare.staffsim --dump --units
expect_err "--units and --dump: take one of them"
expect_code 0 report compare.staffsim --units
finish
