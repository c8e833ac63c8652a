// The verdict table of the terminal: outcomes down, variants across, one verdict year.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// Primary outcomes that are not model-internal, at the verdict year; two variants side by side, further ones below.
std::string verdict_table(const Comparison& comparison, int verdict_year, const Style& style);

}  // namespace staffsim::analysis
