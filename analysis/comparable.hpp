// Whether scenarios can be compared future by future: the same first day, horizon, units and people. A policy is what
// changes from the first day on; another roster changes who is there before it, and every difference with it.
#pragma once

#include <vector>

#include "analysis/told_warning.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// InputError naming every reason why the scenarios cannot be compared with the first of them.
void check_comparable(const std::vector<scenario::Scenario>& scenarios);

// What may be compared and may still not be what was meant: an establishment table of other places than the
// baseline's. A change of places that is the policy is better set as units.<id>.places.
std::vector<ToldWarning> warnings_between(const std::vector<scenario::Scenario>& scenarios);

}  // namespace staffsim::analysis
