// Outcomes of structure: age, education, origin.

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

const std::vector<Entry>& structure_entries() {
    static const std::vector<Entry> entries{
        {{"mean_age",
          {"Mean age", "平均年龄"},
          {"years", "岁"},
          {"Mean age of staff at year end", "年末在编人员平均年龄"},
          structure,
          neutral,
          year_end,
          0.5,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::age_years), share_denominator(g)};
         }},
        {{"share_under_35",
          {"Share under 35", "35岁以下比例"},
          {"%", "%"},
          {"Staff under 35 at year end", "年末35岁以下人员比例"},
          structure,
          higher_better,
          year_end,
          2,
          1,
          true},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::under_35), share_denominator(g)};
         }},
        {{"share_women",
          {"Share of women", "女性比例"},
          {"%", "%"},
          {"Women among staff at year end", "年末女性比例"},
          structure,
          neutral,
          year_end,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::women), share_denominator(g)};
         }},
        {{"share_degree",
          {"Share with a degree", "本科以上比例"},
          {"%", "%"},
          {"Staff with a bachelor's degree or higher at year end", "年末本科及以上学历比例"},
          structure,
          higher_better,
          year_end,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::degree), share_denominator(g)};
         }},
        {{"share_native",
          {"Share of natives", "本地人比例"},
          {"%", "%"},
          {"Natives among staff at year end", "年末本地人比例"},
          structure,
          neutral,
          year_end,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::native), share_denominator(g)};
         }},
        {{"applicants_per_seat",
          {"Applicants per seat", "每职位报考人数"},
          {"applicants", "人"},
          {"Applicants per advertised seat, over the years so far", "截至该年每个招录职位的报考人数"},
          structure,
          neutral,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::applicants), g.flow(Flow::seats_advertised)};
         }},
        {{"share_seats_filled",
          {"Share of seats filled", "招录完成率"},
          {"%", "%"},
          {"Recruits entered per advertised seat, over the years so far", "截至该年招录职位的完成比例"},
          structure,
          higher_better,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::seats_filled), g.flow(Flow::seats_advertised)};
         }},
    };
    return entries;
}

}  // namespace staffsim::measures
