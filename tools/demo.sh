#!/usr/bin/env bash
# Everything from a fresh Debian 12 to a report: installs what is missing, builds, and compares the worked county's current rules
# with three policies over 20 years and 100 matched futures. The last line is the path of the report.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh
tools/build.sh -DSTAFFSIM_TESTS=OFF
county=scenarios/jingning
exec build/release/staffsim compare $county/baseline.toml $county/salary.toml $county/exchange.toml \
  $county/exchange_long_service.toml --replications 100 "$@"
