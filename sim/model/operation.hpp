// What the operations of a county have in common.
#pragma once

#include <fmt/format.h>

#include "sim/foundation/diagnostics.hpp"
#include "sim/model/person.hpp"

namespace staffsim {

// An operation that would break an invariant stops the run with day, rule and person. Throws InvariantError.
inline void require(bool holds, const char* rule, Day day, PersonId person) {
    if (!holds) throw InvariantError(fmt::format("{}: {} (person slot {})", to_text(day), rule, person.value));
}

// In 1024ths, so that sums of presence are exact in any order.
inline double in_1024ths(double share) { return static_cast<double>(static_cast<int>(share * 1024.0 + 0.5)) / 1024.0; }

}  // namespace staffsim
