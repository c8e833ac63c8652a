#include "analysis/calibration/estimators.hpp"

#include <algorithm>

namespace staffsim::analysis {

namespace {

using measures::Ratio;
using Sums = PopulationSums;

double flow(const Sums& sums, std::size_t group, Flow which) { return sums.year[group].flow(which); }
double person_years(const Sums& sums, std::size_t group) { return sums.year[group].person_years(); }

template <Flow which>
Ratio per_100(const Sums& sums, std::size_t group) {
    return {100 * flow(sums, group, which), person_years(sums, group)};
}

template <Flow which>
Ratio per_assessed(const Sums& sums, std::size_t group) {
    return {100 * flow(sums, group, which), flow(sums, group, Flow::assessed)};
}

template <std::size_t band>
Ratio up_per_year(const Sums& sums, std::size_t) {
    return {sums.movable_moved[band], sums.movable[band]};
}

Ratio up_under_35(const Sums& sums, std::size_t) {
    return {100 * sums.moved[0], sums.moved[0] + sums.moved[1] + sums.moved[2]};
}

// Sum of a member over tiers from .. to of a group.
double over_tiers(const Sums& sums, std::size_t group, double TierSums::*member, std::size_t from = 0,
                  std::size_t to = 99) {
    double sum = 0;
    for (std::size_t tier = from; tier < std::min(to + 1, sums.tier[group].size()); ++tier)
        sum += sums.tier[group][tier].*member;
    return sum;
}

constexpr std::size_t lowest = 0, deputies = 3, chiefs = 4;  // tiers of the standard posts

template <double TierSums::*member, std::size_t from, std::size_t to>
Ratio mean_of(const Sums& sums, std::size_t group) {
    return {over_tiers(sums, group, member, from, to), over_tiers(sums, group, &TierSums::staff, from, to)};
}

Ratio share_women(const Sums& sums, std::size_t group) {
    return {100 * over_tiers(sums, group, &TierSums::women), over_tiers(sums, group, &TierSums::staff)};
}

Ratio over_10_years(const Sums& sums, std::size_t group) {
    return {over_tiers(sums, group, &TierSums::over_10_in_tier, lowest, lowest),
            over_tiers(sums, group, &TierSums::staff, lowest, lowest)};
}

Ratio wait_to_deputy(const Sums& sums, std::size_t group) {
    return {sums.year[group].person_years_below(Ladder::deputy), flow(sums, group, Flow::first_promoted_to_deputy)};
}

Ratio service_at_deputy(const Sums& sums, std::size_t) { return {sums.service_at_first_deputy, sums.first_deputies}; }

double exits(const Sums& sums, std::size_t group) {
    double sum = 0;
    for (const Flow cause :
         {Flow::exit_retirement, Flow::exit_early_retirement, Flow::exit_resignation, Flow::exit_moved_above,
          Flow::exit_death, Flow::exit_dismissal, Flow::exit_failed_probation})
        sum += flow(sums, group, cause);
    return sum;
}

Ratio exits_per_100(const Sums& sums, std::size_t group) {
    return {100 * exits(sums, group), person_years(sums, group)};
}

Ratio turnover(const Sums& sums, std::size_t group) {
    return {100 * sums.year[group].leavers(), person_years(sums, group)};
}

Ratio seats_filled(const Sums& sums, std::size_t group) {
    const double filled = flow(sums, group, Flow::seats_filled);
    return {filled, filled + flow(sums, group, Flow::seats_unfilled)};
}

Ratio failed_probation(const Sums& sums, std::size_t group) {
    return {flow(sums, group, Flow::exit_failed_probation), flow(sums, group, Flow::seats_filled)};
}

Ratio borrowed(const Sums& sums, std::size_t group) {
    return {sums.year[group].stock(Stock::away_borrowed), sums.year[group].stock(Stock::staff)};
}

Ratio leaders_tenure(const Sums& sums, std::size_t) { return {sums.leaders_years_in_post, sums.leaders}; }
Ratio relative_pay(const Sums& sums, std::size_t) { return {sums.relative_pay, sums.staff}; }
Ratio prospect(const Sums& sums, std::size_t) { return {sums.prospect, sums.townships}; }
Ratio workload(const Sums& sums, std::size_t) { return {sums.workload, sums.townships}; }
Ratio fairness(const Sums& sums, std::size_t) { return {sums.fairness, sums.units_with_fairness}; }

}  // namespace

const std::vector<Estimator>& estimators() {
    static const Text per_person_years{"events over person-years", "次数除以人年"};
    static const Text of_assessed{"results over people assessed", "等次人数除以参加考核人数"};
    static const Text at_year_ends{"mean over people at year ends", "各年末在编人员的平均"};
    static const Text past_lock{
        "of township staff past the minimum service at the end of the year before, who moved to county organs and "
        "above, "
        "by age",
        "上年末已满最低服务年限的乡镇人员中，当年调往县直和上级的比例，按年龄"};
    static const Text over_townships{"mean at year ends", "各年末的平均"};
    static const std::vector<Estimator> all{
        {"wait_to_deputy",
         {"Wait to deputy level", "晋升副科等待年限"},
         "years",
         {"person-years below deputy level over first promotions to it (occurrence / exposure)",
          "副科以下人年数除以首次晋升副科人数"},
         1,
         wait_to_deputy},
        {"service_at_deputy",
         {"Service at first promotion to deputy", "首次任副科时工龄"},
         "years",
         {"mean over those promoted: completed waits only, so shorter", "仅就已晋升者平均，因而偏短"},
         1,
         service_at_deputy},
        {"over_10_years",
         {"Over 10 years at the lowest level", "最低层级逾十年比例"},
         "share",
         {"of staff without title, at year ends", "各年末无职务人员"},
         2,
         over_10_years},
        {"time_in_post",
         {"Time in post, everybody", "任现职时间"},
         "years",
         at_year_ends,
         1,
         mean_of<&TierSums::years_in_post, 0, 99>},
        {"time_in_post_clerks",
         {"Time in post, clerks", "任现职时间（科员）"},
         "years",
         at_year_ends,
         1,
         mean_of<&TierSums::years_in_post, lowest, lowest>},
        {"time_in_post_leaders",
         {"Time in post, leaders", "任现职时间（领导）"},
         "years",
         at_year_ends,
         1,
         leaders_tenure},
        {"mean_age", {"Mean age, everybody", "平均年龄"}, "years", at_year_ends, 1, mean_of<&TierSums::age, 0, 99>},
        {"mean_age_clerks",
         {"Mean age, clerks", "平均年龄（科员）"},
         "years",
         at_year_ends,
         1,
         mean_of<&TierSums::age, lowest, lowest>},
        {"mean_age_deputies",
         {"Mean age, deputies", "平均年龄（副科）"},
         "years",
         at_year_ends,
         1,
         mean_of<&TierSums::age, deputies, deputies>},
        {"mean_age_chiefs",
         {"Mean age, section chiefs", "平均年龄（正科）"},
         "years",
         at_year_ends,
         1,
         mean_of<&TierSums::age, chiefs, chiefs>},
        {"mean_service",
         {"Length of service", "平均工龄"},
         "years",
         at_year_ends,
         1,
         mean_of<&TierSums::service, 0, 99>},
        {"share_women", {"Share of women", "女性比例"}, "%", at_year_ends, 0, share_women},
        {"turnover",
         {"Turnover, all causes", "流失率"},
         "per 100 py",
         {"exits and moves to units of the other kind over person-years", "离开及县乡间调出除以人年"},
         1,
         turnover},
        {"exits", {"Exits from the county", "离开本县公务员队伍"}, "per 100 py", per_person_years, 1, exits_per_100},
        {"retirements",
         {"Statutory retirements", "到龄退休"},
         "per 100 py",
         per_person_years,
         2,
         per_100<Flow::exit_retirement>},
        {"early_retirements",
         {"Early retirements", "提前退休"},
         "per 100 py",
         per_person_years,
         2,
         per_100<Flow::exit_early_retirement>},
        {"resignations", {"Resignations", "辞职"}, "per 100 py", per_person_years, 2, per_100<Flow::exit_resignation>},
        {"deaths", {"Death, ill health", "死亡病退"}, "per 100 py", per_person_years, 2, per_100<Flow::exit_death>},
        {"dismissals", {"Dismissals", "辞退开除"}, "per 100 py", per_person_years, 3, per_100<Flow::exit_dismissal>},
        {"up_under_35", {"Moves up, under 35", "上调率（35岁以下）"}, "a year", past_lock, 3, up_per_year<0>},
        {"up_35_to_44", {"Moves up, 35 to 44", "上调率（35至44岁）"}, "a year", past_lock, 3, up_per_year<1>},
        {"up_from_45", {"Moves up, from 45", "上调率（45岁以上）"}, "a year", past_lock, 4, up_per_year<2>},
        {"share_up_under_35",
         {"Of those who move up, under 35", "上调人员中35岁以下"},
         "%",
         {"moves by people under 35 over all moves to county organs and above", "35岁以下上调人数除以全部上调人数"},
         0,
         up_under_35},
        {"excellent", {"Result excellent", "优秀比例"}, "%", of_assessed, 1, per_assessed<Flow::excellent>},
        {"basically_competent",
         {"Result basically competent", "基本称职比例"},
         "%",
         of_assessed,
         2,
         per_assessed<Flow::basically_competent>},
        {"incompetent", {"Result incompetent", "不称职比例"}, "%", of_assessed, 3, per_assessed<Flow::incompetent>},
        {"sanctions", {"Sanctions", "处分"}, "per 100 py", per_person_years, 2, per_100<Flow::sanctions>},
        {"seats_filled",
         {"Seats filled", "招录完成率"},
         "share",
         {"recruits entered over seats whose recruitment is over", "报到人数除以已有结果的招录职位数"},
         2,
         seats_filled},
        {"failed_probation",
         {"Failed probation", "试用不合格"},
         "share",
         {"of recruits", "占录用人数"},
         3,
         failed_probation},
        {"borrowed", {"Away on borrowing", "借调在外"}, "share", at_year_ends, 3, borrowed},
        {"centre_pay",
         {"Relative pay", "相对工资"},
         "log ratio",
         {"mean log of own over outside pay of township staff at year ends",
          "年末乡镇人员自身与外部工资之比的对数平均"},
         3,
         relative_pay},
        {"centre_prospect", {"Visible prospect", "晋升预期"}, "share", over_townships, 3, prospect},
        {"centre_workload", {"Workload", "工作负荷"}, "log ratio", over_townships, 3, workload},
        {"centre_fairness", {"Fairness", "考核公平感"}, "correlation", over_townships, 3, fairness},
    };
    return all;
}

const Estimator* find_estimator(std::string_view id) {
    const auto found = std::ranges::find_if(estimators(), [id](const Estimator& one) { return one.id == id; });
    return found == estimators().end() ? nullptr : &*found;
}

}  // namespace staffsim::analysis
