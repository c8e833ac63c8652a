// The race for the best of several scenarios (stats/selection.hpp), lived batch by batch: all that are still in it live
// the same futures, so that pairs stay balanced; who is eliminated lives no more. Looks only at the ends of batches,
// whose sizes are fixed before. What was lived can be kept and judged again without living it; a race that was broken
// off goes on from there to the same end.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

#include "sim/experiment/futures.hpp"
#include "sim/stats/selection.hpp"

namespace staffsim::experiment {

struct RacePlan {
    std::vector<scenario::Scenario> scenarios;
    std::size_t outcome = 0;
    int verdict_year = 0;
    stats::SelectionGoal goal;
    std::uint32_t seed = 1;
    std::uint32_t batch = 10;   // futures between two looks, after the first
    std::uint32_t most = 5000;  // no batch begins that would go beyond so many futures
    int threads = 0;
};

struct RaceResult {
    stats::SelectionState state;
    std::vector<double> means;                // by scenario, over the futures it lived
    std::vector<std::uint32_t> replications;  // by scenario
    std::vector<std::size_t> subset;          // that may contain the best, from the first look
    // By scenario: the same value as the rival that put it out, or as the best, in every future that both lived.
    std::vector<bool> same_as_rival, same_as_best;
    std::uint32_t futures = 0;  // lived in all
    bool is_settled = false;
};

// Values of one future by scenario; no value (NaN) for those that were out of the race.
using RaceFuture = std::vector<double>;

// The value of a future is its own ratio at the verdict year, for the headline group; the guarantee concerns the mean
// of these. `known`: futures 0 … lived before; `keep` is handed the others, in order. InputError when a future has no
// value (nothing was exposed in it). Nothing when interrupted.
std::optional<RaceResult> run_race(const RacePlan& plan, const std::vector<RaceFuture>& known,
                                   const std::function<void(const RaceFuture&)>& keep, Progress& progress,
                                   const std::atomic<bool>& interrupted);

// The race as far as its whole batches are known, without living anything.
struct RaceRules {
    std::size_t scenarios = 0;
    stats::SelectionGoal goal;
    std::uint32_t batch = 10;
};
RaceResult judged_race(const RaceRules& rules, const std::vector<RaceFuture>& known);

}  // namespace staffsim::experiment
