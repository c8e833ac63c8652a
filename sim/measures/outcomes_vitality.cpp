// Outcomes of vitality: careers, competition, exchange, motivation.

#include <utility>

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

template <Ladder level, Flow first_promoted>
Entry wait_to(const char* id, Text label, Text estimand) {
    return {{id,
             std::move(label),
             {"person-years", "人年"},
             std::move(estimand),
             vitality,
             lower_better,
             yearly_average,
             1,
             1,
             false},
            [](const GroupYear& g) {
                return Ratio{g.person_years_below(level), g.flow(first_promoted)};
            }};
}

}  // namespace

const std::vector<Entry>& vitality_entries() {
    static const std::vector<Entry> entries{
        {{"wait_to_deputy",
          {"Person-years per promotion to deputy level", "每晋升一名副科所需人年"},
          {"person-years", "人年"},
          {"Person-years below deputy section level per first promotion to it, over the years so far",
           "副科以下人年数除以首次晋升副科人数，截至该年"},
          vitality,
          lower_better,
          yearly_average,
          1,
          1,
          true},
         [](const GroupYear& g) {
             return Ratio{g.person_years_below(Ladder::deputy), g.flow(Flow::first_promoted_to_deputy)};
         }},
        wait_to<Ladder::middle, Flow::first_promoted_to_middle>(
            "wait_to_middle", {"Person-years per promotion to a middle post", "每晋升一名中层所需人年"},
            {"Person-years below middle level per first promotion to it or beyond it, over the years so far",
             "中层以下人年数除以首次晋升中层（或越过中层）人数，截至该年"}),
        wait_to<Ladder::chief, Flow::first_promoted_to_chief>(
            "wait_to_chief", {"Person-years per promotion to chief level", "每晋升一名正科所需人年"},
            {"Person-years below section chief level per first promotion to it, over the years so far",
             "正科以下人年数除以首次晋升正科人数，截至该年"}),
        {{"promotions",
          {"Promotions a year", "年晋升人数"},
          {"people a year", "人/年"},
          {"Promotions to middle, deputy and chief level a year, over the years so far",
           "晋升中层、副科、正科的年均人数"},
          vitality,
          higher_better,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{
                 g.flow(Flow::promoted_to_middle) + g.flow(Flow::promoted_to_deputy) + g.flow(Flow::promoted_to_chief),
                 g.years()};
         }},
        {{"chance_of_able",
          {"Chance to lead of the able", "优秀者晋升领导职务机会"},
          {"% a year", "%/年"},
          {"Of people who may be chosen for a leadership post and are abler than the mean entrant, those who rise to "
           "one a year: per 100 of those who rose and of those who may be chosen at year end, over the years so far",
           "符合领导职务晋升条件且能力高于新录用人员平均水平者中每年晋升领导职务的比例（以当年晋升者与年末符合条件者之"
           "和计），截至该年"},
          vitality,
          higher_better,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             const double risen = g.flow(Flow::rises_of_able);
             return Ratio{100.0 * risen, risen + g.stock(Stock::able_candidates)};
         }},
        {{"chance_of_others",
          {"Chance to lead of the less able", "其余人员晋升领导职务机会"},
          {"% a year", "%/年"},
          {"The same of people who may be chosen and are not abler than the mean entrant",
           "其余符合条件人员的同一比例"},
          vitality,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             const double risen = g.flow(Flow::rises_to_lead) - g.flow(Flow::rises_of_able);
             return Ratio{100.0 * risen,
                          risen + g.stock(Stock::succession_candidates) - g.stock(Stock::able_candidates)};
         }},
        {{"share_over_10_years_lowest",
          {"Over 10 years at the lowest level", "最低层级逾十年比例"},
          {"%", "%"},
          {"Of staff without title, those there for more than ten years, at year end",
           "年末无职务人员中任现层级逾十年者比例"},
          vitality,
          lower_better,
          year_end,
          3,
          1,
          true},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::over_10_years_lowest_tier), g.stock(Stock::at_lowest_tier)};
         }},
        {{"succession_cover",
          {"Succession cover", "后备覆盖倍数"},
          {"candidates per opening", "人/职"},
          {"Eligible candidates per leadership post that is empty, or opens within 3 years by retirement or stepping "
           "down, at year end; high in years whose next 3 hold no change of teams",
           "年末每个空缺或三年内因退休、退居二线腾出的领导职数对应的合格人选；三年内无集中换届的年份数值偏高"},
          vitality,
          higher_better,
          year_end,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::succession_candidates), g.stock(Stock::leadership_openings_3_years)};
         }},
        {{"own_candidates",
          {"Own candidates for leadership posts per unit", "单位自有领导后备人选"},
          {"people", "人"},
          {"People of the unit who may be chosen for some leadership post, there or elsewhere, by their post and the "
           "conditions of a promotion, at year end, per unit with leadership posts",
           "年末按现职务和晋升条件可任领导职务的本单位人数，按有领导职数的单位平均"},
          vitality,
          higher_better,
          year_end,
          0.5,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::succession_candidates), g.stock(Stock::units_with_leaders)};
         }},
        {{"units_without_candidates",
          {"Units without own candidates", "无领导后备人选的单位"},
          {"units", "个"},
          {"Units with leadership posts where nobody of their own may be chosen for one, at year end; of a named unit "
           "the share of futures",
           "年末有领导职数而本单位无人可任领导职务的单位数；单个单位为推演比例"},
          vitality,
          lower_better,
          year_end,
          1,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::units_without_candidates), 1};
         }},
        {{"share_on_exchange",
          {"Away on exchange", "在外交流比例"},
          {"%", "%"},
          {"Staff away on exchange at year end", "年末在外交流人员比例"},
          vitality,
          neutral,
          year_end,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::away_exchange), share_denominator(g)};
         }},
        {{"share_borrowed",
          {"Borrowed by county organs", "借调在外比例"},
          {"%", "%"},
          {"Staff borrowed by county organs at year end", "年末被县直机关借调人员比例"},
          vitality,
          neutral,
          year_end,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::away_borrowed), share_denominator(g)};
         }},
        {{"people_exchanged",
          {"People exchanged a year", "年交流人数"},
          {"people a year", "人/年"},
          {"Secondments begun and people transferred in exchange a year, over the years so far",
           "开始挂职和对调转任的年均人数"},
          vitality,
          neutral,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::exchanges_begun) + g.flow(Flow::exchange_transfers), g.years()};
         }},
        {{"heads_rotated",
          {"Office heads rotated a year", "年轮岗人数"},
          {"people a year", "人/年"},
          {"Office heads who changed seats in rotation a year, over the years so far", "中层轮岗的年均人数"},
          vitality,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::rotations), g.years()};
         }},
        {{"share_front_line",
          {"At the front line", "一线锻炼比例"},
          {"%", "%"},
          {"Staff on front-line exercise at year end", "年末一线锻炼人员比例"},
          vitality,
          neutral,
          year_end,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::away_front_line), share_denominator(g)};
         }},
        {{"motivation",
          {"Work motivation", "工作积极性"},
          {"z", "标准分"},
          {"Mean work motivation of staff at year end", "年末工作积极性平均值（标准分）"},
          vitality,
          higher_better,
          year_end,
          0.05,
          3,
          true,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::motivation), share_denominator(g)};
         }},
        {{"share_by_competition",
          {"Posts filled by competition", "竞争上岗比例"},
          {"%", "%"},
          {"Of titled posts filled in the years so far, those by open competition",
           "截至该年通过竞争上岗补缺的职位比例"},
          vitality,
          neutral,
          yearly_average,
          5,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::posts_by_competition),
                          g.flow(Flow::posts_by_competition) + g.flow(Flow::posts_by_appointment)};
         }},
        {{"demotions",
          {"Demotions a year", "年降职人数"},
          {"people a year", "人/年"},
          {"Posts lost by assessment or sanction a year, over the years so far", "截至该年因考核或处分降职的年均人数"},
          vitality,
          neutral,
          yearly_average,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::demotions), g.years()};
         }},
        {{"results_capped",
          {"Results capped by a missed target", "一票否决次数"},
          {"people a year", "人/年"},
          {"Assessment results capped by a missed target that was not waived, a year, over the years so far",
           "截至该年因未完成目标被限定等次的年均人数"},
          vitality,
          neutral,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::results_capped), g.years()};
         }},
        {{"share_second_line",
          {"In the second line", "退居二线比例"},
          {"%", "%"},
          {"Staff who gave up a leadership post and keep place and level, at year end", "年末退居二线人员比例"},
          vitality,
          lower_better,
          year_end,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::second_line), share_denominator(g)};
         }},
    };
    return entries;
}

}  // namespace staffsim::measures
