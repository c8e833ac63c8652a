#include "sim/processes/pay/terms.hpp"

#include <algorithm>
#include <cmath>

#include "sim/processes/pay/known_pay.hpp"

namespace staffsim {

namespace {

// The outside wage is that of a graduate up to this age.
constexpr int outside_growth_begins_at_age = 22;

// Excellent year … incompetent; a year without grade earns nothing.
double performance_share(const PayRules& rules, Result result) {
    return result == Result::none ? 0.0 : rules.performance_spread[static_cast<std::size_t>(result) - 1];
}

// Township years are those with a post there: who is away remains on the staff of the own unit (CSL art. 72).
Money allowance(const PayRules& rules, const County& county, PersonId person) {
    const std::optional<UnitId> township = township_worked_in(county, person);
    if (!township) return {};
    const int remote_class = county.plan().units[township->value].remote_class;
    Money sum = rules.township_allowance + rules.remote_supplement[static_cast<std::size_t>(remote_class - 1)];
    if (rules.allowance_per_year.fen == 0) return sum;
    const double years = std::min(rules.allowance_years, county.township_years_by(person, county.covariate_day()));
    sum += share_of(rules.allowance_per_year, std::floor(years));
    return sum;
}

// Post pay of so many statutory levels above the person's own, less the person's own post pay: middle posts are below
// the ladder (domain handbook §1), so that the level above them is the one above a clerk's.
Money gap_to_level_above(const PayRules& rules, const County& county, PersonId person, int levels = 1) {
    const PostType& post = county.post_of(person);
    if (levels == 0) return {};
    return share_of(rules.basic_clerk, rules.post_share * (post.statutory_level() + levels - post.pay_level));
}

// What a parallel rank pays. Post pay or rank pay, not both: whoever holds a statutory level is paid what the rank
// pays beyond the post (domain handbook §10).
double rank_share(const PayRules& rules, const PostType& post, int rank) {
    const double of_post = post.statutory_level() > 0 ? rules.post_share * post.pay_level : 0.0;
    return std::max(rules.rank_share * (rank - 1) - of_post, 0.0);
}

Pay basic_pay(const PayRules& rules, const County& county, PersonId person) {
    const PayState& state = county.pay(person);
    const PostType& post = county.post_of(person);
    Pay pay;
    const double factor =
        1.0 + rules.step_share * state.steps + rules.grade_share * state.grades + rules.post_share * post.pay_level;
    pay.component[static_cast<std::size_t>(PayComponent::basic)] = share_of(rules.basic_clerk, factor);
    if (rules.rank_regime == RankRegime::parallel) {
        pay.component[static_cast<std::size_t>(PayComponent::rank)] =
            share_of(rules.basic_clerk, rank_share(rules, post, state.rank));
    }
    if (rules.rank_regime == RankRegime::years_2015) {
        pay.component[static_cast<std::size_t>(PayComponent::rank)] =
            gap_to_level_above(rules, county, person, levels_by_years(rules, county, person));
    }
    return pay;
}

// Calendar years since the first of the run; none in the warm-up before it.
int years_of_run(const County& county, Day day) { return std::max(0, year_of(day) - year_of(county.plan().start)); }

bool is_of_township(const County& county, PersonId person) {
    return county.is_township(UnitId{county.hot(person).unit});
}

// What the long-service rule adds. Where the rule of 2015 pays a level above too, the level is paid once: the larger of
// the two counts.
Money long_service_pay(const PayRules& rules, const County& county, PersonId person, Money rank_pay) {
    const Money gap = share_of(gap_to_level_above(rules, county, person), rules.pays_level_above);
    if (rules.rank_regime != RankRegime::years_2015) return gap;
    return std::max(gap - rank_pay, Money{});
}

}  // namespace

std::optional<UnitId> township_worked_in(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    const bool leaves_the_unit = hot.assignment == Assignment::exchange || hot.assignment == Assignment::borrowed;
    const bool is_outside_the_county = leaves_the_unit && hot.host == hot.unit;
    const UnitId works_in{hot.host};
    if (is_outside_the_county || !county.is_township(works_in)) return std::nullopt;
    return works_in;
}

bool has_long_service_pay(const PayRules& rules, const County& county, PersonId person) {
    if (!rules.long_service || !is_of_township(county, person)) return false;
    const PersonCold& cold = county.cold(person);
    const Day as_of = county.covariate_day();
    const bool long_enough = years_between(cold.level_since, as_of) >= rules.long_service_years_in_tier ||
                             years_between(cold.entry, as_of) >= rules.long_service_years_of_service;
    return long_enough && recent_results_suffice(county.record(person), rules.needs_competent_years);
}

Pay pay_of(const PayRules& rules, const County& county, PersonId person) {
    if (!rules.enabled) return {};
    Pay pay = basic_pay(rules, county, person);
    const auto at = [&pay](PayComponent component) -> Money& {
        return pay.component[static_cast<std::size_t>(component)];
    };
    at(PayComponent::allowance) = allowance(rules, county, person);
    const Result result = county.record(person).results[2];
    if (is_competent(result) || !rules.bonus_needs_competent_year) {
        at(PayComponent::bonus) = share_of(at(PayComponent::basic) + at(PayComponent::rank), rules.bonus_months / 12.0);
    }
    if (has_long_service_pay(rules, county, person)) {
        const Money extra = long_service_pay(rules, county, person, at(PayComponent::rank));
        at(PayComponent::long_service) = extra;
        if (rules.welfare_too) at(PayComponent::welfare) = share_of(extra, rules.welfare_share);
    }
    Money performance = share_of(rules.performance_bonus, performance_share(rules, result));
    if (county.extra_pay_scale() != 1) {
        for (const PayComponent extra : {PayComponent::allowance, PayComponent::long_service, PayComponent::welfare}) {
            at(extra) = share_of(at(extra), county.extra_pay_scale());
        }
        if (is_of_township(county, person)) performance = share_of(performance, county.extra_pay_scale());
    }
    at(PayComponent::bonus) += performance;
    return pay;
}

Money outside_option_at(const PayRules& rules, int age, double trend) {
    constexpr double first = outside_growth_begins_at_age;
    const double years = std::clamp(static_cast<double>(age), first, rules.outside_growth_ends_at_age) - first;
    return share_of(rules.outside_base, rules.outside_ratio * (1.0 + rules.outside_growth * years) * trend);
}

Money outside_option(const PayRules& rules, const County& county, PersonId person) {
    if (!rules.enabled) return {};
    const Day as_of = county.outside_as_of();
    const auto age = static_cast<int>(years_between(county.cold(person).birth, as_of));
    const double trend = rules.outside_trend == 0
                             ? 1.0
                             : portable_exp(years_of_run(county, as_of) * portable_log(1.0 + rules.outside_trend));
    return outside_option_at(rules, age, trend);
}

bool changes_pay(const PayRules& rules, const Record& record) {
    if (!rules.enabled) return false;
    const bool other = is_competent(record.results[2]) != is_competent(record.results[1]);
    const bool bonus = rules.bonus_months != 0 && rules.bonus_needs_competent_year && other;
    const bool performance = rules.performance_bonus.fen != 0 && record.results[2] != record.results[1];
    return bonus || performance || rules.long_service || rules.rank_regime == RankRegime::years_2015;
}

namespace {

float relative_pay(Money monthly, Money outside) {
    return static_cast<float>(portable_log(static_cast<double>(monthly.fen) / static_cast<double>(outside.fen)));
}

}  // namespace

Paid paid_today(const PayRules& rules, const County& county, PersonId person) {
    if (!rules.enabled) return {};
    const Pay pay = pay_of(rules, county, person);
    Paid paid;
    paid.monthly = pay.total();
    paid.outside = outside_option(rules, county, person);
    for (std::size_t c = 0; c < pay_component_count; ++c) paid.rate[c] = per_day(pay.component[c]);
    // The logarithm is dear, and most often known.
    const PayState& before = county.pay(person);
    const bool is_as_before = paid.monthly == before.monthly && paid.outside == before.outside;
    paid.relative = is_as_before ? before.relative : relative_pay(paid.monthly, paid.outside);
    return paid;
}

Day next_own_pay_change(const PayRules& rules, const County& county, PersonId person) {
    const PersonCold& cold = county.cold(person);
    Day next = never;
    if (!rules.enabled) return next;
    const auto consider = [&](Day day) {
        if (day > county.covariate_day()) next = std::min(next, day);
    };
    if (rules.long_service && is_of_township(county, person)) {
        consider(day_after_years(cold.level_since, rules.long_service_years_in_tier));
        consider(day_after_years(cold.entry, rules.long_service_years_of_service));
    }
    if (rules.rank_regime == RankRegime::years_2015) {
        const int level = county.post_of(person).statutory_level();
        for (int levels = 1; levels <= most_levels_by_years; ++levels) {
            consider(day_after_years(cold.level_since, years_to_level(rules, level, levels)));
        }
    }
    if (rules.allowance_per_year.fen != 0 && is_of_township(county, person)) {  // elsewhere years stand still
        const double years = std::floor(county.township_years_by(person, county.covariate_day())) + 1;
        if (years <= rules.allowance_years) {
            consider(day_after_years(cold.township_since, years - static_cast<double>(cold.township_years)));
        }
    }
    return next;
}

int highest_grades(const PayRules& rules, const PayState& pay, const PostType& post) {
    static constexpr std::array<std::size_t, 3> matching_rank{1, 3, 5};  // of clerks, deputies, chiefs
    const std::size_t of_post = matching_rank[static_cast<std::size_t>(post.statutory_level())];
    const std::size_t rank = std::clamp<std::size_t>(static_cast<std::size_t>(pay.rank), of_post, rank_count);
    return bachelor_grade - static_cast<int>(rules.top_grades[rank - 1]);
}

bool count_competent_year(const PayRules& rules, PayState& pay, bool for_step, bool for_grade) {
    bool gained = false;
    if (for_step && ++pay.step_clock >= rules.years_per_step) {
        pay.step_clock = 0;
        ++pay.steps;
        gained = true;
    }
    if (for_grade && ++pay.grade_clock >= rules.years_per_grade) {
        pay.grade_clock = 0;
        ++pay.grades;
        gained = true;
    }
    return gained;
}

bool fix_extra_pay(const RulesView<PayRules>& rules, World& world) {
    County& county = world.county;
    const PayRules& rule = rules.county_wide();
    const double before = county.extra_pay_scale();
    county.set_extra_pay_scale(1);
    if (rule.extra_budget >= no_extra_limit) return before != 1;
    std::int64_t due = 0, places = 0;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const UnitId unit{u};
        const bool is_township = county.is_township(unit);
        if (is_township) places += county.unit(unit).places;
        for (const PersonId person : county.unit(unit).members) {
            const PayRules& own = rules.of(county, person);
            if (!own.enabled || !(is_township || township_worked_in(county, person))) continue;
            const Pay pay = pay_of(own, county, person);
            for (const PayComponent extra :
                 {PayComponent::allowance, PayComponent::long_service, PayComponent::welfare}) {
                due += pay.component[static_cast<std::size_t>(extra)].fen;
            }
            if (!is_township) continue;
            due += share_of(own.performance_bonus, performance_share(own, county.record(person).results[2])).fen;
        }
    }
    const double budget = static_cast<double>(rule.extra_budget.fen) * static_cast<double>(places);
    if (static_cast<double>(due) > budget) {
        county.set_extra_pay_scale(budget / static_cast<double>(due));
        // Once a year, however often it is looked at.
        const bool is_known = county.tally().flows[0][static_cast<std::size_t>(Flow::budget_bound)] > 0;
        if (!is_known) county.count(UnitId{0}, Flow::budget_bound);
    }
    return county.extra_pay_scale() != before;
}

void improve_living(const RulesView<PayRules>& rules, World& world) {
    constexpr double yuan_of_gain = 100.0;  // pay.living.gain is per this many yuan
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        const LivingRules& rule = rules.of(unit).living;
        const double before = world.county.unit(unit).living;
        if (!world.county.is_township(unit) || (rule.fund.fen == 0 && before == 0)) continue;
        const double yuan = static_cast<double>(rule.fund.fen) / 100.0;
        world.county.set_living(unit, before * (1.0 - rule.decay) + rule.gain * yuan / yuan_of_gain);
        world.county.spend(unit, OneOff::living_conditions, {12 * rule.fund.fen * world.county.unit(unit).places});
    }
}

}  // namespace staffsim
