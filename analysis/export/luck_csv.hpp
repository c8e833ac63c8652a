// Luck as a table: quantiles across futures with their own ranges.
#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace staffsim::analysis {

// scenario, outcome, verdict_year, kind (level or difference), then value, low and high of the 5 %, 50 % and 95 %
// quantile; a bound that so few futures cannot give is empty.
std::string luck_csv(const Comparison& comparison);

}  // namespace staffsim::analysis
