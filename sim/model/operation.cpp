#include "sim/model/operation.hpp"

#include <fmt/format.h>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim {

void break_off(const char* rule, Day day, PersonId person) {
    throw InvariantError(fmt::format("{}: {} (person slot {})", to_text(day), rule, person.value));
}

}  // namespace staffsim
