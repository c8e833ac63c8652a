// A mistake that a table repeats on every line, or that several scenarios share, is one mistake: told once.
#pragma once

#include <vector>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::scenario {

// Adds the problems as errors. Those of one column that say the same (or, where they are many, the same of different
// words) become one, at the first line, with their number and the next two lines.
void report_repeated(const std::vector<Problem>& problems, Diagnostics& diagnostics);

// The problems of several scenarios one after the other, each once.
std::vector<Problem> without_repeats(const std::vector<std::vector<Problem>>& problems);

}  // namespace staffsim::scenario
