// Rules under which every sanction is the same, and somebody whose case waits to be found.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/processes/conduct/conduct.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

inline ConductRules always(Sanction kind) {
    ConductRules rules = defaults(conduct_levers());
    rules.severity = {};
    rules.severity[static_cast<std::size_t>(kind) - 1] = 1;
    return rules;
}

// Somebody whose misconduct is to be found.
struct Suspect : TinyWorld {
    explicit Suspect(std::uint32_t replication = 1)
        : TinyWorld({township("T01", 2, 1)}, {1, replication}, day(2026, 3, 10)) {
        person = settle(0, {.id = "P"});
        open();
    }
    // Lives month by month until the case is found; the day.
    Day found(const ConductRules& rules) {
        const RulesView<ConductRules> view = everywhere(rules, county);
        for (Day first = day(2026, 4, 1);; first = add_months(first, 1)) {
            if (county.cases().empty()) return Day{0};
            if (county.cases()[0].has_day_of_finding()) return county.cases()[0].found;
            county.begin_day(first);
            review_cases(view, world);
        }
    }
    PersonId person;
};

}  // namespace staffsim::tiny
