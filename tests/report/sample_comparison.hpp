// An invented comparison for tests of the report and of the page: four policies, twenty outcomes, four verdict years,
// every verdict word, and names that try to break out of the page.
#pragma once

#include "analysis/comparison.hpp"

namespace staffsim::tests {

analysis::Comparison sample_comparison();

// The name of scenario 3, in both languages.
inline constexpr const char* hostile_name = "</script><b>&";

}  // namespace staffsim::tests
