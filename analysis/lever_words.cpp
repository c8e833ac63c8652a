#include "analysis/lever_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace staffsim::analysis {

namespace {

struct Word {
    std::string_view en, zh;
};

constexpr std::array units{
    Word{"a year", "次/年"},
    Word{"a year per unit", "次/年·单位"},
    Word{"applicants per seat", "人/职位"},
    Word{"class", "档"},
    Word{"competent years", "个称职年度"},
    Word{"courses a year", "期/年"},
    Word{"days", "天"},
    Word{"days a year", "天/年"},
    Word{"month-day", "（月-日）"},
    Word{"months", "个月"},
    Word{"months of basic pay", "个月基本工资"},
    Word{"of development time", "（占发展工作时间）"},
    Word{"of empty places", "（占空编）"},
    Word{"of handling", "（办理规范化程度）"},
    Word{"of leaders", "（占领导）"},
    Word{"of matters", "（占事项）"},
    Word{"of middle-level posts", "（占中层职位）"},
    Word{"of misses", "（占未完成指标）"},
    Word{"of places without leadership post", "（占非领导编制）"},
    Word{"of posts", "（占职位）"},
    Word{"of seats", "（占招录职位）"},
    Word{"of the bonus", "（占奖金）"},
    Word{"of education and visits", "（占教育和监督力度）"},
    Word{"of the effort", "（占精力）"},
    Word{"of the gap", "（占差额）"},
    Word{"of the lectures a year", "（每年占讲授）"},
    Word{"of the quota", "（占名额）"},
    Word{"of the superior's judgement", "（占上级评价）"},
    Word{"of those assessed", "（占参加考核人员）"},
    Word{"of those it is for", "（占应参加人员）"},
    Word{"of township seats", "（占乡镇职位）"},
    Word{"of township staff", "（占乡镇人员）"},
    Word{"of training", "（占培训）"},
    Word{"of working time", "（占工作时间）"},
    Word{"pairs a year", "对/年"},
    Word{"people", "人"},
    Word{"people a year", "人/年"},
    Word{"per post", "人/职位"},
    Word{"person-days a year and 1,000 residents", "人天/年·千人"},
    Word{"places", "个"},
    Word{"raters", "名评价人"},
    Word{"rounds", "轮"},
    Word{"share", "（比例）"},
    Word{"share of township seats", "（占乡镇职位）"},
    Word{"targets", "项指标"},
    Word{"weight", "（权重）"},
    Word{"working days", "个工作日"},
    Word{"years", "年"},
    Word{"yuan", "元"},
    Word{"yuan a year per place", "元/年·编制"},
    Word{"yuan/month", "元/月"},
    Word{"yuan/month per place", "元/月·编制"},
    Word{"yuan/month per township place", "元/月·乡镇编制"},
    Word{"yuan/month per year", "元/月·年"},
    Word{"SD per 10 township years", "个标准差/10个乡镇工作年"},
    Word{"SD per front-line year", "个标准差/一线锻炼年"},
};

constexpr std::array values{
    Word{"true", "是"},
    Word{"false", "否"},
    Word{"all", "全部"},
    Word{"annual", "每年"},
    Word{"anniversary", "入职周年"},
    Word{"applicants", "报考者"},
    Word{"appoint", "直接任命"},
    Word{"appointment", "任命"},
    Word{"as_post", "与职务相同"},
    Word{"at_change", "换届时"},
    Word{"basically_competent", "基本称职"},
    Word{"best_record", "考核最优"},
    Word{"both", "双向"},
    Word{"by_matter", "分窗办理"},
    Word{"chance", "随机"},
    Word{"competition", "竞争上岗"},
    Word{"continuous", "随缺随补"},
    Word{"county", "全县"},
    Word{"county_day", "全县统一日期"},
    Word{"down", "向下"},
    Word{"events", "逐件"},
    Word{"entrants", "新录用人员"},
    Word{"even", "均匀"},
    Word{"first_come", "先来先办"},
    Word{"fixed", "固定"},
    Word{"fixed_number", "固定人数"},
    Word{"front_loaded", "前期集中"},
    Word{"half_year_after_entry", "入职半年后"},
    Word{"in_turn", "轮流"},
    Word{"leaders", "领导"},
    Word{"leave_empty", "空缺"},
    Word{"longest_since", "间隔最久者优先"},
    Word{"newest", "最新者优先"},
    Word{"none", "无"},
    Word{"not_excellent", "不得评优"},
    Word{"off", "不设"},
    Word{"one_stop", "一窗受理"},
    Word{"parallel", "职务与职级并行"},
    Word{"push", "固定晋升率"},
    Word{"random", "随机"},
    Word{"same_kind", "同类岗位"},
    Word{"secondment", "挂职"},
    Word{"seniority", "论资历"},
    Word{"spread", "分散安排"},
    Word{"staff", "全体人员"},
    Word{"themes", "专题轮训"},
    Word{"transfer", "转任"},
    Word{"unit", "本单位"},
    Word{"up", "向上"},
    Word{"urgent_first", "急事先办"},
    Word{"weekly", "按周"},
    Word{"widen", "扩大范围"},
    Word{"yearly", "逐年"},
    Word{"years_2015", "2015年年限待遇"},
};

Text say(std::span<const Word> words, std::string_view en) {
    const auto found = std::ranges::find(words, en, &Word::en);
    return {std::string(en), std::string(found == words.end() ? en : found->zh)};
}

}  // namespace

Text unit_words(std::string_view unit) { return say(units, unit); }
Text value_words(std::string_view value) { return say(values, value); }

}  // namespace staffsim::analysis
