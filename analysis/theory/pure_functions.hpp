// Theory J and K: functions that need no county, held against worked examples. Nothing here is read from a scenario.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Quantity> retention_quantities(const scenario::Scenario&);
Observation observe_retention(const scenario::Scenario&, RandomKey);

std::vector<Quantity> assignment_quantities(const scenario::Scenario&);
Observation observe_assignment(const scenario::Scenario&, RandomKey key);

}  // namespace staffsim::theory
