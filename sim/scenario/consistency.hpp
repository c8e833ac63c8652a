// Proposals that make little sense together: each check looks at a few levers of one block of values. Warnings, since a
// planner may have reasons; errors where a rule lacks what it works with.
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
// An amount below one yuan, of somebody who thinks in 10,000 yuan.
void warn_of_small_amounts(const std::vector<ResolvedLever>& levers, Diagnostics& diagnostics);
// What had vanished from practice by the first day.
void warn_of_bygones(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks, Day start,
                     Diagnostics& diagnostics);

// A minimum service that is changed over the base's from the first day on, which those in service feel, too.
void warn_of_terms_in_service(const std::vector<ResolvedLever>& levers, Day start, Diagnostics& diagnostics);

// The regime fixed_probabilities for a ladder with posts that do not say where they are filled from: an error.
void check_origins_of_fills(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks,
                            const CountyPlan& plan, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
