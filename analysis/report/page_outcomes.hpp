// Which outcomes a page shows: all but details (measures::Outcome::is_detail) that have no verdicts. Every outcome
// costs a page its fan, its rows and their numbers.
#pragma once

#include "analysis/comparison.hpp"

namespace staffsim::analysis {

// Stores keep no such mark: what this program knows of the outcome counts.
bool is_detail(const measures::Outcome& outcome);
// Without what the page leaves out; how many those are stands in `details`.
Comparison with_outcomes_of_page(const Comparison& comparison);

}  // namespace staffsim::analysis
