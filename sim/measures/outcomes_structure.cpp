// Outcomes of structure: age, education, origin.

#include <utility>

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

// Of all entrants, those who came by one channel.
template <Flow channel>
Entry entrants(const char* id, Text label) {
    return {{id,
             std::move(label),
             {"%", "%"},
             {"Share of all entrants who came by this channel, over the years so far",
              "截至该年经该渠道录用人数占录用总数的比例"},
             structure,
             neutral,
             yearly_average,
             2,
             1,
             false},
            [](const GroupYear& g) {
                return Ratio{100.0 * g.flow(channel), g.entrants()};
            }};
}

}  // namespace

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
          {"Recruits entered, of seats whose recruitment is over (filled or not), over the years so far",
           "截至该年已有结果的招录职位中报到的比例"},
          structure,
          higher_better,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             const double filled = g.flow(Flow::seats_filled);
             return Ratio{100.0 * filled, filled + g.flow(Flow::seats_unfilled)};
         }},
        {{"specialty_match",
          {"Specialty match", "专业对口程度"},
          {"%", "%"},
          {"Mean of how well the fields of study of staff meet the need of their units, at year end; 100 = all match "
           "fully",
           "年末在编人员专业与单位需要的平均对口程度"},
          structure,
          higher_better,
          year_end,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::field_fit), share_denominator(g)};
         }},
        entrants<Flow::entered_open_exam>("entrants_open_exam", {"Entrants by open exam", "公开招考录用比例"}),
        entrants<Flow::entered_institution_staff>("entrants_institution_staff",
                                                  {"Entrants from township institution staff", "乡镇事业人员录用比例"}),
        entrants<Flow::entered_village_cadre>("entrants_village_cadre",
                                              {"Entrants from village cadres", "优秀村干部录用比例"}),
        entrants<Flow::entered_village_official>(
            "entrants_village_official", {"Entrants from college-graduate village officials", "大学生村官录用比例"}),
        entrants<Flow::entered_service_programme>("entrants_service_programme",
                                                  {"Entrants from service programmes", "服务基层项目录用比例"}),
    };
    return entries;
}

}  // namespace staffsim::measures
