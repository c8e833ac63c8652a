#include "tests/situations/runner/quantity.hpp"

#include <fmt/format.h>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::situations {

std::string to_text(const Quantity& quantity) {
    if (const auto* number = std::get_if<double>(&quantity)) return fmt::format("{:.10g}", *number);
    if (const auto* day = std::get_if<Day>(&quantity)) return staffsim::to_text(*day);
    return std::get<std::string>(quantity);
}

double number_of(const Quantity& quantity) {
    if (const auto* number = std::get_if<double>(&quantity)) return *number;
    if (const auto* day = std::get_if<Day>(&quantity)) return day->value;
    throw InputError(same_in_both("\"" + std::get<std::string>(quantity) + "\" is a word, not a number"));
}

}  // namespace staffsim::situations
