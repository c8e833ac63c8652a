#!/usr/bin/env bash
# check_format.sh tells a file that is not formatted from one that is, by its name: self_test.sh [CLANG_FORMAT]
set -u
check=$(dirname "$(realpath "$0")")/check_format.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
expect() {  # CODE OUTPUT ARGUMENTS…: the check of the folder ends so and says so
    local wanted=$1 words=$2
    shift 2
    said=$(bash "$check" "$work" "$@" 2>&1)
    local code=$?
    [ $code = "$wanted" ] || { echo "FAILED: ended with $code, not $wanted: $said"; failures=1; }
    case "$said" in *"$words"*) ;; *) echo "FAILED: \"$words\" is not in: $said"; failures=1 ;; esac
}
printf 'BasedOnStyle: Google\n' > "$work/.clang-format"
expect 2 "no sources" "$@"
printf 'int one();\n' > "$work/good.hpp"
expect 0 "" "$@"
printf 'int  two( );\n' > "$work/bad one.cpp"
expect 1 "bad one.cpp" "$@"
case "$said" in *good.hpp*) echo "FAILED: the good file is named"; failures=1 ;; esac
expect 2 "is missing" "$work/no-such-program"
exit $failures
