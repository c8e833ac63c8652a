#!/usr/bin/env bash
# Everything from a fresh Debian 12 to passed tests: installs what is missing, builds and runs all tests.
# With --sanitizers also builds the unit tests with address and undefined-behaviour sanitizers and runs them.
set -euo pipefail
cd "$(dirname "$0")/.."
sanitizers=0
if [ "${1:-}" = "--sanitizers" ]; then sanitizers=1; shift; fi
tools/setup.sh --tests
tools/build.sh -DSTAFFSIM_TESTS=ON -DSTAFFSIM_WARNINGS_AS_ERRORS=ON
ctest --preset release -j "$(nproc)" "$@"
if [ $sanitizers = 1 ]; then
  cmake --preset asan-ubsan >&2
  cmake --build --preset asan-ubsan --target staffsim_sanitized_tests >&2
  ctest --preset asan-ubsan -j "$(nproc)"
fi
