#include "sim/processes/retention/rates.hpp"
#include "sim/processes/retention/terms.hpp"

namespace staffsim {

namespace {

// Bands of leaving.moved_above.
constexpr double middle_age = 35, upper_age = 45;
// Civil Servants Law, art. 93: 30 years of service, or 20 with at most 5 years to the statutory age.
constexpr double early_retirement_service = 30, early_retirement_service_near_age = 20,
                 early_retirement_years_to_go = 5;

// Reform makes the age later by at most three years.
LeavingTerms::NearAge near_age_of(const RetentionRules& rules, Sex sex, std::int32_t to_go) {
    constexpr std::int32_t shortest_year = 365, longest_year = 366, longest_delay = 3, nobodys = 1 << 29;
    if (!rules.retirement) return {nobodys, nobodys};
    const int years = sex == Sex::male ? rules.age_men : rules.age_women;
    return {shortest_year * years - to_go, longest_year * (years + longest_delay) - to_go};
}

}  // namespace

double mobility(const RetentionRules& rules, const World& world, PersonId person) {
    const double mean = 1.0 + rules.mobile_share * (rules.mobile_ratio - 1.0);
    const EntityKey key = world.county.cold(person).key;
    const bool mobile = world.draws.chance({key, +Purpose::mobility}, rules.mobile_share);
    return (mobile ? rules.mobile_ratio : 1.0) / mean;
}

LeavingTerms::LeavingTerms(const RetentionRules& of, const County& county, UnitId unit)
    : behaviour(of.behaviour),
      two_kinds(of.mobile_share != 0 && of.mobile_ratio != 1),
      early_retirement_needs_service(of.early_retirement_needs_service),
      pay_effect(of.pay_elasticity),
      pay_centre(of.pay_centre),
      moved_above_pay_effect(of.moved_above_pay_share * of.pay_elasticity),
      motivation_effect(of.motivation_effect),
      motivation_mean(0.5 * of.motivation_effect * of.motivation_effect),
      taste_effect(of.taste_effect),
      taste_mean(0.5 * of.taste_effect * of.taste_effect),
      distance(county.is_township(unit)
                   ? of.distance_effect * (county.plan().units[unit.value].km_to_seat / 10.0 - of.distance_centre)
                   : 0.0),
      native_effect(of.native_effect),
      native_mean(portable_log(1.0 + of.native_centre * (portable_exp(-of.native_effect) - 1.0))),
      lost_effect(of.lost_effect),
      lost_centre(of.lost_centre),
      resignation(of.resignation),
      moved_above(of.moved_above),
      early_retirement(static_cast<float>(of.early_retirement)),
      death(static_cast<float>(of.death)),
      middle_age(days_reaching(staffsim::middle_age)),
      upper_age(days_reaching(staffsim::upper_age)),
      service(days_reaching(early_retirement_service)),
      service_near_age(days_reaching(early_retirement_service_near_age)),
      to_go(days_within(early_retirement_years_to_go)),
      near_age{near_age_of(of, Sex::male, to_go), near_age_of(of, Sex::female, to_go)},
      rules(&of) {}

Day statutory_retirement(const LeavingTerms& terms, const PersonCold& person) {
    return statutory_retirement(*terms.rules, person.sex, person.birth);
}

bool hazards_move_with_time(const RetentionRules& rules) {
    const std::array<double, 3>& by_age = rules.moved_above;
    const bool ask_for_age = by_age[0] != by_age[1] || by_age[1] != by_age[2];
    const bool ask_for_service = rules.early_retirement > 0 && rules.early_retirement_needs_service;
    return ask_for_age || ask_for_service;
}

bool know_hazards(const LeavingTerms& terms) {
    return !terms.behaviour && !terms.two_kinds && !hazards_move_with_time(*terms.rules);
}

KnownHazards known_hazards(const LeavingTerms& terms, const PostType& post) {
    const double resignation = post.resignation_rate >= 0 ? post.resignation_rate : terms.resignation;
    const YearlyHazards of_anybody{static_cast<float>(resignation), static_cast<float>(terms.moved_above[0]),
                                   terms.early_retirement, terms.death, 0.0f};
    return {of_anybody, allowed(of_anybody, true)};
}

YearlyHazards personal_hazards(const RetentionRules& rules, World& world, PersonId person) {
    const LeavingTerms terms(rules, world.county, UnitId{world.county.hot(person).unit});
    ExpectedFactors expected;
    expected.make_room(2);
    expect_personal_factors(terms, world.county, person, expected);
    expected.settle();
    return personal_hazards(terms, world, person);
}

Day next_hazard_change(const RetentionRules& rules, const County& county, PersonId person) {
    return next_hazard_change(LeavingTerms(rules, county, UnitId{county.hot(person).unit}), county, person);
}

}  // namespace staffsim
