// Numbers in JSON: what has no value (NaN, infinity) is null.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>

namespace staffsim::analysis {

inline nlohmann::ordered_json json_number(double value) {
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

}  // namespace staffsim::analysis
