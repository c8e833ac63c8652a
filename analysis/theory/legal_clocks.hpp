// Theory H: counters that the law sets. Steps, pay grades and ranks through whole runs; periods of sanctions through
// the rules.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> steps_objections(const scenario::Scenario& scenario);
std::vector<Quantity> steps_quantities(const scenario::Scenario& scenario);
Observation observe_steps(const scenario::Scenario& scenario, RandomKey key);

std::vector<Text> rank_clock_objections(const scenario::Scenario& scenario);
std::vector<Quantity> rank_clock_quantities(const scenario::Scenario& scenario);
Observation observe_rank_clock(const scenario::Scenario& scenario, RandomKey key);

std::vector<Text> sanction_objections(const scenario::Scenario& scenario);
std::vector<Quantity> sanction_quantities(const scenario::Scenario& scenario);
Observation observe_sanctions(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
