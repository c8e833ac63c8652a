#!/usr/bin/env bash
# One future alone is the future of the batch, on any processor: also where the C library must not use AVX2 and FMA.
. "$(dirname "$0")/lib.sh"
county county
cd county || exit 1
expect_code 0 compare baseline.toml salary.toml --replications 60 --no-report --quiet
expect_code 0 report compare.staffsim --units
grep "^replication 57 " "$work/out" > batch
[ "$(wc -l < batch)" = 2 ] || fail "the store does not list replication 57"

expect_code 0 run baseline.toml salary.toml --replication 57 --quiet
grep "^replication 57 " "$work/out" | sort -u > alone
expect_same batch alone

GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable "$program" run baseline.toml salary.toml \
    --replication 57 --quiet > "$work/out" 2> "$work/err" || fail "the run with masked processor features ended badly"
grep "^replication 57 " "$work/out" | sort -u > masked
expect_same batch masked

# Not the first future in disguise.
expect_code 0 run baseline.toml --replication 0 --quiet
grep -q "$(head -n 1 batch | awk '{ print $5 }')" "$work/out" && fail "replication 0 has the fingerprint of replication 57"
finish
