#!/usr/bin/env bash
# Checks the direction of includes and what simulation code may use: check_layering.sh ROOT
#
#   1 an include of sim/<layer>/… or analysis/… goes to the same layer or one to its left
#   2 a rule family (sim/processes/<family>) includes no other family but shared
#   3 simulation code (kernel, model, levers, processes, engine) uses the portable real functions and addressed draws only:
#     no exp, log, pow of <cmath>, no <random>, rand, time() or clock of the system
#   4 readers of inputs warn only by a name of sim/scenario/warnings.hpp, so that every warning has its Chinese
#
# Prints one line per violation, file:line: what, and ends with 1 when there is any. Needs bash, find and awk alone.
set -u
cd "${1:?usage: check_layering.sh ROOT}" || exit 2

find sim analysis -type f \( -name '*.hpp' -o -name '*.cpp' \) -not -path '*/node_modules/*' 2>/dev/null | LC_ALL=C sort |
    xargs -r awk '
    BEGIN {
        n = split("foundation kernel model levers processes engine scenario measures stats store experiment analysis cli", name, " ")
        for (i = 1; i <= n; ++i) rank[name[i]] = i
        split("kernel model levers processes engine", simulation, " ")
        for (i in simulation) is_simulation[simulation[i]] = 1
    }
    function layer_of(path,    part) {
        split(path, part, "/")
        return part[1] == "sim" ? part[2] : part[1]
    }
    function family_of(path,    part) {
        return split(path, part, "/") > 3 && part[1] == "sim" && part[2] == "processes" ? part[3] : ""
    }
    function complain(what) { print FILENAME ":" FNR ": " what; found = 1 }

    FNR == 1 {
        layer = layer_of(FILENAME)
        family = family_of(FILENAME)
        in_comment = 0
        if (!(layer in rank)) complain("belongs to no layer")
    }
    /^[ \t]*#[ \t]*include[ \t]*"/ {
        target = $0
        sub(/^[^"]*"/, "", target)
        sub(/".*/, "", target)
        if (target !~ /^(sim|analysis)\//) {
            complain("\"" target "\" does not name its layer")
            next
        }
        to = layer_of(target)
        if (!(to in rank)) complain("\"" target "\" belongs to no layer")
        else if (rank[to] > rank[layer]) complain(layer " includes " to ", a layer to its right")
        to_family = family_of(target)
        if (family != "" && to_family != "" && to_family != family && to_family != "shared") {
            complain("family " family " includes family " to_family)
        }
        if (family == "shared" && to_family != "" && to_family != "shared") complain("shared includes family " to_family)
        next
    }
    is_simulation[layer] && /^[ \t]*#[ \t]*include[ \t]*<(random|ctime|time\.h|chrono)>/ {
        complain("simulation code includes " $0)
        next
    }
    is_simulation[layer] {
        line = $0
        gsub(/"([^"\\]|\\.)*"/, "\"\"", line)                   # texts
        gsub(/\/\*.*\*\//, "", line)
        if (in_comment) { if (!sub(/.*\*\//, "", line)) next; in_comment = 0 }
        sub(/\/\/.*/, "", line)
        if (line ~ /\/\*/) { sub(/\/\*.*/, "", line); in_comment = 1 }
        line = " " line  # so that a name always has a character in front
        if (line ~ /std::(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|tgamma|lgamma|erf|erfc|cbrt)[ \t]*\(/ ||
            line ~ /[^A-Za-z0-9_:.>](exp|exp2|expm1|log|log2|log10|log1p|pow)[ \t]*\(/) {
            complain("exp, log and pow of <cmath> differ between processors; use sim/foundation/real.hpp")
        }
        if (line ~ /std::(mt19937|minstd_rand|random_device|default_random_engine|[a-z_]+_distribution)/ ||
            line ~ /[^A-Za-z0-9_](rand|srand|random|drand48)[ \t]*\(/) {
            complain("random numbers come from sim/foundation/random.hpp alone")
        }
        if (line ~ /(system_clock|steady_clock|high_resolution_clock)/ || line ~ /[^A-Za-z0-9_.>](time|clock|gettimeofday)[ \t]*\(/) {
            complain("simulation code looks at a clock")
        }
    }
    /[.>]warning[ \t]*\(/ && layer == "scenario" && FILENAME !~ /scenario\/warnings\.hpp$/ {
        complain("a warning needs a name and both texts in sim/scenario/warnings.hpp")
    }
    END { exit found }
    '
