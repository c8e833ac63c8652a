#!/usr/bin/env bash
# Runs every bad input through the built program: run_cli.sh PROGRAM
# Each must end with exit code 2, say the expected phrases on stderr, and leave no new file behind. See README.md.
set -u
program=$(realpath "${1:?usage: run_cli.sh PROGRAM}")
cases_folder=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
count=0

write_sound_county() {
    local line file=
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            "file "*) file=$folder/${line#file } ; : > "$file" ;;
            "|"*) printf '%s\n' "${line#|}" >> "$file" ;;
        esac
    done < "$cases_folder/good.cases"
}

start_case() {
    name=$1 file= check=scenario.toml variant=
    options=() expected=()
    rm -rf "$folder"
    mkdir "$folder"
    write_sound_county
}

add_bytes() { # hexadecimal bytes
    local byte
    for byte in $1; do printf "\\x$byte"; done
}

complain() { echo "FAILED $name: $1"; sed 's/^/    /' "$log"; failed=$((failed + 1)); }

run_case() {
    [ -n "${name:-}" ] || return 0
    local before after status phrase
    log=$(mktemp)
    before=$(cd "$folder" && find . | sort)
    (cd "$folder" && "$program" check "$check" ${variant:+"$variant"} ${options[@]+"${options[@]}"}) > /dev/null 2> "$log"
    status=$?
    after=$(cd "$folder" && find . | sort)
    count=$((count + 1))
    [ "$status" = 2 ] || complain "exit code $status, not 2"
    [ "$before" = "$after" ] || complain "files appeared or vanished"
    for phrase in ${expected[@]+"${expected[@]}"}; do
        grep -qF -- "$phrase" "$log" || complain "stderr lacks: $phrase"
    done
    rm -f "$log"
}

for cases in scenario_files tables; do
    name=
    while IFS= read -r line || [ -n "$line" ]; do
        rest=${line#* }
        case $line in
            "case "*) run_case; start_case "$rest" ;;
            "file "*) file=$folder/$rest ; : > "$file" ;;
            "|"*) printf '%s\n' "${line#|}" >> "$file" ;;
            "~repeat "*) yes "${rest#* }" | head -n "${rest%% *}" | tr -d '\n' >> "$file" ;;
            "~bytes "*) add_bytes "$rest" >> "$file" ;;
            "~gb18030 "*) printf '%s' "$rest" | iconv -f UTF-8 -t GB18030 >> "$file" ;;
            "folder "*) mkdir "$folder/$rest" ;;
            "check "*) check=$rest ;;
            "set "*) options+=(--set "$rest") ;;
            "context "*) options+=(--context "$rest") ;;
            "variant "*) variant=$rest ;;
            "expect "*) expected+=("$rest") ;;
        esac
    done < "$cases_folder/$cases.cases"
    run_case
done
echo "$count bad inputs, $failed failures"
[ "$failed" = 0 ] && [ "$count" -ge 64 ]
