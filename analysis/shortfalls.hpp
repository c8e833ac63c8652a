// What a policy plans and does not reach, told beside the warnings: whoever reads "twenty pairs" takes effects for
// those of twenty.
#pragma once

#include "analysis/comparison.hpp"

namespace staffsim::analysis {

// One sentence for every scenario of which a tenth or more of the people to be exchanged did not go, on average over
// futures and years.
std::vector<Text> shortfalls(const Comparison& comparison);

}  // namespace staffsim::analysis
