// Proposals that make little sense together: each check looks at a few levers of one block of values. Warnings only; a
// planner may have reasons.
#pragma once

#include <vector>

#include "sim/scenario/timeline.hpp"

namespace staffsim::scenario {

// Each check fires at most once, at the place where the lever it is about was set; defaults never clash. Checks of
// levers that do not exist are skipped.
void warn_of_odd_combinations(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks,
                              Diagnostics& diagnostics);
// A round of recruitment whose days do not follow each other.
void warn_of_calendar(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks,
                      Diagnostics& diagnostics);
// What had vanished from practice by the first day.
void warn_of_bygones(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks, Day start,
                     Diagnostics& diagnostics);

}  // namespace staffsim::scenario
