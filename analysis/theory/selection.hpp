// Theory E: selecting by a noisy score, the quota of excellent, and the reliability of ratings; by the rules themselves
// on people whose true value is known.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> selection_objections(const scenario::Scenario& scenario);
std::vector<Quantity> selection_quantities(const scenario::Scenario& scenario);
Observation observe_selection(const scenario::Scenario& scenario, RandomKey key);

std::vector<Text> quota_objections(const scenario::Scenario& scenario);
std::vector<Quantity> quota_quantities(const scenario::Scenario& scenario);
Observation observe_quota(const scenario::Scenario& scenario, RandomKey key);

std::vector<Text> rating_objections(const scenario::Scenario& scenario);
std::vector<Quantity> rating_quantities(const scenario::Scenario& scenario);
Observation observe_rating(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
