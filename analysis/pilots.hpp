// Pilots: policies all of whose settings are confined to some townships. Outcomes of all townships together lose them,
// so that what is kept of every named unit is added up once more, for the pilot townships and for the others, and
// judged as the townships are: the same futures, statistics, smallest changes that matter and verdict rule, in the same
// declared family, for a pilot is known before the run.
//
// Leaves out: outcomes that are not kept by unit; policies that hold elsewhere, too, or in units other than townships;
// experiments, whose files name the groups that they judge. What the assumptions do to a verdict is not asked here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/declared.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// The units to which all settings are confined, each once; empty where any setting holds elsewhere, too, or where they
// are as many as there are townships.
std::vector<std::string> units_of_pilot(const std::vector<Setting>& settings, std::size_t townships);

// The pilots of a comparison whose units are all townships.
std::vector<Pilot> pilots_in(const store::Plan& plan);

// How many comparisons of pilots belong to the declared family: primary outcomes that are kept by unit x verdict years,
// of pilot and of other townships. Pilots that resolve alike are one.
std::size_t pilot_comparisons(const store::Plan& plan);

// Of every outcome that is kept by unit, over the first `replications` futures: by outcome, year, pilot, part. A pilot
// of on average fewer than `min_cell` people under either policy is hidden at that verdict year, and the others with
// it, because all townships together are told beside them.
std::vector<PilotCell> pilot_cells_of(const store::Store& store, const std::vector<Pilot>& pilots,
                                      std::uint32_t replications, const FamilyLevels& levels, int min_cell);

std::string_view part_id(PilotPart part);  // "pilot", "others": for CSV and JSON

// Of one pilot, part and verdict year, in the order of outcomes.
std::vector<const PilotCell*> pilot_cells(const Comparison& comparison, std::size_t scenario, PilotPart part,
                                          int verdict_year);

}  // namespace staffsim::analysis
