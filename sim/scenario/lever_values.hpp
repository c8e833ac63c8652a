// Values of levers: entries checked against their rows.
#pragma once

#include <vector>

#include "sim/scenario/entries.hpp"

namespace staffsim::scenario {

// One ResolvedLever per row, in the order of `rows`. Every value of every layer is checked, also one that a higher
// layer replaces. Missing names of a table that sums to one count as 0; a dated table may give some of its names, and
// leaves the others as they were; otherwise all names are needed. Unit lists are not allowed for levers of the whole
// county; that the named units exist is for check_units to say. Choices, switches and days cannot be phased in, and
// only levers that are read by person can be for new entrants; without a date these are whoever enters after `start`,
// the first simulated day.
std::vector<ResolvedLever> resolved_levers(const Entries& entries, const std::vector<const levers::Row*>& rows,
                                           Day start, Diagnostics& diagnostics);

// No phase-in leads to or from a value that means "none" (levers::Row::none). `unit_ids`: of the county.
void check_phase_in(const std::vector<ResolvedLever>& levers, const std::vector<std::string>& unit_ids,
                    Diagnostics& diagnostics);
// Units named by `units = [...]` that the county does not have.
void check_units(const Entries& entries, const std::vector<UnitPlan>& units, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
