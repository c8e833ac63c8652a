// Theory D: chains of vacancies among strata that are filled from each other, or from outside, with fixed probabilities
// (White).
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> chain_objections(const scenario::Scenario& scenario);
std::vector<Quantity> chain_quantities(const scenario::Scenario& scenario);
Observation observe_chains(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
