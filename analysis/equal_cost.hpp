// What is said of levers found for equal cost, the same in the terminal and in the report.
#pragma once

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

// "Salary: pay.township_allowance = 613.2 yuan/month makes total cost equal (…). On the futures compared …"
Text equal_cost_sentence(const Comparison& comparison, const EqualCost& one);

}  // namespace staffsim::analysis
