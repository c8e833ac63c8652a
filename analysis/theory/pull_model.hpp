// Theory B, as a case of `verify`.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> pull_model_objections(const scenario::Scenario& scenario);
std::vector<Quantity> pull_model_quantities(const scenario::Scenario& scenario);
Observation observe_pull_model(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
