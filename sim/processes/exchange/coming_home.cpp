#include <algorithm>

#include "sim/foundation/real.hpp"
#include "sim/processes/exchange/exchange.hpp"

namespace staffsim {

namespace {

// Towards the ceiling as in training, so that two short terms bring what a long one does. Nothing for whoever has
// learned more under other rules.
void learn(Traits& traits, Skill skill, double per_year, double ceiling, double years) {
    float& experience = traits.experience[static_cast<std::size_t>(skill)];
    const double left_to_learn = ceiling - static_cast<double>(experience);
    if (left_to_learn <= 0) return;
    const double gain = left_to_learn * (1.0 - portable_exp(-per_year * years / ceiling));
    experience = std::min(static_cast<float>(ceiling), experience + static_cast<float>(gain));
}

// Projects teach administration; everything else at the front line is work among the people.
Skill taught_by(FrontLineKind kind) {
    return kind == FrontLineKind::project ? Skill::administration : Skill::mass_work;
}

// Organs do not hold on to somebody when they have more than they may.
bool is_extended(const ExchangeRules& rules, const World& world, PersonId person) {
    const PersonCold& cold = world.county.cold(person);
    return !cold.borrowing_extended &&
           world.draws.chance({cold.key, +Purpose::borrowing_extension, cold.assignment_since.value},
                              rules.borrowing_extension_share) &&
           number_borrowed(world.county) <= borrowing_target(rules, world.county);
}

double family_burden(const ExchangeRules& rules, const County& county, const Stay& stay, double years) {
    const UnitId township = county.is_township(stay.host) ? stay.host : stay.home;
    return rules.family_burden * county.plan().units[township.value].km_to_seat / 10.0 * years;
}

}  // namespace

void end_assignment(const ExchangeRules& rules, World& world, PersonId person) {
    const bool is_borrowed = world.county.hot(person).assignment == Assignment::borrowed;
    if (!is_borrowed || !is_extended(rules, world, person)) return world.county.come_back(person);
    const Day until = add_months(world.today(), rules.borrowing_months);
    world.county.extend_borrowing(person, until);
    world.requests.about(until, EventKind::assignment_end, world.county, person);
}

double settle_stay(const ExchangeRules& exchange, const FrontLineRules& front_line, World& world, PersonId person,
                   const Stay& stay) {
    const double years = years_between(stay.since, world.today());
    Traits& traits = world.county.traits(person);
    if (stay.assignment == Assignment::front_line) {
        const auto kind = static_cast<std::size_t>(stay.front_line);
        learn(traits, taught_by(stay.front_line), front_line.learning_per_year[kind], front_line.learning_ceiling,
              years);
        world.county.record(person).front_line_years += static_cast<float>(years);
        return 0;
    }
    const Skill skill = world.county.is_township(stay.host) ? Skill::mass_work : Skill::administration;
    learn(traits, skill, exchange.learning_per_year, exchange.learning_ceiling, years);
    return family_burden(exchange, world.county, stay, years);
}

}  // namespace staffsim
