// What the tests of exchange share: rules at their defaults, a county where everybody may go, and where people are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/processes/exchange/exchange.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

inline ExchangeRules exchange_rules() { return defaults(exchange_levers()); }
inline FrontLineRules front_line_rules() { return defaults(front_line_levers()); }
// Nothing weighs in the plan but `what`.
inline ExchangeRules weighing(ExchangeWeight what, int people) {
    ExchangeRules rules = exchange_rules();
    rules.weights = {};
    rules.weights[static_cast<std::size_t>(what)] = 1;
    rules.pairs_per_year = people;
    return rules;
}

// Comes home today; the burden on the family.
inline double comes_home(TinyWorld& tiny, const ExchangeRules& exchange, const FrontLineRules& front_line,
                         PersonId person) {
    const Stay stay = tiny.county.stay_of(person);
    tiny.county.come_back(person);
    return settle_stay(exchange, front_line, tiny.world, person, stay);
}

inline Assignment where(const TinyCounty& tiny, PersonId person) { return tiny.county.hot(person).assignment; }
inline UnitId unit_of(const TinyCounty& tiny, PersonId person) { return UnitId{tiny.county.hot(person).unit}; }
inline std::size_t host_of(const TinyCounty& tiny, PersonId person) { return tiny.county.hot(person).host; }

// Two townships and an organ of six clerks each, all of whom may go.
struct Everybody : TinyWorld {
    Everybody() : TinyWorld({township("T01", 6), township("T02", 6), organ("O01", 6)}) {
        for (std::size_t unit = 0; unit < 3; ++unit) {
            for (int i = 0; i < 6; ++i) {
                people.push_back(settle(unit, {.id = std::to_string(unit) + "-" + std::to_string(i),
                                               .post = unit < 2 ? clerk : organ_clerk}));
            }
        }
        open();
    }
    void exchange(const ExchangeRules& rules) { plan_exchange(everywhere(rules, county), world); }
    void front_line(const FrontLineRules& rules) { plan_front_line(everywhere(rules, county), world); }
    int away(Assignment how) const {
        int number = 0;
        for (const PersonId person : people) number += county.hot(person).assignment == how ? 1 : 0;
        return number;
    }
    std::vector<PersonId> people;
};

// Two people each of a township near the county seat, one far from it, and an organ.
struct NearAndFar : TinyWorld {
    NearAndFar() : TinyWorld({township("near", 2), township("far", 2), organ("O01", 2)}) {
        plan.units[0].km_to_seat = 5;
        plan.units[1].km_to_seat = 95;
        for (const char* id : {"a", "b"}) near_people.push_back(settle(0, {.id = id}));
        for (const char* id : {"c", "d"}) settle(1, {.id = id});
        for (const char* id : {"e", "f"}) settle(2, {.id = id, .post = organ_clerk});
        open();
    }
    std::vector<PersonId> near_people;
};

}  // namespace staffsim::tiny
