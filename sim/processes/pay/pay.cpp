#include "sim/processes/pay/pay.hpp"

#include <algorithm>

namespace staffsim {

namespace {

// The outside wage is that of a graduate up to this age.
constexpr int outside_growth_begins_at_age = 22;

Money share_of(Money amount, double share) {
    return {static_cast<std::int64_t>(static_cast<double>(amount.fen) * share + (share < 0 ? -0.5 : 0.5))};
}

bool recent_results_suffice(const Record& record, int needed) {
    for (int i = 0; i < needed; ++i) {
        if (!is_competent(record.results[static_cast<std::size_t>(2 - i)])) return false;
    }
    return true;
}

// Pay of the next post level above the person's own, less the person's own post pay.
Money gap_to_level_above(const PayRules& rules, const County& county, PersonId person) {
    const double own = county.post_of(person).pay_level;
    const double above = own < 1.0 ? 1.0 : own < 2.0 ? 2.0 : own + 1.0;
    return share_of(rules.basic_clerk, rules.post_share * (above - own));
}

Pay basic_pay(const PayRules& rules, const County& county, PersonId person) {
    const PayState& state = county.pay(person);
    Pay pay;
    const double factor = 1.0 + rules.step_share * state.steps + rules.grade_share * state.grades +
                          rules.post_share * county.post_of(person).pay_level;
    pay.component[static_cast<std::size_t>(PayComponent::basic)] = share_of(rules.basic_clerk, factor);
    if (rules.rank_regime == RankRegime::parallel) {
        pay.component[static_cast<std::size_t>(PayComponent::rank)] =
            share_of(rules.basic_clerk, rules.rank_share * (state.rank - 1));
    }
    return pay;
}

}  // namespace

bool has_long_service_pay(const PayRules& rules, const County& county, PersonId person) {
    if (!rules.long_service || !county.is_township(UnitId{county.hot(person).unit})) return false;
    const PersonCold& cold = county.cold(person);
    const Day as_of = county.covariate_day();
    const bool long_enough = years_between(cold.tier_since, as_of) >= rules.long_service_years_in_tier ||
                             years_between(cold.entry, as_of) >= rules.long_service_years_of_service;
    return long_enough && recent_results_suffice(county.record(person), rules.needs_competent_years);
}

Pay pay_of(const PayRules& rules, const County& county, PersonId person) {
    Pay pay = basic_pay(rules, county, person);
    const auto at = [&pay](PayComponent component) -> Money& {
        return pay.component[static_cast<std::size_t>(component)];
    };
    const UnitId unit{county.hot(person).unit};
    if (county.is_township(unit)) {
        const int remote_class = county.plan().units[unit.value].remote_class;
        at(PayComponent::allowance) =
            rules.township_allowance + rules.remote_supplement[static_cast<std::size_t>(remote_class - 1)];
    }
    if (is_competent(county.record(person).results[2])) {
        at(PayComponent::bonus) = share_of(at(PayComponent::basic) + at(PayComponent::rank), rules.bonus_months / 12.0);
    }
    if (has_long_service_pay(rules, county, person)) {
        const Money gap = share_of(gap_to_level_above(rules, county, person), rules.pays_level_above);
        at(PayComponent::long_service) = gap;
        if (rules.welfare_too) at(PayComponent::welfare) = share_of(gap, rules.welfare_share);
    }
    return pay;
}

Money outside_option(const PayRules& rules, const County& county, PersonId person) {
    const auto age = static_cast<int>(years_between(county.cold(person).birth, county.covariate_day()));
    constexpr double first = outside_growth_begins_at_age;
    const double years = std::clamp(static_cast<double>(age), first, rules.outside_growth_ends_at_age) - first;
    return share_of(rules.outside_base, rules.outside_ratio * (1.0 + rules.outside_growth * years));
}

bool changes_pay(const PayRules& rules, const Record& record) {
    const bool bonus = rules.bonus_months != 0 && is_competent(record.results[2]) != is_competent(record.results[1]);
    return bonus || rules.long_service;
}

void refresh_pay(const PayRules& rules, World& world, PersonId person) {
    const PayState& before = world.county.pay(person);
    const Pay pay = pay_of(rules, world.county, person);
    const Money monthly = pay.total();
    const Money outside = outside_option(rules, world.county, person);
    std::array<DailyRate, pay_component_count> rate{};
    for (std::size_t c = 0; c < pay_component_count; ++c) rate[c] = per_day(pay.component[c]);
    if (monthly == before.monthly && outside == before.outside && rate == before.rate) return;
    const double relative = portable_log(static_cast<double>(monthly.fen) / static_cast<double>(outside.fen));
    world.county.set_pay(person, rate, monthly, outside, static_cast<float>(relative));
}

Day next_pay_change(const PayRules& rules, const County& county, PersonId person) {
    const PersonCold& cold = county.cold(person);
    Day next = never;
    const auto consider = [&](Day day) {
        if (day > county.covariate_day()) next = std::min(next, day);
    };
    if (rules.outside_growth != 0) {
        const auto age = static_cast<int>(years_between(cold.birth, county.covariate_day()));
        if (age < rules.outside_growth_ends_at_age) {
            consider(day_after_years(cold.birth, std::max(age, outside_growth_begins_at_age) + 1));
        }
    }
    if (rules.long_service && county.is_township(UnitId{county.hot(person).unit})) {
        consider(day_after_years(cold.tier_since, rules.long_service_years_in_tier));
        consider(day_after_years(cold.entry, rules.long_service_years_of_service));
    }
    return next;
}

bool count_competent_year(const PayRules& rules, PayState& pay) {
    bool gained = false;
    if (++pay.step_clock >= rules.years_per_step) {
        pay.step_clock = 0;
        ++pay.steps;
        gained = true;
    }
    if (++pay.grade_clock >= rules.years_per_grade) {
        pay.grade_clock = 0;
        ++pay.grades;
        gained = true;
    }
    return gained;
}

}  // namespace staffsim
