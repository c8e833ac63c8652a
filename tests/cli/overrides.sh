#!/usr/bin/env bash
# What --context and --set changed is told by every command that takes them, by its page, its tables and its store.
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
printf '[leaving]\ndeath = 0.01\n' > hard.toml
quick=(--years 3 --quiet --fresh)
on_top=(--context hard.toml --set pay.remote_supplement=[0,50,90])
told() {  # on stdout
    expect_out "+ On top of the files of every scenario: context hard.toml, --set"
    expect_out "Rate of death and ill health: 0.0015 → 0.01 per year"
    expect_out "(hard.toml:2)"
    expect_out "Supplement for remote townships: [0, 100, 200] → [0, 50, 90] yuan/month"
}
expect_code 0 compare baseline.toml salary.toml "${on_top[@]}" "${quick[@]}" --replications 3 --csv tables
told
cp "$work/out" first
grep -qF "lived under context hard.toml" compare.html || fail "the page does not name the context"
grep -qF "assumptions were not varied" compare.html && fail "the page says that assumptions were not varied"
grep -qF "Changed by that: Rate of death and ill health" compare.html || fail "the run record lacks the change"
grep -qF "0.0015,0.01,per year,,,hard.toml:2" tables/settings.csv || fail "settings.csv lacks the change"
expect_code 0 report compare.staffsim --quiet --no-report
told
diff <(grep -A8 "^+ On" first) <(grep -A8 "^+ On" "$work/out") > "$work/changed" || fail "report tells something else"
expect_code 0 report compare.staffsim --quiet --no-report --lang zh
expect_out "+ 所有方案在各自文件之上另加：情境文件 hard.toml"
expect_out "死亡病退率: 0.0015 → 0.01 /年"

expect_code 0 run baseline.toml "${on_top[@]}" --years 2 --replications 2 --quiet
told
expect_code 0 best baseline.toml salary.toml --outcome leavers "${on_top[@]}" "${quick[@]}" --most 20
told
expect_code 0 report best.staffsim --quiet --report best.html
told
grep -qF "On top of the files of every scenario" best.html || fail "the page of best does not name the context"
expect_code 0 decompose baseline.toml salary.toml+exchange.toml "${on_top[@]}" "${quick[@]}" --replications 3
told
expect_code 0 seek baseline.toml --lever pay.township_allowance --target "leavers <= 99" --by 3 --replications 30 \
    "${on_top[@]}" "${quick[@]}"
told
expect_code 0 sensitivity baseline.toml salary.toml "${on_top[@]}" "${quick[@]}" --replications 3 --no-report \
    --method tornado --assumption leaving.death --point-replications 2
told
expect_code 0 compare baseline.toml salary.toml --long-run "${on_top[@]}" --quiet --fresh --replications 2 \
    --store long.staffsim
told
printf 'base = "baseline.toml"\nscenarios = ["salary.toml"]\ncontexts = ["hard.toml"]\n' > hard_study.toml
expect_code 0 experiment hard_study.toml "${quick[@]}" --set pay.remote_supplement=[0,50,90] --replications 2
told

# Nothing on top, nothing said; --years is no change of what the files say.
expect_code 0 compare baseline.toml salary.toml "${quick[@]}" --replications 3
grep -qF "On top of the files" "$work/out" && fail "something is said to be on top"
grep -qF "assumptions were not varied" compare.html || fail "the page does not say that assumptions were not varied"
finish
