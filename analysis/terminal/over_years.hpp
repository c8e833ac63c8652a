// Transition and long run: how the differences with verdicts stand at every verdict year, one line per outcome.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// One block per variant; nothing when there is a single verdict year.
std::string over_years_text(const Comparison& comparison, const Style& style);

}  // namespace staffsim::analysis
