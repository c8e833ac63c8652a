// staffsim calibrate: a baseline against what is known of such counties.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "analysis/calibration/calibrate.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/options.hpp"
#include "sim/scenario/file_keys.hpp"

namespace staffsim::cli {

namespace {

constexpr std::int64_t most_futures = 100'000, most_threads = 1024, largest_seed = 4294967295;

struct CalibrateOptions {
    std::vector<std::string> specs;
    ScenarioOptions scenarios;
    std::string targets, format = "table", language = "en";
    std::int64_t replications = 20, seed = 1, threads = 0, from = 1;
    std::optional<std::int64_t> to;
    bool quiet = false;

    bool read(const Words& words) {
        Options options("calibrate FILE",
                        "Lives a baseline and holds it against targets: share at the quota, turnover by cause, age\n"
                        "structure, waits. Targets come from calibration.toml beside the scenario. Changes nothing.",
                        "  staffsim calibrate baseline.toml\n"
                        "  staffsim calibrate baseline-2009.toml --replications 40 --format markdown\n");
        options.arguments(specs, 1, 1, {"a scenario file", "方案文件"});
        options.text("targets", targets, "FILE", "targets, instead of calibration.toml beside the scenario");
        options.whole("from", from, 1, scenario::longest_horizon, "first year looked at");
        options.maybe_whole("to", to, 1, scenario::longest_horizon,
                            "last year looked at (default the last of the scenario)");
        options.whole("replications", replications, 2, most_futures, "futures");
        options.whole("seed", seed, 0, largest_seed, "luck");
        options.whole("threads", threads, 0, most_threads, "simulating at once; 0: all processors");
        options.one_of("format", format, {"table", "markdown", "csv"}, "what stdout gets");
        options.one_of("lang", language, {"en", "zh"}, "language of the table");
        options.flag("quiet", quiet, "no progress, errors only");
        scenarios.declare(options);
        return options.read(words);
    }

    std::string targets_file() const {
        if (!targets.empty()) return targets;
        return (std::filesystem::path(specs.front()).parent_path() / "calibration.toml").string();
    }
};

std::string left_out(std::size_t targets, const scenario::Scenario& scenario, const std::string& language) {
    const int year = year_of(scenario.input.plan.start);
    if (language == "zh") return fmt::format("另有 {} 项目标不适用于 {} 年起始的方案，略去", targets, year);
    return targets == 1
               ? fmt::format("1 target is not for scenarios that start in {} and is left out", year)
               : fmt::format("{} targets are not for scenarios that start in {} and are left out", targets, year);
}

}  // namespace

int run_calibrate(const Words& words) {
    CalibrateOptions options;
    if (!options.read(words)) return success;
    if (options.quiet) tell_errors_only();
    const auto targets = analysis::read_targets(options.targets_file());
    const scenario::Scenario scenario = options.scenarios.load(options.specs).front();
    const int last = static_cast<int>(options.to.value_or(scenario.input.years));
    if (options.from > last || last > scenario.input.years)
        throw InputError(worded("--from and --to must name years of the scenario, in this order",
                                "--from 与 --to 应为方案年限以内的年份，先小后大"));
    const analysis::CalibrationRequest request{static_cast<std::uint32_t>(options.seed),
                                               static_cast<std::uint32_t>(options.replications),
                                               static_cast<int>(options.threads), static_cast<int>(options.from), last};
    const auto rows = analysis::calibrate(scenario, targets, request);
    if (const std::size_t others = targets.size() - rows.size(); others > 0)
        show_warnings({left_out(others, scenario, options.language)});
    if (options.format == "markdown") std::cout << analysis::calibration_markdown(rows);
    if (options.format == "csv") std::cout << analysis::calibration_csv(rows);
    if (options.format == "table")
        std::cout << analysis::calibration_table(rows, options.language == "zh" ? Language::zh : Language::en);
    return success;
}

}  // namespace staffsim::cli
