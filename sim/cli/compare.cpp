// staffsim compare: policies over matched futures.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

#include "analysis/assemble.hpp"
#include "analysis/context.hpp"
#include "analysis/export/comparison_csv.hpp"
#include "analysis/long_run.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/equal_cost.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/experiment.hpp"
#include "sim/cli/memory.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/cli/pathways.hpp"
#include "sim/store/finishing.hpp"

namespace staffsim::cli {

namespace {

struct CompareOptions {
    std::vector<std::string> specs;
    ScenarioOptions scenarios;
    BatchOptions batch;
    PrecisionOptions precision;
    std::optional<std::int64_t> replication;
    bool long_run = false;
    EqualCostOptions equal_cost;
    PathwayOptions pathways;
    OutputOptions outputs;
    ShowOptions show;

    bool read(const Words& words) {
        Options options(
            "compare BASE VARIANT…",
            "Lives the same futures under every policy and tells what differs. A variant is a file,\n"
            "several files (a.toml+b.toml), or settings over the base (\"Name: key=value, key=value\"); 31 at most.\n"
            "The same command on an existing store continues it.",
            "  staffsim compare baseline.toml salary.toml \"Allowance 800: pay.township_allowance=800\"\n"
            "  staffsim compare baseline.toml exchange.toml --replications 400 --csv tables\n"
            "  staffsim compare baseline.toml exchange.toml --equal-cost pay.township_allowance\n"
            "  staffsim compare baseline.toml salary.toml exchange.toml --pathways\n");
        options.arguments(specs, 2, most_scenarios, {"a base and at least one variant", "基准方案和至少一个比较方案"});
        batch.declare(options);
        precision.declare(options);
        options.maybe_whole("replication", replication, 0, 999'999,
                            "replay this one future (counted from 0) and print its fingerprints");
        options.flag("long-run", long_run, "instead of verdicts: means of the years 61 to 200 with the law frozen");
        equal_cost.declare(options);
        pathways.declare(options);
        scenarios.declare(options);
        outputs.declare(options);
        show.declare(options);
        if (!options.read(words)) return false;
        refuse_ignored();
        outputs.refuse_contradiction();
        if (outputs.report.empty()) outputs.report = default_report(batch.store, "compare.html");
        return true;
    }

    // What would be silently without effect.
    void refuse_ignored() const {
        const bool has_page = !outputs.report.empty() || !outputs.workbook.empty() || !outputs.pdf.empty();
        if (long_run && has_page)
            throw InputError(
                worded("--long-run has no report or workbook; take --csv, and leave --report, --xlsx and --pdf out",
                       "--long-run 没有报告和工作簿；请用 --csv，去掉 --report、--xlsx、--pdf"));
        if (long_run && (pathways.wanted || replication || outputs.details))
            throw InputError(worded("--long-run gives no verdicts; leave --pathways, --replication and --details out",
                                    "--long-run 不作判断；请去掉 --pathways、--replication、--details"));
        if (replication && (has_page || !outputs.csv.empty() || show.format != "table" || outputs.details))
            throw InputError(worded(
                "--replication replays a future and compares nothing; leave --report, --csv, --xlsx, --pdf, "
                "--format and --details out",
                "--replication 只重放一次推演，不作比较；请去掉 --report、--csv、--xlsx、--pdf、--format、--details"));
    }

    // Beside the report and named like it.
    std::filesystem::path store_path() const {
        if (!batch.store.empty()) return batch.store;
        if (long_run) return "long_run.staffsim";
        return std::filesystem::path(outputs.report).replace_extension(".staffsim");
    }
};

// A typed variant may be longer than any name of a file.
bool is_there(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

std::string next_step(const std::vector<std::string>& specs, Language language) {
    const auto file =
        std::find_if(specs.begin() + 1, specs.end(), [](const std::string& spec) { return is_there(spec); });
    const Text edit =
        file == specs.end() ? Text{"staffsim levers", "staffsim levers"} : Text{"edit " + *file, "修改 " + *file};
    // `staffsim new` puts its README beside the baseline; whoever compares another one has a county of his own, too.
    const bool is_shipped = std::filesystem::path(specs.front()).has_parent_path() &&
                            is_there(std::filesystem::path(specs.front()).replace_filename("README.md"));
    const Text begin = is_shipped ? Text{", or  staffsim new mycounty", "，或 staffsim new mycounty"} : Text{};
    return in(edit, language) + in(begin, language);
}

// A view of its own, with a store of its own; no look, because no verdict is shown.
int long_run(CompareOptions options, const Words& words) {
    if (options.scenarios.years)
        throw InputError(
            worded("--long-run lives 200 years; leave --years out", "--long-run 推演 200 年；请去掉 --years"));
    if (options.show.format == "json")
        throw InputError(
            worded("--long-run writes a table or CSV, not JSON", "--long-run 只输出表格或 CSV，没有 JSON"));
    if (options.precision.precision || !options.equal_cost.cost.empty() || !options.equal_cost.budget.empty())
        throw InputError(worded("--long-run gives no verdicts; leave --precision, --equal-cost and --equal-budget out",
                                "--long-run 不作判断；请去掉 --precision、--equal-cost、--equal-budget"));
    options.scenarios.own_sets = analysis::frozen_law();
    std::vector<scenario::Scenario> scenarios = options.scenarios.load(options.specs);
    analysis::check_frozen(scenarios);
    const analysis::Overrides overrides = options.scenarios.overrides(options.specs.front(), scenarios.front());
    const analysis::Batch batch(std::move(scenarios), static_cast<std::uint32_t>(options.batch.seed), {}, {},
                                overrides);
    const std::filesystem::path path = options.store_path();
    FinishedRun run =
        run_experiment(batch, options.batch, options.show, path, fmt::format("compare {}", fmt::join(words, " ")));
    if (run.interrupted) tell_interruption(run.store, options.batch.replications, options.show);
    if (run.interrupted) return interrupted;
    run.store.finish();
    const auto cells = analysis::long_run_cells(run.store, run.replications);
    const std::string csv = analysis::long_run_csv(batch.plan(), cells);
    if (!options.outputs.csv.empty()) analysis::write_tables(options.outputs.csv, {{"long_run.csv", csv}});
    if (options.show.format == "csv") std::cout << csv;
    if (options.show.format == "table")
        std::cout << analysis::long_run_screen(batch.plan(), cells, run.replications, options.show.style())
                  << (options.outputs.csv.empty() ? path.string() : options.outputs.csv) << "\n";
    return success;
}

int tell_nothing_is_kept(const ShowOptions& show) {
    std::cerr << in(
        Text{"interrupted before the comparison began: nothing is kept\n", "比较开始之前已中断：没有保存任何结果\n"},
        show.words());
    return interrupted;
}

// What is there is told all the same, without a verdict and without a look.
int tell_what_is_there(const store::Store& store, const CompareOptions& options,
                       const std::optional<stats::PrecisionRule>& precision) {
    const std::int64_t wanted = wanted_futures(options.batch, precision);
    const std::uint32_t done = store.completed_replications();
    if (done > 0)
        put_out_stopped(
            analysis::assemble_stopped(store, done, {static_cast<std::uint32_t>(wanted), precision.has_value()}),
            options.show, options.store_path().string());
    tell_interruption(store, wanted, options.show);
    return interrupted;
}

}  // namespace

int run_compare(const Words& words) {
    CompareOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    const std::optional<stats::PrecisionRule> precision = options.precision.rule();
    const std::filesystem::path path = options.store_path();
    options.outputs.check(path);
    if (options.long_run) return long_run(options, words);
    auto loaded = load_equalised(options.equal_cost, options.scenarios, options.specs, options.batch, options.show);
    if (!loaded) return tell_nothing_is_kept(options.show);
    auto pathways = traced_pathways(options.pathways, loaded->scenarios, options.batch, options.show);
    if (!pathways) return tell_nothing_is_kept(options.show);
    if (!options.pathways.wanted && !options.batch.fresh) pathways = analysis::remembered_in(path).pathways;
    const analysis::Overrides overrides = options.scenarios.overrides(options.specs.front(), loaded->scenarios.front());
    std::optional<analysis::Batch> batch(std::in_place, std::move(loaded->scenarios),
                                         static_cast<std::uint32_t>(options.batch.seed), loaded->found, *pathways,
                                         overrides);
    if (options.replication) return replayed(*batch, static_cast<std::uint32_t>(*options.replication));
    FinishedRun run = run_experiment(*batch, options.batch, options.show, path,
                                     fmt::format("compare {}", fmt::join(words, " ")), precision);
    if (run.interrupted) return tell_what_is_there(run.store, options, precision);
    live_beside(*batch, run.store, options.batch);
    batch.reset();
    give_memory_back();
    const int look = run.store.look_for(run.replications);
    store::Finishing finishing(run.store);
    const analysis::Comparison comparison = analysis::assemble(finishing.results(), run.replications, look);
    finishing.wait();
    give_memory_back();
    put_out(comparison, options.outputs, options.show, path.string(),
            next_step(options.specs, options.show.style().language));
    return success;
}

}  // namespace staffsim::cli
