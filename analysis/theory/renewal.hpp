// Theory C: posts that are refilled on the day they fall empty. C1: two kinds of people, of whom one leaves at a higher
// rate. C3: nobody leaves inside the minimum service, then everybody at a constant rate, so that posts filled together
// empty in waves. Lifetimes are half a day longer than in continuous time: below a tenth of the standard errors.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> two_kinds_objections(const scenario::Scenario& scenario);
std::vector<Quantity> two_kinds_quantities(const scenario::Scenario& scenario);
Observation observe_two_kinds(const scenario::Scenario& scenario, RandomKey key);

std::vector<Text> minimum_service_objections(const scenario::Scenario& scenario);
std::vector<Quantity> minimum_service_quantities(const scenario::Scenario& scenario);
Observation observe_minimum_service(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
