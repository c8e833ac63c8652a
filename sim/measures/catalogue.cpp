// The catalogue of outcomes: one entry each, formula beside words. Names are permanent once released.

#include <algorithm>
#include <iterator>

#include "sim/measures/observe.hpp"

namespace staffsim::measures {

namespace {

struct Entry {
    Outcome outcome;
    Formula formula;
};

using enum Aim;
using enum Direction;
using enum Window;

double share_denominator(const GroupYear& g) { return g.stock(Stock::staff); }

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
          {"Exits of all causes and moves to units of the other kind, a year, over the years so far",
           "各种原因离开及县乡之间调出，截至该年的年均"},
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
          {"Moves up a year", "年上调人数"},
          {"people a year", "人/年"},
          {"Moves to county organs and above the county, a year, over the years so far",
           "调往县直机关和县以上的年均人数"},
          stability,
          neutral,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::exit_moved_above) + g.flow(Flow::moved_to_county_organ), g.years()};
         }},
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
          {"Days to fill", "补缺天数"},
          {"days", "天"},
          {"Days from an opening to its filling, over openings filled in the years so far",
           "已补缺口从出现到补上的平均天数"},
          stability,
          lower_better,
          yearly_average,
          20,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{g.flow(Flow::days_to_fill), g.flow(Flow::openings_filled)};
         }},
        {{"chain_length",
          {"Length of vacancy chains", "补缺连锁长度"},
          {"links", "环"},
          {"Moves set off by one opening, over chains that ended in the years so far", "一个缺口引发的平均变动次数"},
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
           "35至49岁人员辞职和上调人数占同龄人数的比例，截至该年"},
          stability,
          lower_better,
          yearly_average,
          0.3,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::left_mid_career), g.stock(Stock::mid_career)};
         }},
    };
    return entries;
}

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
          {"z", "z"},
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
          {"z", "z"},
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
        {{"true_performance",
          {"True performance", "真实绩效"},
          {"z", "z"},
          {"Mean true performance of staff in their last assessed year", "最近一个考核年度真实绩效平均值（标准分）"},
          quality,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::performance), share_denominator(g)};
         }},
        {{"leader_ability",
          {"Ability of leaders", "领导人员能力"},
          {"z", "z"},
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
        {{"effort_drawn",
          {"Effort drawn to indicators", "被指标牵引的精力"},
          {"z", "z"},
          {"Mean effort that moved from unmeasured to measured work in the last assessed year",
           "最近一个考核年度由未考核工作转向指标工作的精力（标准分）"},
          quality,
          lower_better,
          year_end,
          0.02,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::effort_shift), share_denominator(g)};
         }},
    };
    return entries;
}

const std::vector<Entry>& vitality_entries() {
    static const std::vector<Entry> entries{
        {{"wait_to_deputy",
          {"Wait to deputy level", "晋升副科等待年限"},
          {"years", "年"},
          {"Person-years below deputy section level per first promotion to it, over the years so far",
           "副科以下人年数除以首次晋升副科人数，截至该年"},
          vitality,
          lower_better,
          yearly_average,
          1,
          1,
          true},
         [](const GroupYear& g) {
             return Ratio{static_cast<double>(g.person_days_below_deputy) / days_per_year,
                          g.flow(Flow::first_promoted_to_deputy)};
         }},
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
        {{"share_over_10_years_lowest",
          {"Over 10 years at the lowest tier", "最低层级逾十年比例"},
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
          {"Eligible candidates per leadership post that is empty or opens by retirement within 3 years, at year end",
           "年末每个空缺或三年内退休腾出的领导职数对应的合格人选"},
          vitality,
          higher_better,
          year_end,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::succession_candidates), g.stock(Stock::leadership_openings_3_years)};
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
          {"Away on borrowing", "借调在外比例"},
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
          {"z", "z"},
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
          {"Results capped by targets", "一票否决次数"},
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

const std::vector<Entry>& conduct_service_entries() {
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
        {{"hands_present",
          {"Hands present per 100 places", "每百编制在岗人数"},
          {"full-time equivalents", "人"},
          {"Own staff present plus guests, per 100 places, at year end", "年末每百个编制实际在岗人数（含来挂职者）"},
          service,
          higher_better,
          year_end,
          2,
          1,
          true},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::present_share), g.stock(Stock::places)};
         }},
    };
    return entries;
}

double total_cost_wan(const GroupYear& g) { return (g.payroll_yuan() + g.one_off_yuan()) / 1e4; }

const std::vector<Entry>& cost_entries() {
    static const std::vector<Entry> entries{
        {{"total_cost",
          {"Total cost a year", "年总支出"},
          {"10,000 yuan a year", "万元/年"},
          {"Payroll, recruitment, training, exchange and front line, a year, over the years so far",
           "工资、招录、培训、交流、一线锻炼支出，截至该年的年均"},
          cost,
          lower_better,
          yearly_average,
          50,
          0,
          true},
         [](const GroupYear& g) {
             return Ratio{total_cost_wan(g), g.years()};
         }},
        {{"payroll",
          {"Payroll a year", "年工资总额"},
          {"10,000 yuan a year", "万元/年"},
          {"Pay of all components a year, over the years so far", "各项工资合计，截至该年的年均"},
          cost,
          lower_better,
          yearly_average,
          50,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{g.payroll_yuan() / 1e4, g.years()};
         }},
        {{"payroll_allowance",
          {"of which allowances", "其中：补贴"},
          {"10,000 yuan a year", "万元/年"},
          {"Township allowances and remote supplements a year, over the years so far",
           "乡镇补贴与边远补贴，截至该年的年均"},
          cost,
          lower_better,
          yearly_average,
          20,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{static_cast<double>(g.pay_milli_fen[static_cast<std::size_t>(PayComponent::allowance)]) / 1e9,
                          g.years()};
         }},
        {{"payroll_long_service",
          {"of which long-service pay", "其中：年限待遇"},
          {"10,000 yuan a year", "万元/年"},
          {"Long-service pay and welfare on it a year, over the years so far", "年限待遇及相应福利，截至该年的年均"},
          cost,
          lower_better,
          yearly_average,
          20,
          0,
          false},
         [](const GroupYear& g) {
             const double fen =
                 static_cast<double>(g.pay_milli_fen[static_cast<std::size_t>(PayComponent::long_service)] +
                                     g.pay_milli_fen[static_cast<std::size_t>(PayComponent::welfare)]);
             return Ratio{fen / 1e9, g.years()};
         }},
        {{"cost_per_filled_place",
          {"Cost per filled place", "每个在编岗位支出"},
          {"yuan a year", "元/年"},
          {"Total cost per person-year of service, over the years so far", "每人年总支出，截至该年"},
          cost,
          lower_better,
          yearly_average,
          1000,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{1e4 * total_cost_wan(g), g.person_years()};
         }},
    };
    return entries;
}

const std::vector<Entry>& all_entries() {
    static const std::vector<Entry> entries = [] {
        std::vector<Entry> all;
        for (const auto* part : {&stability_entries(), &structure_entries(), &quality_entries(), &vitality_entries(),
                                 &conduct_service_entries(), &cost_entries()}) {
            all.insert(all.end(), part->begin(), part->end());
        }
        return all;
    }();
    return entries;
}

// What tables of named units show; the rest would only swell the store.
bool is_kept_by_unit(std::string_view id) {
    static constexpr std::string_view kept[] = {
        "empty_places", "empty_leadership_posts", "leavers", "resignations", "retirements", "moves_up",
        "mean_age",     "share_seats_filled",     "payroll"};
    return std::find(std::begin(kept), std::end(kept), id) != std::end(kept);
}

}  // namespace

const std::vector<Outcome>& outcomes() {
    static const std::vector<Outcome> list = [] {
        std::vector<Outcome> all;
        for (const Entry& entry : all_entries()) {
            all.push_back(entry.outcome);
            all.back().by_unit = is_kept_by_unit(entry.outcome.id);
        }
        return all;
    }();
    return list;
}

const std::vector<Formula>& formulas() {
    static const std::vector<Formula> list = [] {
        std::vector<Formula> all;
        for (const Entry& entry : all_entries()) all.push_back(entry.formula);
        return all;
    }();
    return list;
}

}  // namespace staffsim::measures
