// What is told of a comparison that was stopped before its futures were lived: levels, changes and plain ranges of the
// primary outcomes at one verdict year, and that nothing is judged.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// "37 of 400 futures were simulated before you stopped; no verdicts are shown, because …". Of stopped ones only.
Text stopped_words(const Comparison& comparison);

// A table for each variant. Where too few futures differ for a range, in how many they do stands in its place.
std::string stopped_table(const Comparison& comparison, int verdict_year, const Style& style);

}  // namespace staffsim::analysis
