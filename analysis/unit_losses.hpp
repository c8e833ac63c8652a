// Which townships lose most under a policy, in words: those that lose by more than chance, with their ranges
// (unit_levels.hpp); where none does, how much none loses more than; where too few futures differ, that.
#pragma once

#include <cstddef>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

// Whether there is anything to tell of a policy: its townships' changes were made, and the outcome is no detail, which
// stands in the tables alone.
bool has_unit_losses(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year);

// "T04 −2.4 [−3.1, −1.7], T01 −1.5 [−2.3, −0.7]"; "none by more than chance, and very likely none by more than 0.4 (T07
// −0.1 [−0.4, +0.2])"; "none: the same in every matched future". At most three are named.
Text unit_losses(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year);

}  // namespace staffsim::analysis
