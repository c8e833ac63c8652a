#!/usr/bin/env bash
# The checker itself: it must report each planted violation at its line, and nothing in a tree without one.
set -u
checker=$(cd "$(dirname "$0")" && pwd)/check_layering.sh
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failed=0

plant() {  # path, text
    mkdir -p "$root/$(dirname "$1")"
    printf '%s\n' "$2" > "$root/$1"
}

expect_clean() {  # name
    local said
    if ! said=$(bash "$checker" "$root"); then
        echo "FAILED: $1: reported although nothing is wrong:"; echo "$said"; failed=1
    fi
    rm -rf "$root"; mkdir "$root"
}

expect_report() {  # name, what must be said
    local said
    if said=$(bash "$checker" "$root"); then
        echo "FAILED: $1: not reported"; failed=1
    elif [[ $said != *"$2"* ]]; then
        echo "FAILED: $1: expected \"$2\", got:"; echo "$said"; failed=1
    fi
    rm -rf "$root"; mkdir "$root"
}

plant sim/kernel/a.hpp '#include "sim/foundation/date.hpp"'
plant sim/processes/pay/a.cpp '#include "sim/processes/shared/world.hpp"
// std::exp(x), rand() and time() in a comment are no matter
const char* text = "std::pow(2, 3)"; double a = portable_exp(1.0), b = county.time(x), c = std::sqrt(2.0);'
plant sim/foundation/real.cpp 'double reference(double x) { return std::exp(x); }'
expect_clean "a tree without violations"

plant sim/kernel/a.hpp '#pragma once
#include "sim/model/county.hpp"'
expect_report "an include to the right" "sim/kernel/a.hpp:2: kernel includes model"

plant sim/levers/a.hpp '#include "sim/model/terms.hpp"'
expect_clean "levers stand to the right of the model"

plant sim/model/a.hpp '  #  include "sim/levers/row.hpp"'
expect_report "blanks in an include" "sim/model/a.hpp:1: model includes levers"

plant sim/store/a.cpp '#include "analysis/comparison.hpp"'
expect_report "a store that knows the analysis" "sim/store/a.cpp:1: store includes analysis"

plant analysis/report/a.cpp '#include "sim/cli/main.hpp"'
expect_report "an analysis that knows the command line" "analysis includes cli"

plant sim/processes/pay/a.cpp '#include "sim/processes/retention/retention.hpp"'
expect_report "a family that includes another" "sim/processes/pay/a.cpp:1: family pay includes family retention"

plant sim/processes/shared/a.cpp '#include "sim/processes/pay/pay.hpp"'
expect_report "shared code that includes a family" "shared includes family pay"

plant sim/kernel/a.cpp '#include "calendar.hpp"'
expect_report "an include that names no layer" "does not name its layer"

plant sim/strange/a.cpp 'int x;'
expect_report "a folder that is no layer" "belongs to no layer"

plant sim/processes/pay/a.cpp 'double f(double x) { return x + std::exp(x); }'
expect_report "an exponential of <cmath>" "sim/processes/pay/a.cpp:1: exp, log and pow"

plant sim/model/a.cpp 'using std::log;
double f(double x) { return log(x); }'
expect_report "a logarithm without std" "sim/model/a.cpp:2: exp, log and pow"

plant sim/engine/a.cpp '#include <random>'
expect_report "the random numbers of the library" "sim/engine/a.cpp:1: simulation code includes"

plant sim/engine/a.cpp 'int f() { return rand() % 6; }'
expect_report "rand" "random numbers come from"

plant sim/engine/a.cpp 'auto f() { return std::chrono::system_clock::now(); }'
expect_report "a clock of the system" "looks at a clock"

plant sim/kernel/a.cpp 'long f() { return time(nullptr); }'
expect_report "time()" "looks at a clock"

plant sim/scenario/a.cpp 'void f(Diagnostics& d) { d.warning(place, "key", "no Chinese"); }'
expect_report "a warning with a text of its own" "sim/scenario/a.cpp:1: a warning needs a name"

[ $failed -eq 0 ] && echo "the layering check reports every planted violation"
exit $failed
