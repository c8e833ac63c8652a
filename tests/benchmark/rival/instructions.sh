#!/usr/bin/env bash
# Counts the instructions that the rival executes per event and compares them with the pinned number, within 3 %: the rival
# must become neither slower nor faster unnoticed. A run of no years is subtracted, so that the start of the program and
# the drawing of the first people drop out; a count, unlike a time, is the same on a busy machine.
# usage: instructions.sh VALGRIND RIVAL BUILT_BY PIN_FILE      (ends with 77, skipped, when nothing is pinned for BUILT_BY)
set -euo pipefail
valgrind=$1 rival=$2 built_by=$3 pin_file=$4
townships=100
# The C library picks its logarithm by processor; this one exists on all of them.
export GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX2_Usable,-FMA,-FMA_Usable,-FMA4,-AVX512F

pinned=$(awk -v built_by="$built_by" '$1 == built_by {print $2}' "$pin_file")
[ -n "$pinned" ] || { echo "no number is pinned for $built_by in $pin_file"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# count YEARS: instructions, then events, of a run of so many years
count() {
    "$valgrind" --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null \
        "$rival" --townships $townships --years "$1" --format json > "$work/out" 2> "$work/err" ||
        { cat "$work/err" >&2; return 1; }
    awk '/I +refs:/ {gsub(",", ""); print $NF}' "$work/err"
    awk -F'[:,]' '/"events": [0-9]/ {print $2 + 0}' "$work/out"
}
mapfile -t none < <(count 0)
mapfile -t twenty < <(count 20)
[ "${#none[@]} ${#twenty[@]}" = "2 2" ] || { echo "no count of instructions and events"; exit 1; }

awk -v instructions=$((twenty[0] - none[0])) -v events="${twenty[1]}" -v pinned="$pinned" -v pin_file="$pin_file" 'BEGIN {
    measured = instructions / events
    printf "%d events, %.2f instructions per event, %.2f pinned, ratio %.4f\n", events, measured, pinned, measured / pinned
    if (measured > 1.03 * pinned || measured < 0.97 * pinned) {
        print "FAILED: more than 3 % off. If the rival was changed on purpose, write the new number into " pin_file
        exit 1
    }
}'
