#include "sim/cli/experiment.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <iostream>

#include "analysis/declared.hpp"
#include "analysis/pay_effect.hpp"
#include "analysis/proofs.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/run_log.hpp"
#include "sim/experiment/runner.hpp"

namespace staffsim::cli {

namespace {

// Stops at the first decision point of the committed prefix at which everything is precise enough, wherever an earlier
// run stopped. Every decision is a look, whether it is shown or not.
experiment::RunReport until_precise(store::Store& store, const analysis::Batch& batch, experiment::RunRequest request,
                                    const stats::PrecisionRule& rule, experiment::Progress& progress,
                                    std::uint32_t& replications, Language language) {
    experiment::RunReport report;
    for (const std::uint32_t n : stats::decision_points(rule)) {
        request.replications = replications = n;
        report = experiment::run_missing(store, request, batch.runner(), progress, interruption());
        if (report.interrupted) return report;
        const int look = store.look_for(n);
        if (analysis::all_precise_enough(store, n, look, rule)) return report;
        spdlog::info("{}", in(worded("{} futures do not settle every verdict yet", "{} 次推演尚不足以作出全部判断", n),
                              language));
    }
    return report;
}

}  // namespace

FinishedRun run_experiment(const analysis::Batch& batch, const BatchOptions& options, const ShowOptions& show,
                           const std::filesystem::path& path, const std::string& command,
                           const std::optional<stats::PrecisionRule>& precision) {
    const std::atomic<bool>& stop = interruption();
    store::Plan plan = batch.plan();
    plan.replications = static_cast<std::uint32_t>(wanted_futures(options, precision));
    store::Store store = store::Store::open_or_create(path, plan, {options.fresh});
    const RunLog log(store.path(), command, options.threads);
    const std::uint32_t before = store.completed_replications();
    experiment::Progress progress(std::cerr, experiment::progress_options(show.quiet, show.words()));
    const experiment::RunRequest request{static_cast<std::uint32_t>(options.replications),
                                         static_cast<int>(options.threads)};
    const std::uint32_t first = precision ? stats::decision_points(*precision).front() : request.replications;
    if (before < first) batch.live_ahead(before, first - before, request.threads);
    std::uint32_t replications = request.replications;
    const experiment::RunReport report =
        precision ? until_precise(store, batch, request, *precision, progress, replications, show.words())
                  : experiment::run_missing(store, request, batch.runner(), progress, stop);
    if (!report.interrupted) store.settle_for_completed();
    log.finished(store.completed_replications() - before, store.completed_replications(),
                 report.interrupted ? wanted_futures(options, precision) : 0);
    return {std::move(store), report.interrupted, replications};
}

std::int64_t wanted_futures(const BatchOptions& options, const std::optional<stats::PrecisionRule>& precision) {
    return precision ? static_cast<std::int64_t>(precision->most) : options.replications;
}

int replayed(const analysis::Batch& batch, std::uint32_t replication) {
    const std::vector<store::UnitResult> units = batch.run(replication);
    for (std::size_t s = 0; s < units.size(); ++s) {
        std::cout << fmt::format("replication {}  {}  fingerprint {:016x}  events {}\n", replication,
                                 batch.plan().scenarios[s].id, units[s].fingerprint, units[s].events);
    }
    return success;
}

void live_beside(const analysis::Batch& batch, store::Store& store, const BatchOptions& options) {
    analysis::live_pay_effect(batch, store, static_cast<int>(options.threads));
    analysis::live_proofs(batch, store, static_cast<int>(options.threads));
}

void tell_interruption(const store::Store& store, std::int64_t wanted, const ShowOptions& show) {
    const bool has_part = store.completed_units() % store.plan().scenarios.size() != 0;
    if (store.completed_replications() == 0) {
        std::cerr << in(
            worded(
                "interrupted: no future was finished{}, so there is nothing to tell; {} is kept and the same command "
                "continues.\n",
                "已中断：没有一次推演完成{}，无从计算；{} 已保存，用原命令可继续。\n",
                has_part ? Text{", only a part of the first", "（第一次只完成一部分）"} : Text{},
                store.path().string()),
            show.words());
        return;
    }
    std::cerr << in(
        worded("interrupted: {} of {} futures{} are kept in {}; the same command continues. No verdicts are shown: the "
               "number of futures was fixed before.\n",
               "已中断：{1} 次推演中已完成 {0} 次{2}，保存在 {3}；用原命令可继续。推演次数是事先定下的，故不作判断。\n",
               store.completed_replications(), wanted,
               has_part ? Text{" and a part of the next", "（另有一次完成一部分）"} : Text{}, store.path().string()),
        show.words());
}

}  // namespace staffsim::cli
