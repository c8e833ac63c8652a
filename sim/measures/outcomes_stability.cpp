// Outcomes of stability: empty places and posts, leaving, recruitment that fails.

#include <utility>

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

// People a year who leave for one cause, or for a part of it, over the years so far.
template <Flow cause, Flow... without>
Entry leavers_by(const char* id, Text label, Text estimand, Direction direction) {
    return {{id,
             std::move(label),
             {"people a year", "人/年"},
             std::move(estimand),
             stability,
             direction,
             yearly_average,
             0.5,
             2,
             false},
            [](const GroupYear& g) {
                return Ratio{(g.flow(cause) - ... - g.flow(without)), g.years()};
            }};
}

// Years of one kind of staff at year end.
template <Stock years>
Entry mean_years(const char* id, Text label, Text estimand) {
    return {{id, std::move(label), {"years", "年"}, std::move(estimand), stability, neutral, year_end, 0.5, 1, false},
            [](const GroupYear& g) {
                return Ratio{g.stock(years), share_denominator(g)};
            }};
}

}  // namespace

const std::vector<Entry>& stability_entries() {
    static const std::vector<Entry> entries{
        {{"empty_places",
          {"Empty places per unit", "单位平均空编数"},
          {"places", "个"},
          {"Places of the establishment without staff, mean over the days of the year, per unit",
           "当年逐日平均的空编数，按单位平均"},
          stability,
          lower_better,
          year_end,
          0.5,
          2,
          true},
         [](const GroupYear& g) {
             return Ratio{static_cast<double>(g.empty_place_days), static_cast<double>(g.days * g.units)};
         }},
        {{"empty_leadership_posts",
          {"Empty leadership posts per unit", "单位平均领导缺职数"},
          {"posts", "个"},
          {"Posts at deputy section level and above without holder, mean over the days of the year, per unit",
           "当年逐日平均的副科以上空缺职数，按单位平均"},
          stability,
          lower_better,
          year_end,
          0.2,
          2,
          true},
         [](const GroupYear& g) {
             return Ratio{static_cast<double>(g.empty_seat_days), static_cast<double>(g.days * g.units)};
         }},
        {{"leavers",
          {"Leavers a year", "年离开人数"},
          {"people a year", "人/年"},
          {"Exits of all causes and moves to units of the other kind, a year, over the years so far; not people who "
           "change places in a planned transfer",
           "各种原因离开及县乡之间调出（不含对调转任），截至该年的年均"},
          stability,
          lower_better,
          yearly_average,
          3,
          1,
          true},
         [](const GroupYear& g) {
             return Ratio{g.leavers(), g.years()};
         }},
        {{"resignations",
          {"Resignations a year", "年辞职人数"},
          {"people a year", "人/年"},
          {"Resignations a year, over the years so far", "截至该年的年均辞职人数"},
          stability,
          lower_better,
          yearly_average,
          0.5,
          2,
          true},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::exit_resignation), g.years()};
         }},
        {{"retirements",
          {"Retirements a year", "年退休人数"},
          {"people a year", "人/年"},
          {"Statutory and early retirements a year, over the years so far", "截至该年的年均退休人数（含提前退休）"},
          stability,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::exit_retirement) + g.flow(Flow::exit_early_retirement), g.years()};
         }},
        {{"moves_up",
          {"Moves to organs above a year", "年上调人数"},
          {"people a year", "人/年"},
          {"Moves to county organs and above the county, a year, over the years so far; not in a planned transfer",
           "调往县直机关和县以上的年均人数（不含对调转任）"},
          stability,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::exit_moved_above) + g.flow(Flow::moved_to_county_organ), g.years()};
         }},
        leavers_by<Flow::exit_retirement>("statutory_retirements", {"Statutory retirements a year", "年法定退休人数"},
                                          {"Retirements at the statutory age, or at the age chosen within the "
                                           "flexible span, a year, over the years so far",
                                           "达到法定退休年龄（含弹性退休）的年均人数，截至该年"},
                                          neutral),
        leavers_by<Flow::exit_early_retirement>(
            "early_retirements", {"Early retirements a year", "年提前退休人数"},
            {"Retirements before the statutory age after long service, a year, over the years so far",
             "工作年限满提前退休的年均人数，截至该年"},
            lower_better),
        leavers_by<Flow::moved_to_county_organ>(
            "moves_to_organs", {"Moves to county organs a year", "年调入县直人数"},
            {"Moves from townships to county organs a year, over the years so far; not in a planned transfer",
             "由乡镇调往县直机关的年均人数（不含对调转任），截至该年"},
            neutral),
        leavers_by<Flow::exit_moved_above>(
            "moves_above", {"Moves above the county a year", "年调往县以上人数"},
            {"Moves to units above the county a year, over the years so far", "调往县以上单位的年均人数，截至该年"},
            lower_better),
        leavers_by<Flow::exit_death>(
            "deaths", {"Deaths and ill health a year", "年死亡病退人数"},
            {"Deaths and exits by ill health a year, over the years so far", "死亡和因病离岗的年均人数，截至该年"},
            neutral),
        leavers_by<Flow::exit_dismissal>("dismissals", {"Dismissals a year", "年开除辞退人数"},
                                         {"Dismissals, by sanction or after two incompetent years, a year, over the "
                                          "years so far",
                                          "受开除处分或连续两年不称职被辞退的年均人数，截至该年"},
                                         neutral),
        leavers_by<Flow::exit_failed_probation, Flow::quit_on_probation>(
            "failed_probation", {"Failed probation a year", "年试用不合格人数"},
            {"People not kept at the end of probation a year, over the years so far",
             "试用期满不合格的年均人数，截至该年"},
            neutral),
        leavers_by<Flow::quit_on_probation>("gave_up_on_probation",
                                            {"Gave up on probation a year", "年试用期内自行离职人数"},
                                            {"Recruits who gave up while on probation, a year, over the years so far",
                                             "试用期内自行离职的年均人数，截至该年"},
                                            lower_better),
        mean_years<Stock::service_years>("service_years", {"Years of service", "平均工龄"},
                                         {"Mean years since entry into the civil service, of staff at year end",
                                          "年末在编人员自进入公务员队伍起的平均年数"}),
        mean_years<Stock::post_years>("years_in_post", {"Years in the present post", "平均任现职年限"},
                                      {"Mean years in the present post, of staff at year end; a move to another unit "
                                       "or seat begins it anew",
                                       "年末在编人员任现职务的平均年数；调动或换岗后重新计算"}),
        {{"turnover",
          {"Turnover", "流失率"},
          {"per 100 person-years", "每百人年"},
          {"Leavers per 100 person-years of service, over the years so far", "每百人年离开人数，截至该年"},
          stability,
          lower_better,
          yearly_average,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.leavers(), g.person_years()};
         }},
        {{"days_to_fill",
          {"Days open per vacancy filled", "每补一缺的空缺天数"},
          {"days", "天"},
          {"Days on which openings of posts and places stood open, per opening filled, over the years so far: those "
           "that nobody fills count, too",
           "职位和编制缺口的空缺总天数除以补上的缺口数，截至该年；未补上的缺口也计入"},
          stability,
          lower_better,
          yearly_average,
          20,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{static_cast<double>(g.opening_days), g.flow(Flow::openings_filled)};
         }},
        {{"chain_length",
          {"Length of vacancy chains", "补缺连锁长度"},
          {"links", "环"},
          {"Moves set off by one opening, over chains that ended in the years so far; not those that were absorbed "
           "before anybody moved",
           "一个缺口引发的平均变动次数，按截至该年结束的连锁计算；未引起变动即消化的不计"},
          stability,
          neutral,
          yearly_average,
          0.1,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::chain_links), g.flow(Flow::chains_closed)};
         }},
        {{"mid_career_leaving",
          {"Mid-career leaving", "中年骨干流失率"},
          {"per 100 people and year", "每百人年"},
          {"Resignations and moves above the county of people aged 35 to 49, per 100 of that age at year end, over the "
           "years so far",
           "35至49岁人员辞职和调往县以上人数占同龄人数的比例，截至该年"},
          stability,
          lower_better,
          yearly_average,
          0.3,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::left_mid_career), g.stock(Stock::mid_career)};
         }},
        {{"seats_unfilled",
          {"Seats left unfilled a year", "年未招满职位数"},
          {"seats a year", "个/年"},
          {"Advertised seats without a recruit (cancelled, declined, given up), a year, over the years so far",
           "截至该年的年均未招满职位数（取消、无人应聘、放弃）"},
          stability,
          lower_better,
          yearly_average,
          0.5,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::seats_unfilled), g.years()};
         }},
        {{"seats_cancelled",
          {"Advertised seats cancelled", "未达开考比例职位比例"},
          {"%", "%"},
          {"Advertised seats with fewer applicants than the opening ratio, of all advertised, over the years so far",
           "截至该年因未达开考比例取消的职位占招录职位的比例"},
          stability,
          lower_better,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::seats_cancelled), g.flow(Flow::seats_advertised)};
         }},
        {{"first_year_losses",
          {"Recruits lost in the first year", "新录用人员一年内流失率"},
          {"per 100 recruits", "每百名新录用人员"},
          {"People who left within a year of entry, all causes, failed probation included, per 100 recruits whose "
           "first year ended, by leaving or by its anniversary, over the years so far",
           "截至该年录用未满一年离开的人数（含试用不合格），占录用第一年已结束（满一年或中途离开）人数的比例"},
          stability,
          lower_better,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             const double left = g.flow(Flow::left_first_year);
             return Ratio{100.0 * left, left + g.flow(Flow::first_years_completed)};
         }},
        {{"leaving_after_minimum_service",
          {"Leaving after the minimum service", "服务期满两年内流失率"},
          {"per 100 people and year", "每百人年"},
          {"Resignations and moves above the county or to county organs, not in a planned transfer, within two years "
           "of the end of the minimum service, per 100 people in these two years at year end, over the years so far. "
           "The chance of those who are free to go, no loss by itself: a longer term leaves fewer of them, and each "
           "has "
           "more of the moves",
           "截至该年服务期满两年内辞职、上调或调入县直（不含对调转任）的人数占年末处于期满两年内人数的比例。"
           "反映期满人员离开的机会，本身不表示流失多少：服务期越长，期满者越少，每人可得的调动机会越多"},
          stability,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::left_after_minimum_service), g.stock(Stock::soon_after_minimum_service)};
         }},
        {{"resigning_after_minimum_service",
          {"Resigning after the minimum service", "服务期满两年内辞职率"},
          {"per 100 people and year", "每百人年"},
          {"Of these, resignations", "其中辞职"},
          stability,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::resigned_after_minimum_service),
                          g.stock(Stock::soon_after_minimum_service)};
         }},
        {{"institution_hands_missing",
          {"Institution staff missing", "事业人员缺员"},
          {"people", "人"},
          {"Institution staff who became civil servants and are not replaced yet, at year end",
           "年末因被录用为公务员尚未补足的事业人员数"},
          stability,
          lower_better,
          year_end,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::institution_hands_missing), 1};
         }},
    };
    return entries;
}

}  // namespace staffsim::measures
