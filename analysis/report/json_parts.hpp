// Small parts of the page's JSON.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

inline nlohmann::json json_text(const Text& text) { return {{"en", text.en}, {"zh", text.zh}}; }

// null where there is no number.
inline nlohmann::json json_number(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

}  // namespace staffsim::analysis
