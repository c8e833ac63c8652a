// Outcomes of conduct: what is done, what is found, what follows.

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

// Stock per 100 staff.
template <Stock stock>
Ratio per_100_staff(const GroupYear& g) {
    return Ratio{100.0 * g.stock(stock), share_denominator(g)};
}

Entry in_force(const char* id, const char* en, const char* zh, Formula formula) {
    return {{id,
             {std::string(en) + " in force", std::string(zh) + "处分期内人员"},
             {"per 100 staff", "每百人"},
             {"Staff whose gravest sanction in force at year end is this one, per 100 staff",
              "年末在处分期内且最重处分为该种的人数，每百名在编人员"},
             conduct,
             lower_better,
             year_end,
             0.1,
             2,
             false},
            formula};
}

}  // namespace

const std::vector<Entry>& conduct_entries() {
    static const std::vector<Entry> entries{
        {{"sanctions",
          {"Sanctions", "处分"},
          {"per 100 person-years", "每百人年"},
          {"Sanctions of all kinds per 100 person-years, over the years so far", "每百人年受处分次数，截至该年"},
          conduct,
          lower_better,
          yearly_average,
          0.2,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::sanctions), g.person_years()};
         }},
        {{"misconduct",
          {"Misconduct, found or not", "违纪行为（含未发现）"},
          {"per 100 person-years", "每百人年"},
          {"Misconduct per 100 person-years, whether anybody ever finds it, over the years so far; depends on the "
           "assumed share found",
           "每百人年违纪行为次数，不论是否被发现，截至该年；取决于假定的发现比例"},
          conduct,
          lower_better,
          yearly_average,
          0.2,
          2,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::misconduct), g.person_years()};
         }},
        {{"misconduct_found",
          {"Misconduct found", "违纪发现"},
          {"per 100 person-years", "每百人年"},
          {"Inquiries begun per 100 person-years, over the years so far", "每百人年立案次数，截至该年"},
          conduct,
          neutral,
          yearly_average,
          0.2,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::misconduct_found), g.person_years()};
         }},
        {{"share_found",
          {"Misconduct found, share", "违纪发现比例"},
          {"%", "%"},
          {"Misconduct found, of misconduct whose hiding ended: found, or no longer to be proved; over the years so "
           "far; what is still hidden, and what people did who have left, is not told yet",
           "截至该年已了结（被发现或已无法查实）的违纪中被发现的比例；仍隐藏的和已离开人员的不计"},
          conduct,
          higher_better,
          yearly_average,
          5,
          1,
          false,
          true},
         [](const GroupYear& g) {
             const double found = g.flow(Flow::misconduct_found);
             return Ratio{100.0 * found, found + g.flow(Flow::misconduct_lapsed)};
         }},
        {{"time_to_finding",
          {"Years of hiding per discovery", "每发现一起违纪的隐藏年数"},
          {"years", "年"},
          {"Years for which misconduct of all staff lay hidden, per discovery, over the years so far: what is never "
           "found counts its years, too",
           "全部违纪的隐藏年数之和除以发现次数，截至该年；未被发现的也计入"},
          conduct,
          lower_better,
          yearly_average,
          0.5,
          2,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::hidden_case_days) / days_per_year, g.flow(Flow::misconduct_found)};
         }},
        {{"found_by_complaint",
          {"Misconduct found on a complaint", "群众举报发现"},
          {"% of discoveries", "占发现的%"},
          {"Discoveries that a complaint led to, over all discoveries, over the years so far",
           "由群众举报发现的违纪占全部发现的比例，截至该年"},
          conduct,
          neutral,
          yearly_average,
          5,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::found_by_complaint), g.flow(Flow::misconduct_found)};
         }},
        {{"sanctions_in_force",
          {"Under a sanction", "处分期内人员"},
          {"per 100 staff", "每百人"},
          {"Staff with a sanction in force at year end, per 100 staff", "年末在处分期内人数，每百名在编人员"},
          conduct,
          lower_better,
          year_end,
          0.2,
          2,
          false},
         per_100_staff<Stock::sanction_in_force>},
        in_force("warnings_in_force", "Warnings", "警告", per_100_staff<Stock::warning_in_force>),
        in_force("demerits_in_force", "Demerits", "记过", per_100_staff<Stock::demerit_in_force>),
        in_force("major_demerits_in_force", "Major demerits", "记大过", per_100_staff<Stock::major_demerit_in_force>),
        in_force("demotions_in_force", "Demotions in grade", "降级", per_100_staff<Stock::demotion_in_force>),
        in_force("removals_in_force", "Removals from post", "撤职", per_100_staff<Stock::removal_in_force>),
    };
    return entries;
}

}  // namespace staffsim::measures
