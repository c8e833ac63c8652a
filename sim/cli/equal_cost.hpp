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
    std::int64_t pilot_replications = 20;

    void declare(Options& options);
};

// Largest difference of cost that counts as equal, of the baseline's.
inline constexpr double equal_cost_tolerance = 0.002;

struct EqualisedScenarios {
    std::vector<scenario::Scenario> scenarios;
    std::vector<analysis::EqualCost> found;
};

// Loads all; for those that have a lever named finds its value and loads them again with it. A scenario that is the
// baseline under another name is left alone. InputError when a lever or scenario is unknown or a lever is none that
// somebody can set to a number, and, with what it costs at both ends of the range, when no value makes cost equal.
// Nothing when interrupted.
std::optional<EqualisedScenarios> load_equalised(const EqualCostOptions& options, const ScenarioOptions& scenarios,
                                                 const std::vector<std::string>& specs, const BatchOptions& batch);

}  // namespace staffsim::cli
