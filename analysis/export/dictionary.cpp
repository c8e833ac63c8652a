#include "analysis/export/dictionary.hpp"

#include <array>

#include "analysis/export/csv_text.hpp"
#include "analysis/report/labels.hpp"

namespace staffsim::analysis {

namespace {

struct DictionaryColumn {
    const char *file, *name, *zh, *en;
};

constexpr std::array columns{
    DictionaryColumn{"comparison.csv", "value", "该方案的水平", "level under this scenario"},
    DictionaryColumn{"comparison.csv", "value_low, value_high", "水平的计算范围（95%）",
                     "95 % range of the level (calculation)"},
    DictionaryColumn{"comparison.csv", "baseline", "基准方案的水平", "level under the baseline"},
    DictionaryColumn{"comparison.csv", "difference", "与基准之差（配对）", "paired difference to the baseline"},
    DictionaryColumn{"comparison.csv", "low, high", "差的范围；有结论的结果为联合范围",
                     "range of the difference; simultaneous where there is a verdict"},
    DictionaryColumn{"comparison.csv", "probability_better", "对照推演中更好的比例（没有差别的不算）",
                     "share of matched futures in which it is better (those without a difference do not count)"},
    DictionaryColumn{"comparison.csv", "probability_low, probability_high", "该比例的Wilson范围",
                     "Wilson range of that share"},
    DictionaryColumn{"comparison.csv", "verdict", "结论；空为探索性结果", "verdict; empty for exploratory outcomes"},
    DictionaryColumn{"comparison.csv", "discordant", "有差别的对照推演对数", "matched pairs that differ"},
    DictionaryColumn{"comparison.csv", "more_needed", "约需再推演次数，0为已定或未知",
                     "about so many more futures would settle it; 0: settled or unknown"},
    DictionaryColumn{"comparison.csv", "variance_factor", "配对节省的方差倍数",
                     "variance without matching / with matching"},
    DictionaryColumn{"comparison.csv", "wins, ties, losses", "对照推演中更好、相同、更差的次数",
                     "matched futures in which it is better, equal, worse"},
    DictionaryColumn{"comparison.csv", "regret, regret_of_baseline", "选择该方案（不选）时平均落后多少",
                     "by how much the choice falls behind on average if it is chosen (if it is not)"},
    DictionaryColumn{"comparison.csv", "differing_low, differing_high", "有差别的推演比例的精确范围",
                     "exact range of the share of futures that differ at all"},
    DictionaryColumn{"luck.csv", "kind", "水平或与基准之差（逐次推演）",
                     "level, or difference to the baseline future by future"},
    DictionaryColumn{"luck.csv", "p50_low, p50_high …", "分位数的范围（次序统计量，95%）；空为推演次数不足",
                     "range of the quantile (order statistics, 95 %); empty: too few futures to tell"},
    DictionaryColumn{"yearly.csv", "p05 … p95", "各次推演的分位数（运气）", "quantiles across futures (luck)"},
    DictionaryColumn{"yearly.csv", "mean", "当年平均", "mean of the year"},
    DictionaryColumn{"structure.csv", "year", "第几年年末，0为起始日", "end of that year of the run; 0: the first day"},
    DictionaryColumn{"structure.csv", "people, people_p05, people_p95", "乡镇人数及十分之九推演的范围",
                     "people in townships, mean over futures and nine in ten of them"},
    DictionaryColumn{"structure.csv", "share_percent …", "占乡镇在编人员的百分比", "% of the staff of townships"},
    DictionaryColumn{"structure.csv", "shown", "为何不显示：人数不足下限，或（*）可据以推算出此类组",
                     "why nothing is shown: fewer people than the bound, or (*) it could give such a group away"},
    DictionaryColumn{"careers.csv", "mean, p05, p95", "人数，或从录用起的年数（what）",
                     "people on the link, or years from entry to the stage (what)"},
    DictionaryColumn{"chains.csv", "what", "chains_a_year 每年条数；days_empty_* 平均空缺天数",
                     "chains_a_year by links; days_empty_*: mean days a link or post stays empty"},
    DictionaryColumn{"units.csv", "value", "单位的水平", "level of the unit"},
    DictionaryColumn{"units.csv", "difference", "与基准之差（配对）", "paired difference to the baseline"},
    DictionaryColumn{"units.csv", "low, high", "差的范围；同一方案、结果和年份的全部乡镇合计",
                     "range of the difference; for all townships of the scenario, outcome and year together"},
    DictionaryColumn{"units.csv", "discordant", "有差别的对照推演对数；不足20对时范围不可信",
                     "matched pairs that differ; with fewer than 20 the range is not to be trusted"},
    DictionaryColumn{"pilots.csv", "part, pilot", "试点乡镇合计（pilot）或其余乡镇合计（others）；试点乡镇的代号",
                     "pilot townships together (pilot) or all other townships together (others); ids of the pilot "
                     "townships; the other columns are those of comparison.csv"},
    DictionaryColumn{"pilots.csv", "shown", "为何不显示：试点乡镇（或其余乡镇）人数不足下限，或（*）可据以推算",
                     "why nothing is shown: fewer people in the pilot townships, or in the others, than the bound, or "
                     "(*) it could give "
                     "them away"},
    DictionaryColumn{"manpower.csv", "other_exits", "死亡、辞退、试用不合格等",
                     "death, dismissal, failed probation and moves down"},
    DictionaryColumn{"manpower.csv", "payroll_wan", "工资总额，万元", "payroll, 10,000 yuan"},
    DictionaryColumn{
        "manpower.csv", "others_arrive", "从组外单位调入的人数：年末人数=上年末人数-离开+招到+调入；首年不列",
        "people who come from units outside the group: staff = staff a year before - leave + filled + these; "
        "not given for the first year"},
    DictionaryColumn{"manpower.csv", "units_without_candidates", "年末无人可任领导职务的单位数（单个单位：推演比例）",
                     "units where nobody of their own may be chosen for a leadership post, at year end; of a named "
                     "unit the share of futures"},
    DictionaryColumn{"manpower.csv", "leaders_due", "起始日在任乡镇领导中当年退休或因年龄退居二线的人数；只列前六年",
                     "leaders of townships on the first day who retire or step down to the second line by age in the "
                     "year; first six years"},
    DictionaryColumn{"manpower.csv", "leaders_stepping_down", "其中退居二线的人数",
                     "of these, who step down to the second line"},
    DictionaryColumn{"equal_cost.csv", "residual_percent", "总支出剩余差异（占对照的百分比）",
                     "what is left of the difference of total cost, % of the reference's"},
    DictionaryColumn{"pathways.csv", "part", "关闭该途径后消失的差异；rules 为全部关闭后的余额",
                     "what is missing from the difference with that pathway off; rules: what is left with all off"},
    DictionaryColumn{"package.csv", "value", "该部分的沙普利值；other 非空为两部分的交互作用",
                     "Shapley value of the part; with another part beside it, their interaction"},
    DictionaryColumn{"best.csv", "remains, in_subset", "比到最后；仅凭首次查看可能最好",
                     "in the race to the end; may be the best from the first look alone"},
    DictionaryColumn{"seek.csv", "share, share_low, share_high", "达到目标的推演比例及其Wilson范围（双侧90%）",
                     "share of futures that meet the target, Wilson range (90 % two-sided)"},
    DictionaryColumn{"settings.csv", "scenario", "为空的行：--context、--set 对所有方案的改变，不是办法之间的差别",
                     "empty: what --context and --set changed in every scenario, no difference between policies"},
    DictionaryColumn{"settings.csv", "authority", "决定权", "who may decide it; empty for facts and assumptions"},
    DictionaryColumn{"rules.csv", "futures", "该规则有效的推演次数", "futures looked at in which the rule is on"},
    DictionaryColumn{"rules.csv", "fired_in", "触发过的推演次数", "futures in which the rule fired at least once"},
    DictionaryColumn{"rules.csv", "times", "平均触发次数",
                     "times a future, on average; of pay: years in which it was paid"},
};

std::string_view window_id(measures::Window window) {
    return window == measures::Window::year_end ? "year_end" : "yearly_average";
}

void outcome_row(CsvText& csv, const measures::Outcome& outcome) {
    csv.text("outcome").text("").text(outcome.id).text(outcome.label.zh).text(outcome.label.en).text(outcome.unit.zh);
    csv.text(outcome.unit.en).text(outcome.estimand.zh).text(outcome.estimand.en).text(aim_id(outcome.aim));
    csv.text(direction_id(outcome.direction)).text(window_id(outcome.window)).number(outcome.matters);
    csv.flag(outcome.primary).flag(outcome.latent).end_row();
}

void column_row(CsvText& csv, const DictionaryColumn& column) {
    csv.text("column")
        .text(column.file)
        .text(column.name)
        .text("")
        .text("")
        .text("")
        .text("")
        .text(column.zh)
        .text(column.en);
    for (int empty = 0; empty < 6; ++empty) csv.text("");
    csv.end_row();
}

}  // namespace

std::string dictionary_csv(const Comparison& comparison) {
    CsvText csv({"kind", "file", "name", "label_zh", "label_en", "unit_zh", "unit_en", "meaning_zh", "meaning_en",
                 "aim", "direction", "window", "matters", "primary", "latent"});
    for (const measures::Outcome& outcome : comparison.outcomes) outcome_row(csv, outcome);
    for (const DictionaryColumn& column : columns) column_row(csv, column);
    return csv.content();
}

}  // namespace staffsim::analysis
