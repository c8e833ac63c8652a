#!/usr/bin/env bash
# Experiment files: expansion, resume after a kill, extension, filters, one future alone, precision.
. "$(dirname "$0")/lib.sh"

# --- the expansion: base, two scenarios, sweeps without what a constraint excludes, points that are the same run once
county plain
cd plain || exit 1
expect_code 0 experiment study.toml --dry-run
expect_out "Current rules: township_allowance=400, pairs_per_year=4  = Current rules"
expect_out "Current rules: township_allowance=800, pairs_per_year=10"
expect_out "Planned exchange: generous"
expect_out "Current rules: township_allowance=800, pairs_per_year=4  = Allowance 800"
grep -q "township_allowance=1200" "$work/out" && fail "a point that a constraint excludes is listed"
expect_out "9 points, 7 different scenarios with the base"
expect_out "40 matched futures: 280 runs, about "
expect_absent study.staffsim

# --- the same bytes on one thread, on two, killed and continued
expect_code 0 experiment study.toml --threads 1 --csv tables --quiet
[ "$(tail -n 1 "$work/out")" = tables ] || fail "the last line is not the path of the tables"
head -n 1 tables/points.csv | grep -q "^point,hash,sweep,scenario,pay.township_allowance,exchange.pairs_per_year" ||
    fail "points.csv has other columns"
[ "$(grep -c "^\"Current rules: township_allowance=800, pairs_per_year=10\",.*,payroll,townships,3,2028," tables/points.csv)" = 1 ] ||
    fail "points.csv lacks a row"
grep -q ",leavers,T01,6,2031," tables/points.csv || fail "points.csv lacks the named unit"
county "$work/two"
cd "$work/two" || exit 1
expect_code 0 experiment study.toml --threads 2 --quiet --csv tables
cd "$work/plain" || exit 1
expect_same study.staffsim "$work/two/study.staffsim"
expect_same tables/points.csv "$work/two/tables/points.csv"

# On a busy machine the experiment may be over before it is killed: then it is tried again.
code=0 attempts=0
while [ "$code" != 137 ] && [ $attempts -lt 10 ]; do
    rm -rf "$work/killed"
    county "$work/killed"
    cd "$work/killed" || exit 1
    "$program" experiment study.toml --replications 400 --threads 2 --quiet > out 2> err &
    job=$! tries=0
    while [ ! -s study.staffsim-wal ] && [ $tries -lt 500 ]; do sleep 0.01; tries=$((tries + 1)); done
    sleep 0.1
    kill -KILL "$job" 2> /dev/null
    wait "$job" 2> /dev/null
    code=$? attempts=$((attempts + 1))
done
[ "$code" = 137 ] || fail "the experiment ended with $code before it could be killed, $attempts times"
expect_code 0 experiment study.toml --replications 400 --quiet
county "$work/undisturbed"
cd "$work/undisturbed" || exit 1
expect_code 0 experiment study.toml --replications 400 --quiet
expect_same study.staffsim "$work/killed/study.staffsim"

# --- other years than the file's. Was a defect: "years: is given twice"
sed 's/^replications = 40/replications = 20\nyears = 6/; s/^verdict_years.*/verdict_years = [3]/' study.toml > years.toml
expect_code 0 experiment years.toml --years 3 --quiet --csv three
grep -q ",3,2028," three/points.csv || fail "points.csv lacks the third year"

# --- extended: another look, the same futures
cd "$work/plain" || exit 1
expect_code 0 report study.staffsim --units
cp "$work/out" before
expect_code 0 experiment study.toml --replications 60 --quiet
expect_out "look 2"
expect_code 0 report study.staffsim --units
head -n "$(wc -l < before)" "$work/out" > first
expect_same before first
county "$work/sixty"
cd "$work/sixty" || exit 1
expect_code 0 experiment study.toml --replications 60 --quiet
expect_code 0 report study.staffsim --dump
grep -v "^look|" "$work/out" > ../sixty.dump
expect_code 0 report ../plain/study.staffsim --dump
grep -v "^look|" "$work/out" > ../extended.dump
expect_same ../sixty.dump ../extended.dump

# --- filtered: a part of the points changes no verdict; a part run alone is a store of its own
expect_code 0 report study.staffsim --format csv
grep "generous" "$work/out" > ../whole.csv
expect_code 0 report study.staffsim --format csv --points "*generous*"
grep "generous" "$work/out" > ../part.csv
expect_same ../whole.csv ../part.csv
[ "$(grep -c "pairs_per_year=10" "$work/out")" = 0 ] || fail "the filter lets other points through"
expect_code 0 experiment study.toml --only "township_allowance>=800" --quiet --store part.staffsim
expect_code 0 report part.staffsim --format csv
grep -q "modest" "$work/out" && fail "a point is run that the filter leaves out"
grep -q "generous" "$work/out" || fail "a point is not run that the filter lets through"
expect_code 2 experiment study.toml --only "township_alowance=800"
expect_err "did you mean"
expect_code 2 experiment study.toml --only "township_allowance=801"
expect_err "no point but the base is left"

# --- one future alone
expect_code 0 report study.staffsim --units
grep "^replication 57  base" "$work/out" | awk '{ print $5 }' > ../of_store
expect_code 0 experiment study.toml --replication 57 --only "township_allowance=800"
grep "  Current rules$" "$work/out" | awk '{ print $4 }' > ../alone
[ -s ../of_store ] || fail "the store does not list replication 57"
expect_same ../of_store ../alone

# --- until precise enough: stops at a preset number, resumes to the same bytes
expect_code 0 experiment study.toml --precision --first 20 --most 100 --store precise.staffsim --quiet
expect_code 0 experiment study.toml --precision --first 20 --most 100 --store precise.staffsim --quiet
expect_code 0 experiment study.toml --replications 30 --store other.staffsim --quiet
expect_code 0 compare baseline.toml salary.toml --precision --first 20 --most 60 --half-width 2 --no-report --quiet

# --- a lever that does nothing where it stands: every difference of every point is exactly 0
cat > null.toml <<'NULL'
base = "baseline.toml"
replications = 25
[[sweep]]
scenarios = ["baseline.toml", "salary.toml"]
[sweep.levers]
pay.long_service.years_of_service = [15, 25, 30]
NULL
expect_code 0 experiment null.toml --quiet --format csv --only "years_of_service>0"
awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
    $1 ~ /^"?Current rules/ && $column["difference"] != "" { rows++; if ($column["difference"] != "0" || $column["low"] != "0" || $column["verdict"] != "identical") bad++ }
    END { if (rows < 20 || bad > 0) exit 1 }' "$work/out" || fail "a lever without effect changes something"

# --- a value out of range and an unknown lever are told where they are written
sed 's/to = 1200, step = 400/to = 9000, step = 4300/; s/exchange.pairs_per_year/exchange.pairs_per_yaer/' study.toml > wrong.toml
sed -i '/^constraints/d' wrong.toml
expect_code 2 experiment wrong.toml
expect_err "wrong.toml:16:5: pay.township_allowance"
expect_err "wrong.toml:17:10: exchange.pairs_per_yaer"
expect_err 'did you mean "exchange.pairs_per_year"?'
expect_absent wrong.staffsim
finish
