#!/usr/bin/env bash
# What a message says is so: bash messages.sh PROGRAM SOURCE_FOLDER
. "$(dirname "$0")/lib.sh"
county c && cd c || exit 1
not_said() { grep -qF -- "$1" "$work/err" && fail "stderr says: $1"; }
quick=(--years 3 --replications 2 --quiet --no-report)
expect_code 0 compare baseline.toml salary.toml "${quick[@]}" --store s.staffsim
# A typed variant may be longer than any name of a file.
few=""
for key in resignation early_retirement death; do few+="leaving.$key=0.0$(printf '0%.0s' $(seq 70))1, "; done
expect_code 0 compare baseline.toml "Long: ${few}motivation.reversion=0.3" --years 3 --replications 2 --no-report
# Another seed, and nothing else.
expect_code 2 compare baseline.toml salary.toml "${quick[@]}" --store s.staffsim --seed 2
expect_err "the seed is 1 there and 2 here"
not_said "other settings"
expect_code 2 compare baseline.toml exchange.toml "${quick[@]}" --store s.staffsim
expect_err 'scenario 2 ("exchange") has other settings'
expect_err 'pay.township_allowance is 1200 there and 400 here'
# A policy of another base lives another roster: refused, by every command that compares.
head -n 50 roster.csv > own.csv
printf 'extends = "baseline.toml"\nroster = "own.csv"\n' > own.toml
for command in "compare own.toml salary.toml" "sensitivity own.toml salary.toml" "decompose own.toml salary.toml+exchange.toml" \
    "best own.toml salary.toml --outcome leavers" "compare own.toml salary.toml --pathways" \
    "compare own.toml salary.toml --equal-cost pay.township_allowance"; do
    expect_code 2 $command --quiet
    expect_err 'salary.toml:1:11: roster: "Triple allowance" begins with other people than the baseline "Current rules"'
    expect_err 'let salary.toml extend own.toml, or name own.csv as roster in baseline.toml'
done
sed 's/baseline.toml/own.toml/' salary.toml > own_salary.toml
expect_code 0 compare own.toml own_salary.toml "${quick[@]}" --store own.staffsim
expect_code 2 best baseline.toml salary.toml --outcome retirements --quiet
expect_err 'say --higher if more is better, --lower if less is'
expect_code 0 best baseline.toml salary.toml --outcome retirements --lower --first-look 5 --most 5 --indifference 1 --years 3 --quiet
expect_code 2 best baseline.toml salary.toml --outcome retirements --lower --higher --quiet
expect_code 2 best baseline.toml salary.toml --outcome total_cost --lower --higher --quiet
# One limit of years for files and options.
expect_code 2 run baseline.toml --years 1001 --quiet
expect_err 'a whole number from 1 to 1000 is expected'
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
expect_code 2 compare baseline.toml salary.toml --years 3 --replications 2 --quiet --store "$long.staffsim"
expect_err '--store: the name xxxxxxxxxxxxxxxxxxxx... has 309 bytes; 230 at most'
not_said "is the file of"
expect_code 0 compare baseline.toml salary.toml "${quick[@]}" --store "${long:0:221}.staffsim"
variants=()
for i in $(seq 32); do variants+=("V$i: pay.township_allowance=$((400 + i))"); done
expect_code 2 compare baseline.toml "${variants[@]}" "${quick[@]}"
expect_err 'too many arguments: 32 at most, and "V32: pay.township_allowance=432" is one more'
expect_code 0 compare --help
expect_out "31 at most"
expect_code 0 check baseline.toml "补贴：pay.township_allowance＝800"
# Every command that others would be typed like knows --quiet; verify knows the language of its table.
expect_code 0 verify "$source_folder/scenarios/theory/g_competing_risks.toml" --quiet --lang zh
expect_out "公式值"
expect_code 0 calibrate "$source_folder/scenarios/jingning/baseline.toml" --replications 2 --years 1 --quiet
[ ! -s "$work/err" ] || fail "calibrate --quiet tells: $(cat "$work/err")"
expect_code 0 bench baseline.toml --quiet
# Whoever knows the key wants its row.
expect_code 0 levers pay.rank_quota
expect_out "pay.rank_quota"
expect_out "source, grade"
expect_code 0 levers pay.long_service --lang zh
expect_out "pay.long_service.enabled"
expect_code 2 levers pay.rank_quot
expect_err 'there is no clause or key "pay.rank_quot"'
expect_err 'did you mean "pay.rank_quota"?'
# Mistakes are told in the language asked for.
expect_code 2 check baseline.toml --set pay.township_alowance=800 --lang zh
expect_err '--set: pay.township_alowance: 没有这个键；是否应为“pay.township_allowance”？'
expect_code 2 check baseline.toml --lang=zh --orgin
expect_err '没有选项 --orgin；是否应为 --origin？'
expect_code 2 check --lang zh
expect_err '缺少方案文件：staffsim check FILE…'
expect_code 2 run baseline.toml --years 1001 --lang zh
expect_err '--years：“1001”不可用；应为整数，1 至 1000'
expect_code 2 run baseline.toml --years 3 --years 4 --lang zh
expect_err '选项 --years 写了两次'
expect_code 2 run baseline.toml --lang zh --years
expect_err '选项 --years 缺少取值'
expect_code 2 compare baseline.toml exchange.toml "${quick[@]}" --store s.staffsim --lang zh
expect_err 'pay.township_allowance 彼处为 1200，此处为 400'
expect_err '请用 --store 另给路径，或用 --fresh 覆盖。'
not_said "there"
expect_code 2 compare own.toml salary.toml --quiet --lang zh
expect_err '“补贴加到三倍”与基准方案'
not_said "let salary"
expect_code 2 report none.staffsim --lang zh
expect_err 'none.staffsim：没有结果库。'
expect_code 2 report roster.csv --lang zh
expect_err '这不是 staffsim 的结果库，未作改动。'
expect_code 2 verify "$source_folder/scenarios/theory/g_competing_risks.toml" --set recruitment.approved_share=1 --lang zh
expect_err '公式不适用：recruitment.approved_share 应为 0：不补充人员'
printf 'extends = "baseline.toml"\n[pay]\ntownship_allowance = [1 2]\n' > broken.toml
expect_code 2 check broken.toml --lang zh
expect_err 'broken.toml:3:25: 语法错误：此处应为逗号或右方括号 ]'
expect_code 0 check baseline.toml --set pay.township_allowance=0.5 --lang zh
expect_err '提示：'
not_said "warning"
expect_code 0 new fresh --lang zh
expect_out '修改文件后运行：staffsim check fresh/baseline.toml --lang zh'
expect_code 2 new fresh --lang zh
expect_err 'fresh 不是空文件夹，未作改动；请给新文件夹名'
# Many unknown keys take a moment, not minutes.
for i in $(seq 20000); do echo "a_key_of_another_program_$i = 1"; done > foreign.toml
timeout 20 "$program" check foreign.toml > "$work/out" 2> "$work/err"
[ $? = 2 ] || fail "20000 unknown keys take more than 20 seconds"
expect_err "foreign.toml:20000:1: a_key_of_another_program_20000: unknown key"
finish
