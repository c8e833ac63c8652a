// Theory A: the push model from given stocks, and in its steady state.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> push_model_objections(const scenario::Scenario& scenario);
// Stocks after 1, 5 and 10 years and at the horizon.
std::vector<Quantity> push_stocks_quantities(const scenario::Scenario& scenario);
Observation observe_push_stocks(const scenario::Scenario& scenario, RandomKey key);

std::vector<Text> push_steady_objections(const scenario::Scenario& scenario);
// Means, careers and, with Poisson intake, distributions of the stationary stocks.
std::vector<Quantity> push_steady_quantities(const scenario::Scenario& scenario);
Observation observe_push_steady(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
