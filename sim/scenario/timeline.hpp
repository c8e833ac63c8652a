// Lever values compiled to policy blocks and the days on which they change.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/policy.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::scenario {

// One set of values some unit lives under at some time: the effective value of every lever, in the order of the levers.
using Values = std::vector<levers::Value>;

struct CompiledPolicy {
    engine::PolicyTimeline timeline;  // block 0 holds for the county on the first day
    engine::Policy history;
    std::vector<Values> values;  // of every block
};

// Steps only where something changes: a lever that starts after the last day, for no unit, or with the value that held
// before, compiles to the same timeline as without it, and so does a policy for new entrants that gives them what
// everybody has. Settings that start on or before `start` hold from the beginning.
CompiledPolicy compiled(const std::vector<ResolvedLever>& levers, const std::vector<std::string>& units, Day start,
                        int years);

// Value of a lever in the history policy: for policy levers what the root file of the chain says without dates and
// units, for facts and assumptions the highest value without dates and units.
const levers::Value& history_value(const ResolvedLever& lever);

// Days after `start` on which some lever of the list changes, every step of a phase-in included, rising; `until` itself
// and later days are left out.
std::vector<Day> change_days(const std::vector<const ResolvedLever*>& levers, Day start, Day until);

// Days from which some lever of the list holds for new entrants, rising; `until` and later days are left out.
std::vector<Day> entrants_days(const std::vector<const ResolvedLever*>& levers, Day until);

}  // namespace staffsim::scenario
