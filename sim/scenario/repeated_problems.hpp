// A mistake that a table repeats on every line is one mistake: told once, with how often it is there.
#pragma once

#include <vector>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::scenario {

// Adds the problems as errors. Those of one column that say the same (or, where they are many, the same of different
// words) become one, at the first line, with their number and the next two lines.
void report_repeated(const std::vector<Problem>& problems, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
