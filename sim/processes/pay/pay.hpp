// Pay: basic pay by post, rank, pay grade and step; township allowance by remoteness and township years; long-service
// pay of the level above; year-end and performance bonus; welfare paid on long-service pay. What a county adds by
// itself (allowances, long-service pay, performance bonus) is paid in full or, where the budget is too small, in
// part. Every amount is a monthly one; payroll accrues it by whole days. Money for living conditions works on
// townships.
#pragma once

#include <array>
#include <optional>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

// none: no ranks beside posts; years_2015: treatment by years, for county and below; parallel: ranks with quotas.
enum class RankRegime : std::uint8_t { none, years_2015, parallel };

inline constexpr std::size_t bonus_result_count = 4;  // excellent, competent, basically competent, incompetent

struct LivingRules {
    Money fund;  // a month and place
    double gain, decay;
};

// The upper end of pay.extra_budget, which means that extra pay has no limit; yuan a month and place.
inline constexpr int no_extra_limit_yuan = 10000;
inline constexpr Money no_extra_limit = from_yuan(no_extra_limit_yuan);

struct PayRules {
    bool enabled;  // off: nobody is paid, nobody compares pay, and the budget and its measures are 0
    // basic pay
    Money basic_clerk;
    double step_share, grade_share, rank_share, post_share;
    int years_per_step, years_per_grade;
    std::array<double, rank_count> top_grades;  // by rank from the lowest: 27 is the lowest grade, 1 the highest
    double bonus_months;
    bool bonus_needs_competent_year;
    Money performance_bonus;
    std::array<double, bonus_result_count> performance_spread;
    Money extra_budget;  // a month and township place
    // allowances of townships
    Money township_allowance;
    std::array<Money, 3> remote_supplement;
    Money allowance_per_year;  // of township service
    double allowance_years;    // at most
    LivingRules living;
    // long-service pay of the level above
    bool long_service;
    double long_service_years_in_tier, long_service_years_of_service;
    double pays_level_above;
    bool welfare_too;
    double welfare_share;
    int needs_competent_years;
    // outside option
    double outside_ratio;
    Money outside_base;
    double outside_growth;
    double outside_growth_ends_at_age;
    double outside_trend;
    // parallel ranks
    RankRegime rank_regime;
    bool ranks_in_organs;
    std::array<double, 2> years_2015;
    MonthDay rank_review;
    int rank_reviews_per_year;
    double rank_minimum_years, rank_excellent_credit;
    double rank_quota, rank_quota_upper, rank_quota_researcher;
};
const levers::Table<PayRules>& pay_levers();

struct Pay {
    std::array<Money, pay_component_count> component{};  // monthly
    Money total() const {
        Money sum;
        for (const Money part : component) sum += part;
        return sum;
    }
};

// The township that somebody works in: the own one, or that of the host while on exchange or borrowed. None for who
// works in an organ, or outside the county.
std::optional<UnitId> township_worked_in(const County& county, PersonId person);
// Monthly pay of a person today; nothing where pay is off. The bonus component is one twelfth of the year-end bonus,
// due for competent and better.
Pay pay_of(const PayRules& rules, const County& county, PersonId person);
// Monthly pay outside the service that the person could have (before the year's shock), at the age in whole years and
// in the year of the day as of which people compare. Nothing where pay is off.
Money outside_option(const PayRules& rules, const County& county, PersonId person);
// Whether the long-service rule pays this person the level above today, where there is pay.
bool has_long_service_pay(const PayRules& rules, const County& county, PersonId person);
// Whether the last `needed` results on record, as far as there are any, are competent or better.
bool recent_results_suffice(const Record& record, int needed);
// Statutory levels above the own one whose years have passed under the rule of 2015. They count since entry or since
// the own level last changed; middle posts, which are below the ladder, change nothing.
// From clerk to deputy section, section chief and deputy division: domain handbook §5.
inline constexpr int most_levels_by_years = 3;
int levels_reached(const PayRules& rules, const County& county, PersonId person);
// Those that are paid: none while the last result is not competent.
int levels_by_years(const PayRules& rules, const County& county, PersonId person);
// Years at the present statutory level that bring the treatment of so many levels above it.
double years_to_level(const PayRules& rules, int own_level, int levels);
// Whether a unit's staff have parallel ranks where these hold.
bool has_ranks(const PayRules& rules, const County& county, UnitId unit);
// Parallel ranks take the place of the rule of 2015 today: whoever has the years for the treatment of a level, or holds
// one, gets the rank that corresponds to it, since the day on which it was reached (套转; from memory). Where a unit
// has no ranks, the treatment ends.
void convert_to_ranks(const RulesView<PayRules>& before, const RulesView<PayRules>& now, World& world);
// Whether the newest result on record may make a difference to pay.
bool changes_pay(const PayRules& rules, const Record& record);
// Computes and books pay and relative pay as of the month. For one person; terms.hpp does it for many.
void refresh_pay(const PayRules& rules, World& world, PersonId person);
// Whether own pay of somebody may differ from one day to another though nothing happens.
inline bool own_pay_moves_with_time(const PayRules& rules) {
    return rules.enabled &&
           (rules.long_service || rules.rank_regime == RankRegime::years_2015 || rules.allowance_per_year.fen != 0);
}
// First day after the month began on which own pay might differ though nothing happens to the person; `never` if none.
Day next_own_pay_change(const PayRules& rules, const County& county, PersonId person);
// Whether outside pay may be another one when people compare anew.
inline bool outside_pay_moves(const PayRules& rules) {
    return rules.enabled && (rules.outside_growth != 0 || rules.outside_trend != 0);
}
// The top of the band of pay grades of rank and post, told as PayState tells grades. A post has at least the band of
// the lowest rank that matches it (domain handbook §5).
int highest_grades(const PayRules& rules, const PayState& pay, const PostType& post);
// One competent year counts towards step and grade; whether it brought either.
bool count_competent_year(const PayRules& rules, PayState& pay, bool for_step = true, bool for_grade = true);
// What part of the extra pay of townships the budget allows until the next look, by what is due today. Whether it
// changed. Looked at whenever more people may have become entitled: on the first of a month, when the county has been
// assessed, when recruits enter, and when rules change. Whoever becomes entitled on another day is paid to the same
// part until then.
bool fix_extra_pay(const RulesView<PayRules>& rules, World& world);
// First of the year: the year's money for living conditions is booked and works.
void improve_living(const RulesView<PayRules>& rules, World& world);
// Ranks are reviewed once a year, or twice, half a year apart: the day of the second review of the same calendar year
// (the last day of the month where there is no such day).
inline MonthDay second_rank_review(MonthDay first) {
    return {first.month <= 6 ? first.month + 6 : first.month - 6, first.day_of_month};
}
// Review of parallel ranks: those who have the years rise while the quotas last, longest in rank first. Quotas are
// those of the whole county, or of its townships together where county organs have no ranks.
void review_ranks(const RulesView<PayRules>& rules, World& world);

}  // namespace staffsim
