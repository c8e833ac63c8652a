// Sentences about the starting people and what is not known of them; counts only.
#pragma once

#include <vector>

#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// What was drawn because the roster lacks it, what was read as "other", whether there was a history to check against.
std::vector<Text> notes_of(const scenario::Scenario& baseline);

// Warnings of all scenarios, each once, in order.
std::vector<Text> warnings_of(const std::vector<scenario::Scenario>& scenarios);

}  // namespace staffsim::analysis
