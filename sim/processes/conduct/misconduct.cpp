// The hazard of misconduct: what a person is, what the post allows, what the unit is like.

#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

namespace {

constexpr std::size_t at(EducationContent content) { return static_cast<std::size_t>(content); }

// Log factor of a standard normal trait, centred so that the mean factor over people is 1.
double of_integrity(const ConductRules& rules, const Traits& traits) {
    const double effect = rules.integrity_effect;
    return -effect * static_cast<double>(traits.integrity) - 0.5 * effect * effect;
}

double of_circumstances(const ConductRules& rules, const County& county, PersonId person) {
    const Traits& traits = county.traits(person);
    double sum = rules.discretion[static_cast<std::size_t>(county.post_of(person).ladder)] - rules.centre;
    sum -= rules.law_effect * static_cast<double>(traits.skill(static_cast<std::size_t>(Skill::law)));
    return sum - rules.pay_effect * static_cast<double>(county.pay(person).relative);
}

}  // namespace

double misconduct_rate(const ConductRules& rules) {
    return rules.sanction / (rules.detection.found_share * (1.0 - rules.detection.cleared_share));
}

void expect_sanction_factor(const ConductRules& rules, World& world, PersonId person, StaleFactors& stale) {
    if (rules.sanction <= 0) return;  // a factor of nothing
    const County& county = world.county;
    double log_factor = of_integrity(rules, county.traits(person));
    if (rules.behaviour) log_factor += of_circumstances(rules, county, person);
    stale.expect(world.county.leaving(person).sanction, log_factor);
}

void set_sanction_hazard(const ConductRules& rules, World& world, PersonId person) {
    Leaving& leaving = world.county.leaving(person);
    const double rate = rules.behaviour ? misconduct_rate(rules) : rules.sanction;
    leaving.personal[static_cast<std::size_t>(HazardCause::sanction)] =
        static_cast<float>(rate * static_cast<double>(leaving.sanction.factor));
}

void refresh_sanction_hazard(const ConductRules& rules, World& world, PersonId person) {
    StaleFactors stale;
    expect_sanction_factor(rules, world, person, stale);
    stale.settle();
    set_sanction_hazard(rules, world, person);
}

bool depends_on_training(const ConductRules& rules) {
    return rules.behaviour && rules.law_effect != 0 && rules.sanction > 0;
}

double conduct_pressure(const ConductRules& rules, const World& world, UnitId unit) {
    const Climate& climate = world.county.unit(unit).climate;
    const double ideology = climate.ideology - rules.education.centre[at(EducationContent::ideology)];
    const double visits = portable_log((1.0 + visits_to(rules, world, unit)) / (1.0 + rules.supervision.centre));
    return portable_exp(-rules.integrity_effect * ideology - rules.supervision.deterrence * visits);
}

}  // namespace staffsim
