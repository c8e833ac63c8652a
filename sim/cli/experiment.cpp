#include "sim/cli/experiment.hpp"

#include <fmt/format.h>

#include <iostream>

#include "sim/cli/interruption.hpp"
#include "sim/cli/run_log.hpp"
#include "sim/experiment/runner.hpp"

namespace staffsim::cli {

FinishedRun run_experiment(const analysis::Batch& batch, const BatchOptions& options, const ShowOptions& show,
                           const std::filesystem::path& path, const std::string& command) {
    const std::atomic<bool>& interrupted = interruption();
    store::Store store = store::Store::open_or_create(path, batch.plan(), {options.fresh});
    const RunLog log(store.path(), command, options.threads);
    const std::uint32_t before = store.completed_replications();
    experiment::Progress progress(std::cerr, experiment::progress_options(show.quiet, show.words()));
    const experiment::RunRequest request{static_cast<std::uint32_t>(options.replications),
                                         static_cast<int>(options.threads)};
    if (before < request.replications) batch.warm_up(request.threads);
    const experiment::RunReport report = experiment::run_missing(store, request, batch.runner(), progress, interrupted);
    log.finished(report.completed - before, report.completed);
    return {std::move(store), report.interrupted};
}

void tell_interruption(const store::Store& store, std::int64_t wanted) {
    std::cerr << fmt::format(
        "interrupted: {} of {} futures are kept in {}; the same command continues. No verdicts are shown: the "
        "number of futures was fixed before.\n",
        store.completed_replications(), wanted, store.path().string());
}

}  // namespace staffsim::cli
