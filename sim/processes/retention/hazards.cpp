#include <algorithm>

#include "sim/processes/retention/retention.hpp"

namespace staffsim {

namespace {

constexpr std::size_t at(HazardCause cause) { return static_cast<std::size_t>(cause); }

// Log factor of a standard normal covariate, centred so that the mean factor is 1.
double centred(double effect, double z) { return effect * z - 0.5 * effect * effect; }

double base_resignation(const RetentionRules& rules, const County& county, PersonId person) {
    const double own = county.post_of(person).resignation_rate;
    return own >= 0 ? own : rules.resignation;
}

double base_moved_above(const RetentionRules& rules, double age) {
    return rules.moved_above[age < 35 ? 0 : age < 45 ? 1 : 2];
}

bool may_retire_early(const RetentionRules& rules, const County& county, PersonId person) {
    if (!rules.early_retirement_needs_service) return true;
    const double service = years_between(county.cold(person).entry, county.covariate_day());
    const double to_go = years_between(county.covariate_day(), county.cold(person).retirement);
    return service >= 30 || (service >= 20 && to_go <= 5);
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

int untitled_staff(const County& county, const Unit& unit) {
    int untitled = 0;
    for (const PersonId person : unit.members) untitled += county.hot(person).seat.exists() ? 0 : 1;
    return untitled;
}

}  // namespace

double workload(const World& world, UnitId id) {
    const Unit& unit = world.county.unit(id);
    return portable_log((unit.places + 1.0) / (unit.present + 1.0)) + world.shocks.workload;
}

UnitPressure unit_pressure(const RetentionRules& rules, const World& world, UnitId id) {
    UnitPressure pressure;
    if (!rules.behaviour) return pressure;
    const Unit& unit = world.county.unit(id);
    const double load = rules.workload_effect * (workload(world, id) - rules.workload_centre);
    const double openings = unit.recent_openings / std::max(1, untitled_staff(world.county, unit));
    const double prospect = -rules.prospect_effect * (openings - rules.prospect_centre);
    const double outside = rules.pay_elasticity * world.shocks.outside_wage;
    pressure.factor[at(HazardCause::resignation)] = portable_exp(load + prospect + outside);
    pressure.factor[at(HazardCause::moved_above)] = portable_exp(prospect + rules.moved_above_pay_share * outside);
    pressure.factor[at(HazardCause::sanction)] = portable_exp(world.shocks.attention);
    return pressure;
}

void refresh_personal_hazards(const RetentionRules& rules, World& world, PersonId person) {
    const County& county = world.county;
    auto& personal = world.county.leaving(person).personal;
    double resignation = base_resignation(rules, county, person);
    double pay_factor = 1;
    if (rules.behaviour) {
        resignation *= portable_exp(log_factor_of_person(rules, county, person));
        const double relative = static_cast<double>(county.pay(person).relative) - rules.pay_centre;
        pay_factor = portable_exp(-rules.moved_above_pay_share * rules.pay_elasticity * relative);
    }
    world.county.leaving(person).moved_above_factor = static_cast<float>(pay_factor);
    personal[at(HazardCause::resignation)] = static_cast<float>(resignation);
    personal[at(HazardCause::death)] = static_cast<float>(rules.death);
    refresh_hazards_by_age(rules, world, person);
}

void refresh_hazards_by_age(const RetentionRules& rules, World& world, PersonId person) {
    const County& county = world.county;
    Leaving& leaving = world.county.leaving(person);
    const double age = years_between(county.cold(person).birth, county.covariate_day());
    leaving.personal[at(HazardCause::moved_above)] =
        static_cast<float>(base_moved_above(rules, age) * static_cast<double>(leaving.moved_above_factor));
    leaving.personal[at(HazardCause::early_retirement)] =
        may_retire_early(rules, county, person) ? static_cast<float>(rules.early_retirement) : 0.0f;
}

void begin_spell(World& world, PersonId person, HazardCause cause) {
    Leaving& leaving = world.county.leaving(person);
    const double threshold =
        world.draws.exponential({world.county.cold(person).key, +Purpose::threshold, static_cast<std::int32_t>(cause),
                                 leaving.spell_number[at(cause)]});
    leaving.spell[at(cause)].begin(threshold, world.today());
}

void begin_spells(World& world, PersonId person) {
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        begin_spell(world, person, static_cast<HazardCause>(cause));
    }
}

void update_rates(const UnitPressure& pressure, World& world, PersonId person, Day next_review) {
    Leaving& leaving = world.county.leaving(person);
    const Day today = world.today();
    const bool locked = world.county.is_locked(person);
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        kernel::Spell& spell = leaving.spell[cause];
        const bool forbidden = locked && cause <= at(HazardCause::moved_above);
        const double yearly = static_cast<double>(leaving.personal[cause]) * pressure.factor[cause];
        const std::int64_t rate = forbidden ? 0 : kernel::daily_hazard(yearly);
        if (rate != spell.rate) spell.change_rate(rate, today);
        // The review of that day comes after its events, so the day itself belongs to this interval.
        if (!spell.is_due_by(next_review)) continue;
        world.requests.about(std::max(spell.due(), today + 1), event_of(static_cast<HazardCause>(cause)), world.county,
                             person);
    }
}

}  // namespace staffsim
