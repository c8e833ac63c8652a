// staffsim experiment: many scenarios and swept levers from one file.
#include "sim/cli/run_design.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <filesystem>
#include <iostream>

#include "analysis/assemble.hpp"
#include "analysis/context.hpp"
#include "analysis/experiment/estimate.hpp"
#include "analysis/export/comparison_csv.hpp"
#include "analysis/output_file.hpp"
#include "analysis/report/html.hpp"
#include "analysis/workbook/workbook.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/experiment.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/foundation/digest.hpp"

namespace staffsim::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_reported = 32;
constexpr std::int64_t default_replications = 100;

struct ExperimentOptions {
    std::vector<std::string> files;
    bool dry_run = false;
    std::optional<std::int64_t> replications, seed, replication;
    PrecisionOptions precision;
    PointOptions points;
    ScenarioOptions scenarios;
    std::int64_t threads = 0;
    std::string store;
    bool fresh = false;
    OutputOptions outputs;
    ShowOptions show;

    bool read(const Words& words) {
        Options options("experiment FILE",
                        "Lives the same futures in many scenarios and at many values of levers, as an experiment file\n"
                        "says (docs/experiments.md). The same command on an existing store continues it; a larger\n"
                        "--replications extends it. --only and --points run a part, in a store of its own.",
                        "  staffsim experiment allowance.toml --dry-run\n"
                        "  staffsim experiment allowance.toml --csv tables\n"
                        "  staffsim experiment allowance.toml --only \"township_allowance>=600\" --replications 40\n"
                        "  staffsim report allowance.staffsim --points \"*exchange*\"\n");
        options.arguments(files, 1, 1, {"an experiment file", "试验文件"});
        options.flag("dry-run", dry_run, "list the points, what they will take in time and space, and stop");
        points.declare(options);
        options.maybe_whole("replications", replications, 1, 1'000'000, "matched futures, instead of the file's");
        precision.declare(options);
        options.maybe_whole("replication", replication, 0, 999'999,
                            "replay this one future (counted from 0) and print its fingerprints");
        options.maybe_whole("seed", seed, 0, 4294967295, "luck of the whole experiment, instead of the file's");
        options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
        options.text("store", store, "FILE", "results; an existing store of the same experiment is continued");
        options.flag("fresh", fresh, "overwrite the store, whatever is in it");
        scenarios.declare(options);
        outputs.declare(options);
        show.declare(options);
        return options.read(words);
    }

    // Named like the file; a part of an experiment has a store of its own.
    fs::path store_path() const {
        if (!store.empty()) return store;
        const std::string stem = fs::path(files.front()).stem().string();
        if (points.filter.is_empty()) return stem + ".staffsim";
        const std::string filter =
            fmt::format("{}\n{}", fmt::join(points.filter.only, "\n"), fmt::join(points.filter.names, "\n"));
        return fmt::format("{}.part-{}.staffsim", stem, sha256_hex(filter).substr(0, 8));
    }

    analysis::LoadRequest load_request(const experiment::Design& design) const {
        analysis::LoadRequest request{points.filter, scenarios.sets, scenarios.contexts, 1, static_cast<int>(threads)};
        request.years = scenarios.years;
        request.seed = static_cast<std::uint32_t>(seed.value_or(design.seed.value_or(1)));
        return request;
    }

    BatchOptions batch(const experiment::Design& design) const {
        BatchOptions options;
        options.replications = replications.value_or(design.replications.value_or(default_replications));
        options.threads = threads;
        options.fresh = fresh;
        return options;
    }

    // The command line's, unless --replications overrules the file's [precision].
    std::optional<stats::PrecisionRule> rule(const experiment::Design& design) const {
        if (const auto own = precision.rule()) return own;
        return replications ? std::nullopt : design.precision;
    }
};

std::string duration(double seconds) {
    if (seconds < 1) return fmt::format("{:.1f} s", seconds);
    if (seconds < 100) return fmt::format("{:.0f} s", seconds);
    return seconds < 6000 ? fmt::format("{:.0f} min", seconds / 60) : fmt::format("{:.1f} h", seconds / 3600);
}

std::string size(double bytes) {
    if (bytes < 1e6) return fmt::format("{:.0f} kB", bytes / 1e3);
    return bytes < 1e9 ? fmt::format("{:.1f} MB", bytes / 1e6) : fmt::format("{:.1f} GB", bytes / 1e9);
}

void list_points(const store::Plan& plan) {
    std::vector<const std::string*> first(plan.scenarios.size(), nullptr);
    for (std::size_t p = 0; p < plan.points.size(); ++p) {
        const store::PlannedPoint& point = plan.points[p];
        const std::string*& known = first[point.scenario];
        std::cout << fmt::format("{:>5}  {}  {}{}\n", p, point.hash, point.name,
                                 known == nullptr ? "" : fmt::format("  = {}", *known));
        if (known == nullptr) known = &point.name;
    }
}

int dry_run(const analysis::Batch& batch, const ExperimentOptions& options, const BatchOptions& batch_options,
            const std::optional<stats::PrecisionRule>& rule) {
    const store::Plan& plan = batch.plan();
    list_points(plan);
    const analysis::Estimate estimate = analysis::measured_on_pilot(
        batch, static_cast<std::uint32_t>(wanted_futures(batch_options, rule)), static_cast<int>(options.threads));
    const int at_once =
        std::min(experiment::thread_count(static_cast<int>(options.threads)), experiment::thread_count(0));
    std::cout << fmt::format("{} points, {} different scenarios with the base, {} years\n", plan.points.size(),
                             plan.scenarios.size(), plan.years);
    const auto tell = [&](std::uint64_t futures) {
        const std::uint64_t runs = futures * plan.scenarios.size();
        std::cout << fmt::format("{} matched futures: {} runs, about {} on {} at once, store about {}\n", futures, runs,
                                 duration(analysis::total_seconds(estimate, runs, at_once)), at_once,
                                 size(analysis::total_bytes(estimate, runs)));
    };
    if (rule) {
        tell(stats::decision_points(*rule).front());
        tell(rule->most);
    } else {
        tell(static_cast<std::uint64_t>(batch_options.replications));
    }
    std::cout << fmt::format("measured on a pilot: a run takes {:.1f} ms and {}, the warm-up {}\n",
                             1000 * estimate.run_seconds, size(estimate.run_bytes), duration(estimate.warm_up_seconds));
    return success;
}

int replay(const analysis::Batch& batch, std::uint32_t replication) {
    const std::vector<store::UnitResult> units = batch.run(replication);
    for (const store::PlannedPoint& point : batch.plan().points) {
        std::cout << fmt::format("replication {}  fingerprint {:016x}  events {}  {}\n", replication,
                                 units[point.scenario].fingerprint, units[point.scenario].events, point.name);
    }
    return success;
}

}  // namespace

void PointOptions::declare(Options& options) {
    options.list("only", filter.only, "KEY=VALUE", "points with this value, or a condition such as \"key >= 600\"");
    options.list("points", filter.names, "GLOB", "points of this name, with * and ?");
}

void check_can_report(const store::Plan& plan, const OutputOptions& outputs) {
    const bool wants_all = outputs.wants_report() || !outputs.workbook.empty();
    if (!wants_all || plan.scenarios.size() <= most_reported) return;
    throw InputError(
        worded("--report, --xlsx: they show at most {} scenarios, these are {}; run a part of the experiment "
               "with --only or --points, or take --csv",
               "--report、--xlsx：最多显示 {} 个方案，现有 {} 个；请用 --only 或 --points 取其一部分，或用 --csv",
               most_reported, plan.scenarios.size()));
}

void put_out_points(const store::Store& store, std::uint32_t replications, int look, const PointOptions& points,
                    const OutputOptions& outputs, const ShowOptions& show, const std::string& path) {
    const store::Plan& plan = store.plan();
    const analysis::PointTable table = analysis::point_table(store, replications, look, points.filter);
    std::string last = path;
    if (!outputs.csv.empty()) {
        std::vector<analysis::CsvFile> files{{"points.csv", analysis::points_csv(plan, table)}};
        if (plan.scenarios.size() <= most_reported) {
            const auto more = analysis::comparison_tables(analysis::assemble(store, replications, look));
            files.insert(files.end(), more.begin(), more.end());
        }
        analysis::write_tables(outputs.csv, files);
        last = outputs.csv;
    }
    if (outputs.wants_report()) {
        analysis::write_file(outputs.report,
                             analysis::render_html(analysis::assemble(store, replications, look), show.words()));
        last = outputs.report;
    }
    if (!outputs.workbook.empty()) {
        analysis::write_workbook(analysis::assemble(store, replications, look), show.words(), outputs.workbook);
        last = outputs.workbook;
    }
    if (show.format == "json") std::cout << analysis::points_json(plan, table);
    if (show.format == "csv") std::cout << analysis::points_csv(plan, table);
    if (show.format == "table") std::cout << analysis::point_screen(plan, table, show.style()) << last << "\n";
    if (show.format != "table") spdlog::info("{}", in(worded("written: {}", "已写入：{}", last), show.words()));
}

int run_experiment_file(const Words& words) {
    ExperimentOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    const fs::path path = options.store_path();
    options.outputs.refuse_contradiction();
    options.outputs.check(path);
    const experiment::Design design = experiment::read_design(options.files.front());
    const std::optional<stats::PrecisionRule> rule = options.rule(design);
    const BatchOptions batch_options = options.batch(design);
    const analysis::Batch batch = analysis::load_experiment(design, options.load_request(design));
    check_can_report(batch.plan(), options.outputs);
    for (const Text& warning : analysis::context_of(batch.plan().context_json).warnings)
        show_warnings({in(warning, options.show.words())});
    if (options.dry_run) return dry_run(batch, options, batch_options, rule);
    if (options.replication) return replay(batch, static_cast<std::uint32_t>(*options.replication));
    FinishedRun run = run_experiment(batch, batch_options, options.show, path,
                                     fmt::format("experiment {}", fmt::join(words, " ")), rule);
    if (run.interrupted) {
        tell_interruption(run.store, wanted_futures(batch_options, rule), options.show);
        return interrupted;
    }
    const int look = run.store.look_for(run.replications);
    run.store.finish();
    put_out_points(run.store, run.replications, look, {}, options.outputs, options.show, path.string());
    return success;
}

}  // namespace staffsim::cli
