// The hazard of misconduct: what a person is, what the post allows, what the unit is like.

#include "sim/processes/conduct/terms.hpp"

namespace staffsim {

double misconduct_rate(const ConductRules& rules) {
    return rules.sanction / (rules.detection.found_share * (1.0 - rules.detection.cleared_share));
}

SanctionTerms::SanctionTerms(const ConductRules& rules)
    : behaviour(rules.behaviour),
      depends_on_training(staffsim::depends_on_training(rules)),
      rate(rules.behaviour ? misconduct_rate(rules) : rules.sanction),
      integrity_effect(rules.integrity_effect),
      integrity_mean(0.5 * rules.integrity_effect * rules.integrity_effect),
      law_effect(rules.law_effect),
      pay_effect(rules.pay_effect),
      discretion(rules.discretion) {
    for (double& of_kind : discretion) of_kind -= rules.centre;
}

float sanction_hazard(const ConductRules& rules, World& world, PersonId person) {
    const SanctionTerms terms(rules);
    ExpectedFactors expected;
    expected.make_room(1);
    expect_sanction_factor(terms, world.county, person, expected);
    expected.settle();
    return sanction_hazard(terms, world.county, person);
}

bool depends_on_training(const ConductRules& rules) {
    return rules.behaviour && rules.law_effect != 0 && rules.sanction > 0;
}

double PressureOfConduct::of(const ConductRules& rules, const World& world, UnitId unit) {
    const Climate& climate = world.county.unit(unit).climate;
    const double ideology = climate.ideology - rules.education.centre[at(EducationContent::ideology)];
    const double ratio = (1.0 + visits_to(rules, world, unit)) / (1.0 + rules.supervision.centre);
    return exp_.of(-rules.integrity_effect * ideology - rules.supervision.deterrence * log_of_visits_.of(ratio));
}

double conduct_pressure(const ConductRules& rules, const World& world, UnitId unit) {
    return PressureOfConduct{}.of(rules, world, unit);
}

}  // namespace staffsim
