// Scenarios that are shown side by side need names that tell them apart. An overlay that keeps the name of the file it
// extends, or two variants of one name, would be columns that nobody can tell from each other.
#pragma once

#include <vector>

#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// A scenario with the name of an earlier one, in either language, gets its id behind it (a number where the ids are the
// same, too) and a warning that says so.
void make_names_distinct(std::vector<scenario::Scenario>& scenarios);

// "Double allowance (sized: 483.9 yuan/month)" for a policy whose lever was sized: under its own name alone it would be
// taken for what its file says. Four digits; the whole number stands in the sentence about equal cost.
Text sized_name(const Text& name, const levers::Row& row, double value);

}  // namespace staffsim::analysis
