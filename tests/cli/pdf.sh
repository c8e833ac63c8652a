#!/usr/bin/env bash
# The report as PDF: printed by Chromium where there is one, refused before anything is simulated where there is none.
. "$(dirname "$0")/lib.sh"
county county
cd county || exit 1
STAFFSIM_CHROMIUM=/nowhere expect_code 2 compare baseline.toml salary.toml --replications 2 --years 3 --quiet --pdf a.pdf
expect_err "no Chromium was found"
expect_absent a.pdf
expect_absent compare.staffsim
printf '#!/bin/sh\nexit 3\n' > broken
chmod +x broken
expect_code 0 compare baseline.toml salary.toml --replications 2 --years 3 --quiet
STAFFSIM_CHROMIUM=$PWD/broken expect_code 74 report compare.staffsim --no-report --quiet --pdf a.pdf
expect_err "could not print the report"
expect_absent a.pdf
if command -v chromium > /dev/null; then
    expect_code 0 report compare.staffsim --no-report --quiet --pdf a.pdf
    [ "$(head -c 5 a.pdf)" = "%PDF-" ] || fail "a.pdf is no PDF"
    [ "$(stat -c %s a.pdf)" -gt 30000 ] || fail "a.pdf is too small for a report"
fi
expect_absent compare.html.part
finish
