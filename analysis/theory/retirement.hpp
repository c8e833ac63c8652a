// Theory I: statutory retirement while the reform of 2025 raises the age. The table of the law, month by month; and a
// county of people with uniform births, of whom four fifths as many retire a year as under the old age.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

std::vector<Quantity> retirement_table_quantities(const scenario::Scenario&);
Observation observe_retirement_table(const scenario::Scenario&, RandomKey);

std::vector<Text> retirement_objections(const scenario::Scenario& scenario);
std::vector<Quantity> retirement_quantities(const scenario::Scenario& scenario);
Observation observe_retirement(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
