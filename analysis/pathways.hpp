// Which pathway a difference between two policies goes through: both policies are lived again on matched futures with
// one pathway off (sim/experiment/pathways.hpp); the part of the difference that is then missing went through it. What
// the terminal, the tables and the report say of it is made here, once.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

struct PathwayRequest {
    std::uint32_t seed = 1;  // of the comparison: the futures are the first of those compared
    std::uint32_t futures = 20;
    int threads = 0;  // at once; below 1: as many as there are processors
};

// Runs of the county that tracing takes, for a progress bar: futures × scenarios × (pathways + 2).
std::uint32_t pathway_runs(const PathwayRequest& request, std::size_t scenarios);

// For primary outcomes and some beside them, every variant and verdict year. Pathways through which nothing goes, in
// any cell, are left out. `advance` is called after each run, by several threads but never at once; false stops the
// work, and the result is empty. The same for any number of threads.
PathwayStudy trace_pathways(const std::vector<scenario::Scenario>& scenarios, const PathwayRequest& request,
                            const std::function<bool()>& advance);

// What is said of one cell: nothing when its difference is not clear of 0.
Text pathway_sentence(const Comparison& comparison, const PathwayCell& cell);

}  // namespace staffsim::analysis
