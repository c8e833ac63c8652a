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

void learn_at_front_line(const FrontLineRules& rules, World& world, PersonId person, double years) {
    const FrontLineKind kind = world.county.cold(person).front_line;
    learn(world.county.traits(person), taught_by(kind), rules.learning_per_year[static_cast<std::size_t>(kind)],
          rules.learning_ceiling, years);
    world.county.record(person).front_line_years += static_cast<float>(years);
}

// Organs do not hold on to somebody when they have more than they may.
bool is_extended(const ExchangeRules& rules, const World& world, PersonId person) {
    const PersonCold& cold = world.county.cold(person);
    return !cold.borrowing_extended &&
           world.draws.chance({cold.key, +Purpose::borrowing_extension, cold.assignment_since.value},
                              rules.borrowing_extension_share) &&
           number_borrowed(world.county) <= borrowing_target(rules, world.county);
}

double family_burden(const ExchangeRules& rules, const County& county, PersonId person, double years) {
    const PersonHot& hot = county.hot(person);
    const bool to_township = county.is_township(UnitId{hot.host});
    const double km = county.plan().units[to_township ? hot.host : hot.unit].km_to_seat;
    return rules.family_burden * km / 10.0 * years;
}

}  // namespace

double end_assignment(const ExchangeRules& exchange, const FrontLineRules& front_line, World& world, PersonId person) {
    const PersonHot& hot = world.county.hot(person);
    if (hot.assignment == Assignment::borrowed && is_extended(exchange, world, person)) {
        const Day until = add_months(world.today(), exchange.borrowing_months);
        world.county.extend_borrowing(person, until);
        world.requests.about(until, EventKind::assignment_end, world.county, person);
        return 0;
    }
    const double years = years_between(world.county.cold(person).assignment_since, world.today());
    double burden = 0;
    if (hot.assignment == Assignment::front_line) {
        learn_at_front_line(front_line, world, person, years);
    } else {
        const bool was_in_township = world.county.is_township(UnitId{hot.host});
        const Skill skill = was_in_township ? Skill::mass_work : Skill::administration;
        learn(world.county.traits(person), skill, exchange.learning_per_year, exchange.learning_ceiling, years);
        burden = family_burden(exchange, world.county, person, years);
    }
    world.county.come_back(person);
    return burden;
}

}  // namespace staffsim
