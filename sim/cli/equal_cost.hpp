// --equal-cost and --equal-budget of compare: loads the scenarios and finds the levers, before anything is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/cli/common.hpp"

namespace staffsim::cli {

struct EqualCostOptions {
    // Each "LEVER" for all scenarios or "NAME:LEVER" for one, by its name, id or as it was given.
    std::vector<std::string> cost, budget;
    std::string equal_to;  // scenario whose cost is matched, named like above; empty: the baseline
    std::int64_t pilot_replications = 20;

    void declare(Options& options);
};

// Largest difference of cost that counts as equal, of the baseline's.
inline constexpr double equal_cost_tolerance = 0.002;

struct EqualisedScenarios {
    std::vector<scenario::Scenario> scenarios;
    std::vector<analysis::EqualCost> found;
};

// Loads all; for those that have a lever named finds its value and loads them again with it, so that they cost what the
// baseline costs, or the scenario named in `equal_to`. That one, and a scenario that is the baseline under another
// name, are left alone. Shows on stderr how far it is: a bar on a terminal, a line for each value tried elsewhere.
// InputError when a lever or scenario is unknown or a lever is none that somebody can set to a number, and, with what
// it costs at both ends of the range, when no value makes cost equal. Nothing when interrupted.
std::optional<EqualisedScenarios> load_equalised(const EqualCostOptions& options, const ScenarioOptions& scenarios,
                                                 const std::vector<std::string>& specs, const BatchOptions& batch,
                                                 const ShowOptions& show);

}  // namespace staffsim::cli
