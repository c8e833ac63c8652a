#include "sim/processes/exchange/exchange.hpp"

#include <algorithm>

#include "sim/processes/exchange/plan.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim {

namespace {

constexpr std::size_t candidates_per_chair = 3;  // leave the plan a choice

void second(const ExchangeRules& rules, World& world, PersonId person, UnitId host) {
    const Day until = years_later(world.today(), rules.term_years);
    world.county.send_out(person, Assignment::exchange, host, until, 0.0);
    world.county.note_exchange(person);
    world.requests.about(until, EventKind::assignment_end, world.county, person);
}

// Sends `number` of the pool to units of the other kind.
void send(const ExchangeRules& rules, World& world, const std::vector<PersonId>& pool, bool from_townships,
          std::size_t number) {
    const std::vector<UnitId> offered = chairs_offered(world, !from_townships, number);
    if (offered.empty()) return;
    // Rows are chairs, columns people: every chair gets the person who serves the plan best.
    const MatchCosts match(rules, world);
    const auto cost = [&](std::size_t chair, std::size_t person) {
        return match.cost(pool[person], offered[chair], chair);
    };
    const std::vector<std::size_t> chosen = best_plan(offered.size(), pool.size(), cost);
    for (std::size_t chair = 0; chair < offered.size(); ++chair) {
        second(rules, world, pool[chosen[chair]], offered[chair]);
    }
}

// Every one of the organs' people swaps places with the township person who makes the best pair.
void swap(const ExchangeRules& rules, World& world, const std::vector<PersonId>& of_organs,
          const std::vector<PersonId>& of_townships) {
    const MatchCosts match(rules, world);
    const auto home = [&world](PersonId person) { return UnitId{world.county.hot(person).unit}; };
    const auto cost = [&](std::size_t i, std::size_t j) {
        const PersonId down = of_organs[i], up = of_townships[j];
        return match.cost(down, home(up), 0) + match.cost(up, home(down), 0);
    };
    const std::vector<std::size_t> chosen = best_plan(of_organs.size(), of_townships.size(), cost);
    for (std::size_t pair = 0; pair < of_organs.size(); ++pair) {
        const PersonId down = of_organs[pair], up = of_townships[chosen[pair]];
        world.county.swap_places(down, up);
        for (const PersonId person : {down, up}) {
            world.county.spend(UnitId{world.county.hot(person).unit}, OneOff::exchange, rules.transfer_cost);
        }
        world.county.note_exchange(down);
        world.county.note_exchange(up);
    }
}

}  // namespace

void plan_exchange(const RulesView<ExchangeRules>& rules, World& world) {
    const ExchangeRules& rule = rules.county_wide();
    if (rule.pairs_per_year <= 0) return;
    const auto number = static_cast<std::size_t>(rule.pairs_per_year);
    const std::size_t most = candidates_per_chair * number;
    const bool pairs = rule.mode == ExchangeMode::transfer || rule.direction == ExchangeDirection::both;
    std::vector<PersonId> from_townships, from_organs;
    if (pairs || rule.direction == ExchangeDirection::up) from_townships = exchange_candidates(rule, world, true, most);
    if (pairs || rule.direction == ExchangeDirection::down) from_organs = exchange_candidates(rule, world, false, most);
    const auto note_missing = [&world](std::size_t people) {
        if (people == 0 || world.county.units().empty()) return;
        world.county.count(UnitId{0}, Flow::exchanges_not_found, static_cast<std::int64_t>(people));
    };
    if (!pairs) {
        const std::size_t up = std::min(number, from_townships.size()), down = std::min(number, from_organs.size());
        note_missing(number - up - down);  // one of them is nobody
        send(rule, world, from_townships, true, up);
        send(rule, world, from_organs, false, down);
        return;
    }
    // Nobody goes without a counterpart.
    const std::size_t found = std::min({number, from_townships.size(), from_organs.size()});
    note_missing(2 * (number - found));
    if (rule.mode == ExchangeMode::transfer) {
        from_organs.resize(found);
        swap(rule, world, from_organs, from_townships);
    } else {
        send(rule, world, from_townships, true, found);
        send(rule, world, from_organs, false, found);
    }
}

}  // namespace staffsim
