#include "sim/cli/pathways.hpp"

#include <iostream>

#include "analysis/comparable.hpp"
#include "analysis/pathways.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/experiment/progress.hpp"

namespace staffsim::cli {

namespace {

constexpr std::int64_t fewest_futures = 2, most_futures = 10'000;

}  // namespace

void PathwayOptions::declare(Options& options) {
    options.flag("pathways", wanted,
                 "tell through what differences go: pay, prospects, motivation, skill …, each switched off in turn");
    options.whole("pathway-futures", futures, fewest_futures, most_futures, "matched futures for that");
}

std::optional<analysis::PathwayStudy> traced_pathways(const PathwayOptions& options,
                                                      const std::vector<scenario::Scenario>& scenarios,
                                                      const BatchOptions& batch, const ShowOptions& show) {
    if (!options.wanted) return analysis::PathwayStudy{};
    analysis::check_comparable(scenarios);
    const std::atomic<bool>& interrupted = interruption();
    const analysis::PathwayRequest request{static_cast<std::uint32_t>(batch.seed),
                                           static_cast<std::uint32_t>(options.futures),
                                           static_cast<int>(batch.threads)};
    experiment::Progress progress(std::cerr, experiment::progress_options(show.quiet, show.words()));
    progress.start(0, analysis::pathway_runs(request, scenarios.size()));
    analysis::PathwayStudy study = analysis::trace_pathways(scenarios, request, [&] {
        progress.advance();
        return !interrupted;
    });
    progress.finish();
    if (interrupted) return std::nullopt;
    return study;
}

}  // namespace staffsim::cli
