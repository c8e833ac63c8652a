#!/usr/bin/env bash
# Configures and builds the release preset. Usage: tools/build.sh [-D…]; further words go to cmake.
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --preset release "$@" >&2
cmake --build --preset release >&2
