#!/usr/bin/env bash
# Runs every example of README.md and docs/experiments.md that calls the program, line by line, in a folder of its own.
# usage: readme_examples.sh PROGRAM SOURCE_FOLDER
set -euo pipefail
program=$(readlink -f "$1")
source=$(readlink -f "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/build/release"
ln -s "$program" "$folder/build/release/staffsim"
ln -s "$source/scenarios" "$folder/scenarios"
cd "$folder"

# Lines of fenced sh blocks that call the program.
mapfile -t examples < <(awk '/^```sh/ {inside=1; next} /^```/ {inside=0} inside && /^build\/release\/staffsim/' "$source/README.md" "$source/docs/experiments.md" "$source/docs/drivers.md")
[ ${#examples[@]} -ge 20 ] || { echo "only ${#examples[@]} examples found in README.md and docs/experiments.md"; exit 1; }
for example in "${examples[@]}"; do
  echo "== $example"
  bash -c "$example" >out.txt 2>err.txt </dev/null || { echo "failed with exit code $?"; cat out.txt err.txt; exit 1; }
  [ -s out.txt ] || { echo "printed nothing"; exit 1; }
done
# The commands named in the first block exist and can be run.
for script in tools/demo.sh tools/test.sh; do [ -x "$source/$script" ] || { echo "$script is missing"; exit 1; }; done
echo "${#examples[@]} examples ran"
