#!/usr/bin/env bash
# What a message says is so: bash messages.sh PROGRAM SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
not_said() { grep -qF -- "$1" "$work/err" && fail "stderr says: $1"; }
quick=(--years 3 --replications 2 --quiet --no-report)
expect_code 0 compare baseline.toml salary.toml "${quick[@]}" --store s.staffsim
# Another seed, and nothing else.
expect_code 2 compare baseline.toml salary.toml "${quick[@]}" --store s.staffsim --seed 2
expect_err "the seed is 1 there and 2 here"
not_said "other settings"
expect_code 2 compare baseline.toml exchange.toml "${quick[@]}" --store s.staffsim
expect_err 'scenario 2 ("exchange") has other settings'
# A store that may not be read is not called foreign, one that may not be written says why it has to be. Root may do
# both.
as_nobody=()
if [ "$(id -u)" = 0 ] && command -v setpriv > /dev/null; then as_nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups); fi
if [ "$(id -u)" != 0 ] || [ ${#as_nobody[@]} -gt 0 ]; then
    chmod 755 "$work" . && chmod 000 s.staffsim
    "${as_nobody[@]}" "$program" report s.staffsim --no-report > "$work/out" 2> "$work/err"
    [ $? = 74 ] || fail "a store that may not be read ends with another code: $(cat "$work/err")"
    expect_err "s.staffsim: cannot be read"
    chmod 444 s.staffsim && chmod 555 .
    "${as_nobody[@]}" "$program" report s.staffsim --no-report --replications 1 > "$work/out" 2> "$work/err"
    [ $? = 74 ] || fail "a store that may not be written ends with another code: $(cat "$work/err")"
    expect_err "a look at 1 futures is new and has to be remembered in the store"
    chmod 755 . && chmod 644 s.staffsim
fi
seek=(seek baseline.toml --lever pay.township_allowance --by 3 --years 3 --replications 30 --quiet)
expect_code 2 "${seek[@]}" --target "leavers <= 9" --range 0:6000
expect_err "--range: 6000 is out of range; allowed: 0 to 5000"
expect_code 2 "${seek[@]}" --target "leavers <= abc"
expect_err '--target: "abc" is not a number'
not_said "above 0"
expect_code 2 sensitivity baseline.toml salary.toml --range leaving.resignation=0.002:0.001 --quiet
expect_err "--range leaving.resignation=0.002:0.001: the first number must not be above the second"
long=$(printf 'x%.0s' $(seq 300))
expect_code 74 compare baseline.toml salary.toml "${quick[@]}" --store "$long.staffsim"
not_said "unforeseen"
expect_err "File name too long"
variants=()
for i in $(seq 32); do variants+=("V$i: pay.township_allowance=$((400 + i))"); done
expect_code 2 compare baseline.toml "${variants[@]}" "${quick[@]}"
expect_err 'too many arguments: 32 at most, and "V32: pay.township_allowance=432" is one more'
expect_code 0 compare --help
expect_out "31 at most"
expect_code 0 check baseline.toml "补贴：pay.township_allowance＝800"
finish
