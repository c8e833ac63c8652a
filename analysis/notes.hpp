// Sentences about the starting people and what is not known of them; counts only.
#pragma once

#include <vector>

#include "analysis/told_warning.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// What was drawn because the roster lacks it, what was read as "other", whether there was a history to check against.
std::vector<Text> notes_of(const scenario::Scenario& baseline);

// Warnings as they are told, without folders; one that is there twice once.
std::vector<ToldWarning> in_both_languages(const std::vector<Problem>& warnings);

// Warnings of all scenarios, each once, in order.
std::vector<ToldWarning> warnings_of(const std::vector<scenario::Scenario>& scenarios);

}  // namespace staffsim::analysis
