// The first screen of a comparison: what is synthetic or drawn, what happens when nothing changes, the verdicts at the
// first verdict year with who may decide, and the answer in brief. 78 columns; every line ends in a line feed.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

std::string comparison_screen(const Comparison& comparison, const Style& style, bool details = false);

}  // namespace staffsim::analysis
