#!/usr/bin/env bash
# Compares staffsim with the rival on the ladder. The two run in turn, so that a busy machine is busy for both; medians of
# the rounds and their ratio are printed. Quote the ratio: times alone are worth little on a shared machine.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
staffsim=$root/build/release/staffsim
rival=$root/build/release/tests/benchmark/rival/ladder_rival
scenario=$root/scenarios/bench/ladder.toml
rounds=5 townships="20 100 2000 40000" rival_up_to=2000

usage() {
    cat << EOF
usage: alternate.sh [OPTIONS]
  --rounds R             runs of each (default $rounds)
  --townships "N N..."      sizes (default "$townships")
  --rival-up-to N        the rival takes part up to so many townships (default $rival_up_to)
  --staffsim PROGRAM     default $staffsim
  --rival PROGRAM        default $rival
  --scenario FILE        default $scenario
Prints per size and unit: medians (least-greatest) of staffsim and the rival, and how many times longer the rival takes.
staffsim lives events only, as the rival does. "after set-up" leaves out the first day's people on both sides; the warm-up
of staffsim, which the ladder has none of, is never in it. Microseconds per person-year do not depend on what is counted
as an event.
EOF
}
refuse() {
    echo "alternate.sh: $*" >&2
    usage >&2
    exit 2
}

while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --rounds | --townships | --rival-up-to | --staffsim | --rival | --scenario)
            [ $# -ge 2 ] || refuse "$1: a value is missing"
            case $1 in
                --rounds) rounds=$2 ;;
                --townships) townships=$2 ;;
                --rival-up-to) rival_up_to=$2 ;;
                --staffsim) staffsim=$2 ;;
                --rival) rival=$2 ;;
                --scenario) scenario=$2 ;;
            esac
            shift 2 ;;
        *) refuse "not understood: $1" ;;
    esac
done
for number in $rounds $townships $rival_up_to; do
    [[ $number =~ ^[1-9][0-9]{0,8}$ ]] || refuse "$number: not a whole number above 0"
done
for program in "$staffsim" "$rival"; do [ -x "$program" ] || refuse "$program: no such program"; done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# field NAME FILE: the first number of that name in a JSON text, however it is broken into lines
field() {
    local number
    number=$(tr -d ' \t\r\n' < "$2" | grep -oE "\"$1\":-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?" | head -n 1 | cut -d: -f2) || true
    [ -n "$number" ] || { echo "alternate.sh: no number \"$1\" in the output:" >&2; cat "$2" >&2; return 1; }
    echo "$number"
}
# run WHO SIZE COMMAND…: one run; adds its figures to the lists of WHO and SIZE
run() {
    local who=$1 size=$2 name
    shift 2
    "$@" --townships "$size" --format json > "$work/out" || { echo "alternate.sh: failed: $* --townships $size" >&2; return 1; }
    for name in townships ns_per_event ns_per_event_after_set_up us_per_person_year; do field "$name" "$work/out" >> "$work/$who.$size.$name"; done
}
# summary FILE: median, least and greatest of the numbers; a dash when there are none
summary() {
    [ -s "$1" ] || { echo "- - -"; return; }
    LC_ALL=C sort -g "$1" | awk '{v[NR] = $1} END {
        print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, v[1], v[NR]}'
}
line() {
    local size=$1 name=$2 unit=$3
    echo "$size $(head -n 1 "$work/staffsim.$size.townships") $unit $(summary "$work/staffsim.$size.$name")" \
        "$(summary "$work/rival.$size.$name")" | LC_ALL=C awk '
        function digits(x) { return x == "-" ? "-" : sprintf("%.4g", x) }
        function cell(median, least, greatest) {
            return median == "-" ? "-" : digits(median) " (" digits(least) "-" digits(greatest) ")"
        }
        {printf "%9s %9s  %-15s %-26s %-26s %s\n", $1, $2, $3, cell($4, $5, $6), cell($7, $8, $9),
            ($7 == "-" || $4 == 0) ? "-" : sprintf("%.2f", $7 / $4)}'
}

printf '%9s %9s  %-15s %-26s %-26s %s\n' townships lived unit staffsim rival rival/staffsim
for size in $townships; do
    for ((round = 0; round < rounds; ++round)); do
        run staffsim "$size" "$staffsim" bench "$scenario" --threads 1 --events-only
        if [ "$size" -le "$rival_up_to" ]; then run rival "$size" "$rival"; fi
    done
    line "$size" ns_per_event ns/event
    line "$size" ns_per_event_after_set_up after_set-up
    line "$size" us_per_person_year us/person-year
done
