// What the operations of a county have in common.
#pragma once

#include "sim/model/person.hpp"

namespace staffsim {

// Throws InvariantError. Out of the way of operations, which run often and break nothing.
[[noreturn, gnu::cold]] void break_off(const char* rule, Day day, PersonId person);

// An operation that would break an invariant stops the run with day, rule and person. Throws InvariantError.
inline void require(bool holds, const char* rule, Day day, PersonId person) {
    if (!holds) [[unlikely]]
        break_off(rule, day, person);
}

// In 1024ths, so that sums of presence are exact in any order.
inline double in_1024ths(double share) { return static_cast<double>(static_cast<int>(share * 1024.0 + 0.5)) / 1024.0; }

}  // namespace staffsim
