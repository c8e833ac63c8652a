// What a roster as a whole may not be or should be known to be.
#pragma once

#include <string>
#include <vector>

#include "sim/model/county_plan.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::scenario {

// Errors at the line of the first holder beyond a unit's quota. `lines`: line of each of `people`.
void check_quotas(const std::vector<PersonPlan>& people, const std::vector<int>& lines, const std::string& file,
                  const CountyPlan& plan, Diagnostics& diagnostics);

// Units over establishment, units without anybody, unknown fields of study. No person is named.
void warn_of_roster(const std::vector<PersonPlan>& people, const RosterSummary& summary, const std::string& file,
                    const CountyPlan& plan, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
