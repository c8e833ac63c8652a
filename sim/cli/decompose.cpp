// staffsim decompose: which part of a package of overlays does what (Shapley values on matched futures).
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iostream>

#include "analysis/answers.hpp"
#include "analysis/export/comparison_csv.hpp"
#include "analysis/output_file.hpp"
#include "analysis/plan.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/outcome_names.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/shapley.hpp"

namespace staffsim::cli {

namespace {

struct DecomposeOptions {
    std::vector<std::string> specs, outcome_ids;
    std::optional<std::int64_t> year;
    std::int64_t replications = 50, seed = 1, threads = 0;
    std::string csv;
    ScenarioOptions scenarios;
    ShowOptions show;

    bool read(const Words& words) {
        Options options(
            "decompose BASE PACKAGE",
            "Which part of a package does what? PACKAGE is several overlays, a.toml+b.toml+c.toml (at most ten). "
            "Every\n"
            "subset of them is lived under the same luck; a part's Shapley value is its effect averaged over all "
            "orders\n"
            "of adding the parts. The values add up to the effect of the whole package.",
            "  staffsim decompose baseline.toml salary.toml+exchange.toml+long_service.toml\n"
            "  staffsim decompose baseline.toml salary.toml+exchange.toml --outcome empty_places --csv parts\n");
        options.arguments(specs, 2, 2, "a base and a package of overlays");
        options.list("outcome", outcome_ids, "ID", "only these outcomes; default the primary ones");
        options.maybe_whole("year", year, 1, 200, "verdict year to show; default the first");
        options.whole("replications", replications, 2, 100'000, "matched futures of every subset");
        options.whole("seed", seed, 0, 4294967295, "luck");
        options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
        options.text("csv", csv, "DIR", "folder for package.csv");
        scenarios.declare(options);
        show.declare(options);
        return options.read(words);
    }
};

std::vector<std::string> parts_of(const std::string& package) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= package.size();) {
        const std::size_t plus = std::min(package.find('+', at), package.size());
        parts.emplace_back(trimmed(package.substr(at, plus - at)));
        at = plus + 1;
    }
    const bool has_gap = std::ranges::any_of(parts, [](const std::string& part) { return part.empty(); });
    if (has_gap) throw InputError(package + ": a file name is missing beside a +");
    if (parts.size() < 2) throw InputError(package + ": a package is at least two overlays, a.toml+b.toml");
    if (parts.size() > stats::most_parts)
        throw InputError(fmt::format("{}: {} parts; every subset is lived, so at most {} are possible", package,
                                     parts.size(), stats::most_parts));
    return parts;
}

// Scenario number `set`: the overlays whose bits are set.
std::vector<scenario::Scenario> subsets(const DecomposeOptions& options, const std::vector<std::string>& parts) {
    std::vector<std::string> specs{options.specs.front()};
    for (std::size_t set = 1; set < std::size_t{1} << parts.size(); ++set) {
        std::string spec;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (set >> i & 1) spec += (spec.empty() ? "" : "+") + parts[i];
        }
        specs.push_back(std::move(spec));
    }
    return options.scenarios.load(specs);
}

struct Question {
    std::vector<std::size_t> outcomes;
    std::vector<int> years;
    std::size_t count() const { return outcomes.size() * years.size(); }
};

Question question_of(const DecomposeOptions& options, const scenario::Scenario& base) {
    Question question{outcomes_named(options.outcome_ids, "--outcome"), base.verdict_years};
    for (std::size_t o = 0; options.outcome_ids.empty() && o < measures::outcomes().size(); ++o) {
        if (measures::outcomes()[o].primary) question.outcomes.push_back(o);
    }
    return question;
}

// [outcome and year][subset][replication]
using Worths = std::vector<std::vector<std::vector<measures::Ratio>>>;

std::optional<Worths> live(const DecomposeOptions& options, const std::vector<scenario::Scenario>& scenarios,
                           const Question& question) {
    const auto replications = static_cast<std::uint32_t>(options.replications);
    const int threads = static_cast<int>(options.threads);
    Worths worths(question.count(), std::vector<std::vector<measures::Ratio>>(
                                        scenarios.size(), std::vector<measures::Ratio>(replications)));
    experiment::FuturesPlan plan{{}, static_cast<std::uint32_t>(options.seed), 0, replications, threads};
    for (const scenario::Scenario& one : scenarios) plan.scenarios.push_back(&one);
    experiment::WarmUps warm_ups(plan.seed, threads);
    const std::size_t group = experiment::headline_group(scenarios.front().input.plan);
    experiment::Progress progress(std::cerr, experiment::progress_options(options.show.quiet, options.show.words()));
    progress.start(0, static_cast<std::uint32_t>(scenarios.size()) * replications);
    const auto read = [&](std::size_t set, std::uint32_t replication, const measures::YearlyValues& future) {
        std::size_t place = 0;
        for (const std::size_t outcome : question.outcomes) {
            for (const int year : question.years) {
                worths[place++][set][replication] =
                    measures::at_verdict_year(future, outcome, group, static_cast<std::size_t>(year));
            }
        }
    };
    const bool is_complete = experiment::live_futures(plan, warm_ups, read, progress, interruption());
    progress.finish();
    if (!is_complete) return std::nullopt;
    return worths;
}

analysis::Package told(const std::vector<Text>& names, const Question& question, const Worths& worths,
                       std::uint32_t replications) {
    analysis::Package package{names, replications, {}, {}};
    const std::size_t parts = names.size();
    std::size_t place = 0;
    for (const std::size_t outcome : question.outcomes) {
        for (const int year : question.years) {
            const auto& by_set = worths[place++];
            for (std::size_t i = 0; i < parts; ++i) {
                const stats::ContrastSum sum = stats::contrast_sum(stats::shapley_value(parts, i), by_set);
                package.values.push_back({outcome, year, i, sum.value, sum.low, sum.high});
                for (std::size_t j = i + 1; j < parts; ++j) {
                    const auto pair = stats::contrast_sum(stats::shapley_interaction(parts, i, j), by_set);
                    package.interactions.push_back({outcome, year, i, j, pair.value, pair.low, pair.high});
                }
            }
        }
    }
    return package;
}

}  // namespace

int run_decompose(const Words& words) {
    DecomposeOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    if (!options.csv.empty()) analysis::check_can_fill(options.csv, "--csv");
    const std::vector<std::string> parts = parts_of(options.specs[1]);
    const std::vector<scenario::Scenario> scenarios = subsets(options, parts);
    analysis::check_comparable(scenarios);
    const scenario::Scenario& base = scenarios.front();
    const int year = static_cast<int>(options.year.value_or(base.verdict_years.front()));
    if (std::ranges::find(base.verdict_years, year) == base.verdict_years.end())
        throw InputError(fmt::format("--year {} is none of the verdict years", year));
    const Question question = question_of(options, base);
    std::vector<Text> names;
    for (std::size_t i = 0; i < parts.size(); ++i) names.push_back(scenarios[std::size_t{1} << i].name);
    const auto worths = live(options, scenarios, question);
    if (!worths) {
        std::cerr << "interrupted before every subset was lived: nothing is kept\n";
        return interrupted;
    }
    const analysis::Package package = told(names, question, *worths, static_cast<std::uint32_t>(options.replications));
    if (options.show.format == "json") std::cout << analysis::package_json(package);
    if (options.show.format == "csv") std::cout << analysis::package_csv(package);
    if (options.show.format == "table") std::cout << analysis::package_screen(package, year, options.show.style());
    if (!options.csv.empty()) analysis::write_tables(options.csv, {{"package.csv", analysis::package_csv(package)}});
    return success;
}

}  // namespace staffsim::cli
