// Theory G: one cohort that leaves by competing constant causes, and the wrong estimator that takes the other causes as
// censored.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> cohort_objections(const scenario::Scenario& scenario);
std::vector<Quantity> cohort_quantities(const scenario::Scenario& scenario);
Observation observe_cohort(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
