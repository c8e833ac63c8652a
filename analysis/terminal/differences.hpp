// What the variants change, old to new, with who may decide it: a line per lever.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

std::string differences_text(const Comparison& comparison, const Style& style);

}  // namespace staffsim::analysis
