#!/usr/bin/env bash
# Installs what is missing to build, run and test staffsim on Debian 12, as root or with sudo. Packages come from Debian and, at
# build time, from the npm registry; nothing else is fetched. Usage: tools/setup.sh [--tests]
set -euo pipefail

libraries=(pkg-config ccache libboost-graph-dev libboost-random-dev libboost-program-options-dev libboost-math-dev
  libspdlog-dev libfmt-dev libtomlplusplus-dev librandom123-dev libtbb-dev libsqlite3-dev libsqlitecpp-dev libssl-dev
  nlohmann-json3-dev libkainjow-mustache-dev libxlsxwriter-dev)
if [ "${1:-}" = "--tests" ]; then
  libraries+=(catch2 librapidcheck-dev libbenchmark-dev valgrind chromium fonts-noto-cjk sqlite3 clang-format)
fi

missing=()
for package in "${libraries[@]}"; do
  dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
done
# A tool may have come from elsewhere; a vendor's nodejs brings its own npm and conflicts with Debian's.
command -v g++ >/dev/null || missing+=(g++)
command -v cmake >/dev/null || missing+=(cmake)
command -v ninja >/dev/null || missing+=(ninja-build)
command -v npm >/dev/null || missing+=(nodejs npm)

[ ${#missing[@]} -eq 0 ] && exit 0
echo "installing: ${missing[*]}" >&2
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
