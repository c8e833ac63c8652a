// staffsim compare: policies over matched futures.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "analysis/assemble.hpp"
#include "analysis/output_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/equal_cost.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/experiment.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/cli/pathways.hpp"

namespace staffsim::cli {

namespace {

constexpr std::size_t most_scenarios = 32;

struct CompareOptions {
    std::vector<std::string> specs;
    ScenarioOptions scenarios;
    BatchOptions batch;
    EqualCostOptions equal_cost;
    PathwayOptions pathways;
    OutputOptions outputs{.report = "compare.html", .no_report = false, .csv = "", .workbook = ""};
    ShowOptions show;

    bool read(const Words& words) {
        Options options("compare BASE VARIANT…",
                        "Lives the same futures under every policy and tells what differs. A variant is a file,\n"
                        "several files (a.toml+b.toml), or settings over the base (\"Name: key=value, key=value\").\n"
                        "The same command on an existing store continues it.",
                        "  staffsim compare baseline.toml salary.toml \"Allowance 800: pay.township_allowance=800\"\n"
                        "  staffsim compare baseline.toml exchange.toml --replications 400 --csv tables\n"
                        "  staffsim compare baseline.toml exchange.toml --equal-cost pay.township_allowance\n"
                        "  staffsim compare baseline.toml salary.toml exchange.toml --pathways\n");
        options.arguments(specs, 2, most_scenarios, "a base and at least one variant");
        batch.declare(options);
        equal_cost.declare(options);
        pathways.declare(options);
        scenarios.declare(options);
        outputs.declare(options);
        show.declare(options);
        return options.read(words);
    }

    // Beside the report and named like it.
    std::filesystem::path store_path() const {
        if (!batch.store.empty()) return batch.store;
        return std::filesystem::path(outputs.report).replace_extension(".staffsim");
    }
};

std::string next_step(const std::vector<std::string>& specs, Language language) {
    const auto file = std::find_if(specs.begin() + 1, specs.end(),
                                   [](const std::string& spec) { return std::filesystem::exists(spec); });
    const Text edit =
        file == specs.end() ? Text{"staffsim levers", "staffsim levers"} : Text{"edit " + *file, "修改 " + *file};
    return in(edit, language) + in({", or  staffsim new mycounty", "，或 staffsim new mycounty"}, language);
}

int tell_nothing_is_kept() {
    std::cerr << "interrupted before the comparison began: nothing is kept\n";
    return interrupted;
}

}  // namespace

int run_compare(const Words& words) {
    CompareOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    options.outputs.check();
    const std::filesystem::path path = options.store_path();
    analysis::check_can_write(path, "--store");
    auto loaded = load_equalised(options.equal_cost, options.scenarios, options.specs, options.batch, options.show);
    if (!loaded) return tell_nothing_is_kept();
    const auto pathways = traced_pathways(options.pathways, loaded->scenarios, options.batch, options.show);
    if (!pathways) return tell_nothing_is_kept();
    const analysis::Batch batch(std::move(loaded->scenarios), static_cast<std::uint32_t>(options.batch.seed),
                                loaded->found, *pathways);
    FinishedRun run =
        run_experiment(batch, options.batch, options.show, path, fmt::format("compare {}", fmt::join(words, " ")));
    if (run.interrupted) {
        tell_interruption(run.store, options.batch.replications);
        return interrupted;
    }
    const auto replications = static_cast<std::uint32_t>(options.batch.replications);
    const int look = run.store.look_for(replications);
    run.store.finish();
    put_out(analysis::assemble(run.store, replications, look), options.outputs, options.show, path.string(),
            next_step(options.specs, options.show.style().language));
    return success;
}

}  // namespace staffsim::cli
