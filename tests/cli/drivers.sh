#!/usr/bin/env bash
# sensitivity, decompose, best and seek on the tiny county: answers, reproducibility, continuation, wrong input.
. "$(dirname "$0")/lib.sh"
county county
cd county || exit 1
quick=(--set warm_up_years=5 --set warm_up_lives=1)
shared=(--assumption leaving.death --assumption leaving.pay_elasticity --assumption leaving.behaviour
    --replications 24 --point-replications 6 --draws 12 "${quick[@]}")

# --- sensitivity
expect_code 0 sensitivity baseline.toml salary.toml "${shared[@]}" --threads 2 --csv tables --outcome total_cost
expect_out "What drives the differences"
expect_out "Rate of death and ill health"
expect_out "together (12 draws)"
grep -q "Hinges on" "$work/out" || fail "no line says what it hinges on"
for table in tornado joint; do [ -s tables/$table.csv ] || fail "no $table.csv"; done
[ "$(tail -1 "$work/out")" = sensitivity.html ] || fail "the last line is not the report"
grep -q 'id="assumptions"' sensitivity.html || fail "the report has no section on assumptions"
cp sensitivity.html first.html; cp sensitivity.staffsim first.staffsim
# The report is rebuilt from the store alone.
expect_code 0 report sensitivity.staffsim --report again.html
expect_same sensitivity.html again.html
grep -q "Hinges on" "$work/out" || fail "report does not say what it hinges on"
# The same whatever the threads; a study that is there is not lived again.
expect_code 0 sensitivity baseline.toml salary.toml "${shared[@]}" --threads 1 --store other.staffsim --report other.html
expect_same first.staffsim other.staffsim
expect_code 0 sensitivity baseline.toml salary.toml "${shared[@]}" --format json
grep -q '"sign_agreement"' "$work/out" || fail "no sign agreement in the JSON"
expect_same first.staffsim sensitivity.staffsim
# On the store of a compare, whose other verdicts stay.
expect_code 0 compare baseline.toml salary.toml --replications 24 "${quick[@]}" --store compare.staffsim
expect_code 0 sensitivity baseline.toml salary.toml "${shared[@]}" --store compare.staffsim --no-report
expect_same first.staffsim compare.staffsim
# A null policy hinges on nothing.
expect_code 0 sensitivity baseline.toml "Null: pay.township_allowance=400" "${shared[@]}" --no-report --store null.staffsim \
    --format csv --outcome leavers
grep -q depends_on_assumptions "$work/out" && fail "a null policy depends on assumptions"
# Screening and variance shares.
expect_code 0 sensitivity baseline.toml salary.toml "${shared[@]}" --method sobol --trajectories 2 --blocks 4 --keep 2 \
    --outcome total_cost --store sobol.staffsim --report sobol.html --csv shares
expect_out "part of the variance"
[ -s shares/shares.csv ] || fail "no shares.csv"
# Another study beside one that is kept: both are told. One of the same method takes its place, and that is said.
beside=(sensitivity baseline.toml salary.toml --replications 24 --point-replications 6 "${quick[@]}" --no-report --store beside.staffsim)
expect_code 0 "${beside[@]}" --method joint --draws 4 --assumption leaving.pay_elasticity --csv joint_alone
expect_absent joint_alone/tornado.csv
expect_code 0 "${beside[@]}" --method tornado --assumption leaving.death --csv both --outcome total_cost
expect_out "one assumption at a time"
expect_out "The studies kept did not vary the same"
[ -s both/tornado.csv ] || fail "a study beside another one is not told"
expect_code 0 "${beside[@]}" --method tornado --assumption leaving.resignation
expect_err "is given up for this one"
# Interrupted: what is finished is kept, the same command continues and ends with the same bytes.
long=(sensitivity baseline.toml salary.toml --replications 24 --point-replications 6 --draws 300 --method joint --method tornado
    --assumption leaving "${quick[@]}" --quiet --no-report --threads 2)
"$program" "${long[@]}" --store cut.staffsim > /dev/null 2> "$work/err" &
job=$!
for _ in $(seq 200); do [ -e cut.staffsim ] && break; sleep 0.05; done
sleep 1
kill -INT $job 2> /dev/null
wait $job
code=$?
[ "$code" = 130 ] || [ "$code" = 0 ] || fail "interrupted with code $code"
expect_code 0 "${long[@]}" --store cut.staffsim
expect_code 0 "${long[@]}" --store whole.staffsim
expect_same cut.staffsim whole.staffsim

refused() { expect_code 2 "$@"; expect_absent no.html; expect_absent no.staffsim; }
sens=(sensitivity baseline.toml salary.toml --report no.html --replications 2)
refused "${sens[@]}" --assumption leaving.deth
expect_err 'did you mean "leaving.death"?'
refused "${sens[@]}" --method tornadoes
expect_err "did you mean tornado?"
refused "${sens[@]}" --range leaving.death=3
expect_err "KEY=LOW:HIGH is expected"
refused "${sens[@]}" --range leaving.death=0:7
expect_err "--range leaving.death=0:7: allowed"
refused "${sens[@]}" --year 4
expect_err "verdict years are 3, 6"
refused "${sens[@]}" --outcome leaver
expect_err "did you mean leavers?"

# --- decompose
expect_code 0 decompose baseline.toml salary.toml+exchange.toml --replications 6 "${quick[@]}" --csv parts
expect_out "Triple allowance"
expect_out "whole package"
expect_out "Shapley"
[ -s parts/package.csv ] || fail "no package.csv"
cp "$work/out" shown
expect_code 0 decompose baseline.toml salary.toml+exchange.toml --replications 6 "${quick[@]}" --threads 1 --store again.staffsim --csv parts
expect_same shown "$work/out"
expect_same decompose.staffsim again.staffsim
# Kept: asked again it costs nothing and says the same; more futures go on with it, and end like a single go.
expect_code 0 decompose baseline.toml salary.toml+exchange.toml --replications 20 "${quick[@]}" --csv parts
expect_code 0 decompose baseline.toml salary.toml+exchange.toml --replications 20 "${quick[@]}" --csv parts --store again.staffsim --fresh
expect_same decompose.staffsim again.staffsim
# With fewer futures than are kept the command tells what its own table tells: all of them.
expect_code 0 decompose baseline.toml salary.toml+exchange.toml --replications 4 "${quick[@]}" --csv parts --format csv
grep -q "20 matched futures of this question are kept" "$work/err" || fail "it is not said that more futures are kept"
expect_same "$work/out" parts/package.csv
# The parts add up to the difference that compare finds on the same futures.
expect_code 0 decompose baseline.toml salary.toml+exchange.toml --replications 6 "${quick[@]}" --outcome total_cost --format csv
mv decompose.staffsim kept.staffsim
sum=$(tr -d '\r' < "$work/out" | awk -F, '$2 == 3 && $4 == "" { sum += $5 } END { printf "%.6f", sum }')
expect_code 0 compare baseline.toml salary.toml+exchange.toml --replications 6 "${quick[@]}" --no-report --store parts.staffsim --format csv
whole=$(tr -d '\r' < "$work/out" | awk -F, '$1 != "baseline" && $2 == "total_cost" && $3 == 3 { printf "%.6f", $9 }')
[ "$sum" = "$whole" ] || fail "the parts add up to $sum, not to $whole"
expect_code 2 decompose baseline.toml salary.toml
expect_err "at least two overlays"
expect_code 2 decompose baseline.toml salary.toml+
expect_err "a file name is missing"
expect_code 2 decompose baseline.toml a.toml+b.toml+c.toml+d.toml+e.toml+f.toml+g.toml+h.toml+i.toml+j.toml+k.toml
expect_err "at most 10 are possible"

# --- best
expect_code 0 best baseline.toml salary.toml exchange.toml --outcome total_cost --year 3 --first-look 10 "${quick[@]}"
expect_out "Guarantee: if the best is better"
expect_out "Subset that contains the best"
cp "$work/out" shown
expect_code 0 best baseline.toml salary.toml exchange.toml --outcome total_cost --year 3 --first-look 10 "${quick[@]}" --threads 1
expect_same shown "$work/out"
# A race broken off goes on to the same end as one in a single go.
race=(best baseline.toml salary.toml exchange.toml --outcome leavers --year 3 --first-look 10 --indifference 0.01 "${quick[@]}")
expect_code 0 "${race[@]}" --most 20 --store cut_race.staffsim
expect_out "Not settled within 20 futures each"
expect_code 0 "${race[@]}" --most 60 --store cut_race.staffsim
expect_code 0 "${race[@]}" --most 60 --store whole_race.staffsim --threads 1
expect_same cut_race.staffsim whole_race.staffsim
expect_code 0 best baseline.toml salary.toml --outcome total_cost --indifference 1 --first-look 10 "${quick[@]}" --format json \
    --store two.staffsim
grep -q '"best": "baseline"' "$work/out" || fail "the cheaper policy is not the best on cost"
expect_code 2 best baseline.toml salary.toml --outcome total_costs
expect_err "did you mean total_cost?"
expect_code 2 best baseline.toml salary.toml
expect_err "--outcome is missing"
expect_code 2 best baseline.toml salary.toml --outcome total_cost --indifference 0
expect_err "is not a number above 0"
expect_code 2 best baseline.toml salary.toml --outcome total_cost --confidence 40
expect_err "--confidence"

# --- seek
seek=(seek baseline.toml --lever pay.township_allowance --range 0:3000 --by 3 --replications 40 "${quick[@]}")
expect_code 0 "${seek[@]}" --target "total_cost >= 400" --threads 2
cp "$work/out" shown
expect_out "Answer: "
expect_out "fresh futures"
expect_code 0 "${seek[@]}" --target "total_cost >= 400" --threads 1 --store again_seek.staffsim
sed '$d' shown > shown_table; sed '$d' "$work/out" > again_table
expect_same shown_table again_table
expect_same seek.staffsim again_seek.staffsim
expect_code 0 "${seek[@]}" --target "total_cost >= 1e9" --format json
grep -q '"found": false' "$work/out" || fail "an impossible target is said to be met"
expect_code 0 "${seek[@]}" --target "total_cost >= 400" --budget -1e6
expect_out "within the budget"
expect_code 0 "${seek[@]}" --target "empty_places <= 100" --in each-township --format json
grep -q '"found": true' "$work/out" || fail "a target that is always met is not"
expect_code 0 "${seek[@]}" --target "total_cost >= 400" --mix exchange.pairs_per_year --mix-range 0:4 --mix-values 2 --format csv
expect_code 2 "${seek[@]}"
expect_err "--target is missing"
expect_code 2 "${seek[@]}" --target "empty_places = 3"
expect_err "OUTCOME <= X or OUTCOME >= X is expected"
expect_code 2 "${seek[@]}" --target "empty_placs <= 3"
expect_err "did you mean empty_places?"
expect_code 2 seek baseline.toml --lever pay.township_alowance --target "empty_places <= 3"
expect_err 'did you mean "pay.township_allowance"?'
expect_code 2 seek baseline.toml --lever leaving.death --target "empty_places <= 3"
expect_err "nobody decides"
expect_code 2 seek baseline.toml --lever pay.township_allowance --target "empty_places <= 3" --replications 10 --probability 0.95
expect_err "take more"
expect_code 2 "${seek[@]}" --target "wait_to_deputy <= 3" --in each-township

# --- answers beside a comparison: in its store, its report, its tables and on its screen, in both languages
expect_code 0 compare baseline.toml salary.toml --replications 24 "${quick[@]}" --store all.staffsim --report all.html
expect_code 0 decompose baseline.toml salary.toml+exchange.toml --replications 6 "${quick[@]}" --store all.staffsim
expect_code 0 best baseline.toml salary.toml exchange.toml --outcome total_cost --year 3 --first-look 10 "${quick[@]}" --store all.staffsim
expect_code 0 "${seek[@]}" --target "total_cost >= 400" --store all.staffsim --report answers.html
answer=$(grep "^Answer: " "$work/out")
expect_code 0 report all.staffsim --report again.html --csv all_tables
expect_same answers.html again.html
expect_out "$answer"
expect_out "whole package"
expect_out "Guarantee: if the best is better"
for section in scorecard parts best sought; do grep -q "<section id=\"$section\"" again.html || fail "no section $section"; done
grep -q ">$answer<" again.html || fail "page and terminal have other answers"
for table in package best seek; do [ -s all_tables/$table.csv ] || fail "no $table.csv"; done
expect_code 0 report all.staffsim --lang zh
expect_out "答案："
expect_out "整个办法"
# A continued comparison keeps them.
expect_code 0 compare baseline.toml salary.toml --replications 30 "${quick[@]}" --store all.staffsim --report all.html
grep -q '<section id="sought"' all.html || fail "a continued comparison forgets an answer"
# A store of answers alone is shown too.
expect_code 0 report kept.staffsim --report alone.html --format json
grep -q '"packages"' "$work/out" || fail "no packages in the JSON"
grep -q '<section id="parts"' alone.html || fail "answers alone are not shown"
grep -q '<section id="scorecard"' alone.html && fail "a scorecard without futures"
expect_code 2 report kept.staffsim --xlsx no.xlsx
# Another baseline, another seed, an experiment: refused, untouched.
cp all.staffsim before.staffsim
expect_code 2 best salary.toml baseline.toml --outcome total_cost "${quick[@]}" --store all.staffsim
expect_err "its baseline is another one"
expect_code 2 best baseline.toml salary.toml --outcome total_cost --seed 2 "${quick[@]}" --store all.staffsim
expect_err "its seed is 1, not 2"
expect_same all.staffsim before.staffsim
finish
