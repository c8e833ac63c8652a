// What a sentence compares: a number (truth counts 1 or 0), a date or a word.
#pragma once

#include <string>
#include <variant>

#include "sim/foundation/date.hpp"

namespace staffsim::situations {

using Quantity = std::variant<double, Day, std::string>;

std::string to_text(const Quantity& quantity);
// For sums over replications; a word has no number and throws InputError.
double number_of(const Quantity& quantity);

}  // namespace staffsim::situations
