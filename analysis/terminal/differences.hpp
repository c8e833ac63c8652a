// What the variants change, old to new, with who may decide it: a line per lever.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// "Township work allowance: 400 → 800 yuan/month from 2027-01-01 [county]".
std::string setting_text(const Setting& setting, const Style& style);

std::string differences_text(const Comparison& comparison, const Style& style);

}  // namespace staffsim::analysis
