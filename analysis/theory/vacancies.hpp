// Theory F: vacant share under a lead time and under annual intake.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Text> vacancy_objections(const scenario::Scenario& scenario);
std::vector<Text> intake_objections(const scenario::Scenario& scenario);
std::vector<Quantity> lead_time_quantities(const scenario::Scenario& scenario);
std::vector<Quantity> intake_quantities(const scenario::Scenario& scenario);
Observation observe_lead_time(const scenario::Scenario& scenario, RandomKey key);
Observation observe_intake(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
