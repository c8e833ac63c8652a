// From scenarios to the plan of an experiment: what is declared before anything is simulated.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/plan.hpp"

namespace staffsim::analysis {

// Plan of the experiment; scenarios[0] is the baseline. Verdict years and smallest changes that matter are the
// baseline's. Scenarios of equal id get a number behind it. `equal_cost`: levers found for scenarios, told in reports;
// `pathways`: through what differences go; `overrides`: what was put on top of the files.
store::Plan plan_of(const std::vector<scenario::Scenario>& scenarios, std::uint32_t seed,
                    const std::vector<EqualCost>& equal_cost = {}, const PathwayStudy& pathways = {},
                    const Overrides& overrides = {});

}  // namespace staffsim::analysis
