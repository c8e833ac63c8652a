// Whether the county of the first day can be that of the first day: facts of townships that the establishment leaves
// out and that rules in force read, and a roster that is older than the start. Only warnings; no person is named.
#pragma once

#include <string>

#include "sim/engine/policy.hpp"
#include "sim/model/county_plan.hpp"
#include "sim/scenario/units.hpp"

namespace staffsim::scenario {

// The policy of a unit's people on the first day.
const engine::Policy& policy_on_first_day(const engine::PolicyTimeline& timeline, Day start, UnitId unit);

// Townships without residents, distance or class of remoteness, each where some rule of the policy reads it: a fact
// that is left out counts as 0 residents, 0 km, class 1.
void warn_of_missing_facts(const Units& units, const engine::PolicyTimeline& policy, Diagnostics& diagnostics);

// The newest entry, post or rank of the roster lies more than a year before the start; people whose statutory age of
// retirement, by the rules of the first day, lies before it.
void warn_of_old_roster(const CountyPlan& plan, const std::string& file, const engine::PolicyTimeline& policy,
                        Diagnostics& diagnostics);

}  // namespace staffsim::scenario
