#!/usr/bin/env bash
# Renews docs/gallery, the pictures of the README: the report of the worked comparison over 100 matched futures, in a headless Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh --tests
tools/build.sh -DSTAFFSIM_TESTS=ON
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
county=scenarios/jingning
build/release/staffsim compare $county/baseline.toml $county/salary.toml $county/exchange.toml $county/exchange_long_service.toml \
  --replications 100 --quiet --fresh --store "$folder/compare.staffsim" --report "$folder/compare.html"
node build/release/tests/browser/run/gallery.mjs "$folder/compare.html" "$folder/gallery"
mkdir -p docs/gallery
cp "$folder"/gallery/*.png docs/gallery/
ls -l docs/gallery
