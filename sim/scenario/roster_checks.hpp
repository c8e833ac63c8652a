// What a roster as a whole may not be or should be known to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/model/county_plan.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::scenario {

// "借调 2025.03-2026.03", "挂职 2025.03-", "驻村": words, then nothing or a period whose dates are readable and in
// order.
bool is_absence(std::string_view text);
// Words and a period that would be one with its dates in the other order.
bool is_reversed_absence(std::string_view text);

// Errors at the line of the first holder beyond a unit's quota. `lines`: line of each of `people`.
void check_quotas(const std::vector<PersonPlan>& people, const std::vector<int>& lines, const std::string& file,
                  const CountyPlan& plan, Diagnostics& diagnostics);

// Units over establishment, units without anybody, unknown fields of study, people away. No person is named.
void warn_of_roster(const std::vector<PersonPlan>& people, const RosterSummary& summary, const std::string& file,
                    const CountyPlan& plan, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
