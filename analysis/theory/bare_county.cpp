#include "analysis/theory/bare_county.hpp"

#include <numeric>

namespace staffsim::theory {

BareCounty::BareCounty(const scenario::Scenario& scenario, RandomKey key)
    : draws(key),
      county(scenario.input.plan, scenario.input.plan.start),
      world{county, draws, {}, entity_key(scenario.input.plan.id), requests},
      policy_(scenario.input.policy.blocks[0]) {}

std::vector<PersonId> BareCounty::settle_clerks(UnitId unit) {
    const UnitPlan& plan = county.plan().units[unit.value];
    const int titled = std::accumulate(plan.quota.begin(), plan.quota.end(), 0);
    std::vector<PersonId> people;
    for (int i = 0; i < plan.places - titled; ++i) {
        County::Newcomer person;
        person.cold.key = combine(county.unit(unit).key, static_cast<std::uint64_t>(i));
        person.cold.birth = add_years(county.today(), -32);
        person.cold.entry = person.cold.post_since = person.cold.tier_since = person.cold.township_since =
            add_years(county.today(), -10);
        person.retirement = never;
        person.minimum_service_until = person.cold.entry;
        people.push_back(county.settle(unit, person, county.entry_post(unit), SeatId::none()));
    }
    return people;
}

void BareCounty::draw_abilities(const std::vector<PersonId>& people, std::int32_t round) {
    for (const PersonId person : people) {
        const DrawAddress address{county.cold(person).key, +Purpose::latent_ability, round};
        county.traits(person).ability = static_cast<float>(draws.normal(address));
    }
}

std::vector<Text> potential_objections(const scenario::Scenario& scenario) {
    const PerformanceRules& rules = scenario.input.policy.blocks[0].performance;
    if (rules.ability_weight == 1 && rules.skill_weight == 0 && rules.motivation_weight == 0) return {};
    return {Text{"performance.ability_weight must be 1, skill_weight and motivation_weight 0",
                 "performance.ability_weight 应为 1，skill_weight、motivation_weight 应为 0"}};
}

}  // namespace staffsim::theory
