// One clerk whose hazards of leaving are looked at, with the rules at their defaults or with behaviour off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/processes/retention/retention.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

inline RetentionRules retention_rules() { return defaults(retention_levers()); }
inline RetentionRules unmoved() {
    RetentionRules off = retention_rules();
    off.behaviour = false;
    return off;
}

// A township of one clerk, beside an organ.
struct OneClerk : TinyWorld {
    explicit OneClerk(const Someone& who = {.id = "P"}) : TinyWorld({township("T01", 1), organ("O01", 1)}) {
        person = settle(0, who);
        open();
    }
    double yearly(const RetentionRules& rule, HazardCause cause) {
        return static_cast<double>(personal_hazards(rule, world, person)[static_cast<std::size_t>(cause)]);
    }
    std::int64_t rate(const RetentionRules& rule, HazardCause cause) {
        update_hazards(hazards, world, person, personal_hazards(rule, world, person));
        return county.leaving(person).spell(static_cast<std::size_t>(cause)).rate();
    }
    PersonId person;
    std::vector<UnitHazards> hazards{2, UnitHazards(county.today())};
};

}  // namespace staffsim::tiny
