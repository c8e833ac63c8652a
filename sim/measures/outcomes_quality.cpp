// Outcomes of quality: skill, performance, what assessment finds.

#include <utility>

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

// Of posts for which people were judged, those that went to one of the two best.
template <Flow truly_best, Flow chosen>
Entry share_truly_best(const char* id, Text label, Text estimand) {
    return {
        {id, std::move(label), {"%", "%"}, std::move(estimand), quality, higher_better, yearly_average, 3, 1, false},
        [](const GroupYear& g) {
            return Ratio{100.0 * g.flow(truly_best), g.flow(chosen)};
        }};
}

}  // namespace

const std::vector<Entry>& quality_entries() {
    static const std::vector<Entry> entries{
        {{"excellent_truly_best",
          {"Excellent results that go to the truly best", "优秀等次给了真正优秀者的比例"},
          {"%", "%"},
          {"Of the excellent of a pool, those among as many truly best; over the years so far",
           "考核优秀者中实绩真正领先者的比例"},
          quality,
          higher_better,
          yearly_average,
          3,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::excellent_truly_best), g.flow(Flow::excellent)};
         }},
        {{"mean_skill",
          {"Mean skill", "平均业务水平"},
          {"z", "标准分"},
          {"Mean of the three skills of staff at year end, on the scale of entrants",
           "年末三类业务水平平均值（标准分）"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          true,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::skill), share_denominator(g)};
         }},
        {{"mass_work_skill",
          {"Mass-work skill", "群众工作水平"},
          {"z", "标准分"},
          {"Mean mass-work skill of staff at year end", "年末群众工作水平平均值（标准分）"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::skill_mass_work), share_denominator(g)};
         }},
        {{"administration_skill",
          {"Administration skill", "综合业务水平"},
          {"z", "标准分"},
          {"Mean skill in general administration of staff at year end", "年末综合业务水平平均值（标准分）"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::skill_administration), share_denominator(g)};
         }},
        {{"law_skill",
          {"Legal skill", "依法办事水平"},
          {"z", "标准分"},
          {"Mean legal skill of staff at year end", "年末依法办事水平平均值（标准分）"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::skill_law), share_denominator(g)};
         }},
        {{"trained_days",
          {"Days of training", "人均培训天数"},
          {"days a person-year", "天/人年"},
          {"Days of training taken per person-year, over the years so far", "每人年实际参训天数，截至该年"},
          quality,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::training_milli_days) / 1000.0, g.person_years()};
         }},
        {{"training_coverage",
          {"Staff trained in a year", "年度参训率"},
          {"% of person-years", "占人年的%"},
          {"People trained in a year per person-year, over the years so far; above 100 where those who left in the "
           "year were "
           "trained before",
           "每人年参训人次，截至该年；年内离开者离开前参训的也计入，故可超过100%"},
          quality,
          higher_better,
          yearly_average,
          3,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::trainings), g.person_years()};
         }},
        {{"true_performance",
          {"True performance", "真实绩效"},
          {"z", "标准分"},
          {"Mean true performance in their last assessed year, of staff who have been assessed, at year end",
           "年末已参加过考核人员最近一个考核年度真实绩效平均值（标准分）"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::performance), g.stock(Stock::assessed_so_far)};
         }},
        {{"leader_ability",
          {"Ability of leaders", "领导人员能力"},
          {"z", "标准分"},
          {"Mean ability of those in leadership posts at year end, on the scale of entrants",
           "年末在任领导人员能力平均值（标准分）"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::leader_ability), g.stock(Stock::leaders)};
         }},
        {{"head_ability",
          {"Ability of heads of offices", "中层人员能力"},
          {"z", "标准分"},
          {"Mean ability of those in middle posts at year end, on the scale of entrants; not of leaders who hold one "
           "as a second title",
           "年末在任中层人员能力平均值（标准分），不含兼任的领导人员"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::head_ability), g.stock(Stock::heads)};
         }},
        share_truly_best<Flow::heads_truly_best, Flow::heads_chosen>(
            "heads_truly_best", {"Middle posts that go to the truly best", "中层职位给了真正优秀者的比例"},
            {"Of middle posts filled by competition or appointment, those won by one of the two who are truly most "
             "suitable of all who were eligible, whether they stood or not; over the years so far",
             "以竞争上岗或委任补缺的中层职位中，当选者为全部合格人员中最合适的两人之一的比例，截至该年"}),
        share_truly_best<Flow::leaders_truly_best, Flow::leaders_chosen>(
            "leaders_truly_best", {"Leadership posts that go to the truly best", "领导职位给了真正优秀者的比例"},
            {"The same of leadership posts", "领导职位的同一比例"}),
        {{"effort_drawn",
          {"Effort drawn to indicators", "被指标牵引的精力"},
          {"z", "标准分"},
          {"Mean effort that moved from unmeasured to measured work in the last assessed year, of staff who have been "
           "assessed, at year end",
           "年末已参加过考核人员最近一个考核年度由未考核工作转向指标工作的精力（标准分）"},
          quality,
          lower_better,
          year_end,
          0.02,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::effort_shift), g.stock(Stock::assessed_so_far)};
         }},
    };
    return entries;
}

}  // namespace staffsim::measures
