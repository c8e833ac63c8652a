# Sourced by the tests of the built program: bash tests/cli/x.sh PROGRAM SOURCE_FOLDER
# Gives $program, an empty working folder, and `county DIR`, which copies the tiny county there.
set -u
program=$(realpath "${1:?usage: $0 PROGRAM SOURCE_FOLDER}")
source_folder=$(realpath "${2:?usage: $0 PROGRAM SOURCE_FOLDER}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

county() { cp -r "$source_folder/tests/cli/county" "$1"; }
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
# expect_code CODE WORDS…: the program ends with that code; output in $work/out and $work/err
expect_code() {
    local expected=$1 code
    shift
    "$program" "$@" > "$work/out" 2> "$work/err"
    code=$?
    [ "$code" = "$expected" ] || { fail "exit code $code, not $expected: staffsim $*"; cat "$work/err"; }
}
expect_out() { grep -qF -- "$1" "$work/out" || fail "stdout lacks: $1"; }
expect_err() { grep -qF -- "$1" "$work/err" || fail "stderr lacks: $1"; }
expect_same() { cmp -s "$1" "$2" || fail "$1 and $2 differ"; }
expect_absent() { [ ! -e "$1" ] || fail "$1 should not exist"; }
finish() {
    [ "$failures" = 0 ] && echo "all as expected"
    [ "$failures" = 0 ]
}
