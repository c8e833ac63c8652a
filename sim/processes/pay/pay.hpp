// Pay: basic pay by post, rank, pay grade and step; township allowance by remoteness; long-service pay of the level
// above; year-end bonus; welfare paid on long-service pay. Every amount is a monthly one; payroll accrues it by whole
// days. Left out here: performance bonuses beyond one month, budget limits (later issue).
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

enum class RankRegime : std::uint8_t { none, parallel };

struct PayRules {
    // basic pay
    Money basic_clerk;
    double step_share, grade_share, rank_share, post_share;
    int years_per_step, years_per_grade;
    double bonus_months;
    // allowances of townships
    Money township_allowance;
    std::array<Money, 3> remote_supplement;
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
    // parallel ranks
    RankRegime rank_regime;
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

// Monthly pay of a person today. The bonus component is one twelfth of the year-end bonus, due for competent and
// better.
Pay pay_of(const PayRules& rules, const County& county, PersonId person);
// Monthly pay outside the service that the person could have at the age in whole years (before the year's shock).
Money outside_option(const PayRules& rules, const County& county, PersonId person);
// Whether the long-service rule pays this person the level above today.
bool has_long_service_pay(const PayRules& rules, const County& county, PersonId person);
// Whether the newest result on record may make a difference to pay.
bool changes_pay(const PayRules& rules, const Record& record);
// Computes and books pay and relative pay as of the month.
void refresh_pay(const PayRules& rules, World& world, PersonId person);
// First day after the month began on which they might differ though nothing happens to the person; `never` if none.
Day next_pay_change(const PayRules& rules, const County& county, PersonId person);
// One competent year counts towards step and grade; whether it brought either.
bool count_competent_year(const PayRules& rules, PayState& pay);
// Whether ranks are reviewed on a date: once a year, or twice, half a year apart (the last day of the month where there
// is no such day).
bool is_rank_review(const PayRules& rules, CivilDate date);
// Review of parallel ranks: those who have the years rise while the county's quotas last, longest in rank first.
void review_ranks(const RulesView<PayRules>& rules, World& world);

}  // namespace staffsim
