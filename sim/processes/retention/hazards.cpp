#include <algorithm>

#include "sim/processes/retention/retention.hpp"

namespace staffsim {

namespace {

constexpr std::size_t at(HazardCause cause) { return static_cast<std::size_t>(cause); }

// Bands of leaving.moved_above.
constexpr double middle_age = 35, upper_age = 45;
// Civil Servants Law, art. 93: 30 years of service, or 20 with at most 5 years to the statutory age.
constexpr double early_retirement_service = 30, early_retirement_service_near_age = 20,
                 early_retirement_years_to_go = 5;

// The same in days: the fewest that reach the years, the most that are still to go.
const std::int32_t middle_age_days = days_reaching(middle_age), upper_age_days = days_reaching(upper_age);
const std::int32_t early_retirement_service_days = days_reaching(early_retirement_service),
                   early_retirement_service_near_age_days = days_reaching(early_retirement_service_near_age),
                   early_retirement_days_to_go = days_within(early_retirement_years_to_go);

// Log factor of a standard normal covariate, centred so that the mean factor is 1.
double centred(double effect, double z) { return effect * z - 0.5 * effect * effect; }

double base_resignation(const RetentionRules& rules, const County& county, PersonId person) {
    const double own = county.post_of(person).resignation_rate;
    return own >= 0 ? own : rules.resignation;
}

// Of leaving by own will, over the mean of both kinds of people.
double mobility(const RetentionRules& rules, const World& world, PersonId person) {
    if (rules.mobile_share == 0 || rules.mobile_ratio == 1) return 1;
    const double mean = 1.0 + rules.mobile_share * (rules.mobile_ratio - 1.0);
    const EntityKey key = world.county.cold(person).key;
    const bool mobile = world.draws.chance({key, +Purpose::mobility}, rules.mobile_share);
    return (mobile ? rules.mobile_ratio : 1.0) / mean;
}

// Recent disappointments; more than three do not count.
double log_factor_of_losses(const RetentionRules& rules, const County& county, PersonId person) {
    constexpr int most = 3;
    const int lost = std::min<int>(most, county.record(person).lost_competitions);
    return rules.lost_effect * (lost - rules.lost_centre);
}

double base_moved_above(const RetentionRules& rules, const County& county, PersonId person) {
    const std::int32_t age = county.covariate_day() - county.cold(person).birth;
    return rules.moved_above[age < middle_age_days ? 0 : age < upper_age_days ? 1 : 2];
}

bool may_retire_early(const RetentionRules& rules, const County& county, PersonId person) {
    if (!rules.early_retirement_needs_service) return true;
    const PersonCold& cold = county.cold(person);
    const std::int32_t service = county.covariate_day() - cold.entry;
    if (service < early_retirement_service_near_age_days) return false;
    return service >= early_retirement_service_days ||
           cold.retirement - county.covariate_day() <= early_retirement_days_to_go;
}

double log_factor_of_person(const RetentionRules& rules, const County& county, PersonId person) {
    const Traits& traits = county.traits(person);
    const UnitId unit{county.hot(person).unit};
    double sum = -rules.pay_elasticity * (static_cast<double>(county.pay(person).relative) - rules.pay_centre);
    sum += centred(rules.motivation_effect, -static_cast<double>(traits.motivation));
    sum += centred(rules.taste_effect, -static_cast<double>(traits.taste));
    if (county.is_township(unit)) {
        sum += rules.distance_effect * (county.plan().units[unit.value].km_to_seat / 10.0 - rules.distance_centre);
    }
    if (county.cold(person).native) sum -= rules.native_effect;
    return sum;
}

}  // namespace

double workload(const RetentionRules& rules, const World& world, UnitId id) {
    const Unit& unit = world.county.unit(id);
    const double undone = rules.institution_hand * unit.institution_missing;
    return portable_log((unit.places + undone + 1.0) / (world.county.hands(id) + 1.0)) + world.shocks.workload;
}

double visible_prospect(const Unit& unit) {
    const double sought = unit.recent_openings + unit.competitors;
    return sought > 0 ? unit.recent_openings / sought : 0.0;
}

UnitPressure unit_pressure(const RetentionRules& rules, const World& world, UnitId id) {
    UnitPressure pressure;
    if (!rules.behaviour) return pressure;
    const Unit& unit = world.county.unit(id);
    const double load = rules.workload_effect * (workload(rules, world, id) - rules.workload_centre);
    const double matters = rules.service_load_effect * static_cast<double>(unit.service.load);
    const double prospect = -rules.prospect_effect * (visible_prospect(unit) - rules.prospect_centre);
    const double outside = rules.pay_elasticity * world.shocks.outside_wage;
    const double living = -rules.living_effect * unit.living;
    pressure.factor[at(HazardCause::resignation)] = portable_exp(load + matters + prospect + outside + living);
    pressure.factor[at(HazardCause::moved_above)] = portable_exp(prospect + rules.moved_above_pay_share * outside);
    pressure.factor[at(HazardCause::sanction)] = portable_exp(world.shocks.attention);
    return pressure;
}

void expect_personal_factors(const RetentionRules& rules, World& world, PersonId person, StaleFactors& stale) {
    if (!rules.behaviour) return;
    const County& county = world.county;
    Leaving& leaving = world.county.leaving(person);
    const double relative = static_cast<double>(county.pay(person).relative) - rules.pay_centre;
    const double lost = log_factor_of_losses(rules, county, person);
    stale.expect(leaving.resignation, log_factor_of_person(rules, county, person) + lost);
    stale.expect(leaving.moved_above, lost - rules.moved_above_pay_share * rules.pay_elasticity * relative);
}

void set_personal_hazards(const RetentionRules& rules, World& world, PersonId person) {
    const County& county = world.county;
    Leaving& leaving = world.county.leaving(person);
    const double mobile = mobility(rules, world, person);
    double resignation = mobile * base_resignation(rules, county, person);
    double moved_above = mobile * base_moved_above(rules, county, person);
    if (rules.behaviour) {
        resignation *= static_cast<double>(leaving.resignation.factor);
        moved_above *= static_cast<double>(leaving.moved_above.factor);
    }
    leaving.personal[at(HazardCause::resignation)] = static_cast<float>(resignation);
    leaving.personal[at(HazardCause::moved_above)] = static_cast<float>(moved_above);
    leaving.personal[at(HazardCause::early_retirement)] =
        may_retire_early(rules, county, person) ? static_cast<float>(rules.early_retirement) : 0.0f;
    leaving.personal[at(HazardCause::death)] = static_cast<float>(rules.death);
}

void refresh_personal_hazards(const RetentionRules& rules, World& world, PersonId person) {
    StaleFactors stale;
    expect_personal_factors(rules, world, person, stale);
    stale.settle();
    set_personal_hazards(rules, world, person);
}

Day next_hazard_change(const RetentionRules& rules, const County& county, PersonId person) {
    const PersonCold& cold = county.cold(person);
    Day next = never;
    const auto consider = [&](Day day) {
        if (day > county.covariate_day()) next = std::min(next, day);
    };
    if (rules.moved_above[0] != rules.moved_above[1]) consider(day_after_years(cold.birth, middle_age));
    if (rules.moved_above[1] != rules.moved_above[2]) consider(day_after_years(cold.birth, upper_age));
    if (rules.early_retirement > 0 && rules.early_retirement_needs_service) {
        consider(day_after_years(cold.entry, early_retirement_service));
        consider(day_after_years(cold.entry, early_retirement_service_near_age));
        consider(cold.retirement - static_cast<std::int32_t>(early_retirement_years_to_go * days_per_year));
    }
    return next;
}

}  // namespace staffsim
