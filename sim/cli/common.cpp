#include "sim/cli/common.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "analysis/names.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/repeated_problems.hpp"

namespace staffsim::cli {

namespace {

constexpr std::int64_t usual_first = 40, usual_most = 1000;
constexpr double usual_half_width = 0.5;
constexpr std::int64_t most_replications = 1'000'000, largest_seed = 4294967295, most_threads = 1024;

// As the files stand, with what the command itself sets.
scenario::LoadOptions plain_options(const ScenarioOptions& options) {
    scenario::LoadOptions load{options.own_sets, {}, {}, {}};
    if (options.years) load.sets.push_back("years=" + std::to_string(*options.years));
    for (const measures::Outcome& outcome : measures::outcomes()) load.outcome_ids.push_back(outcome.id);
    return load;
}

scenario::LoadOptions load_options(const ScenarioOptions& options) {
    scenario::LoadOptions load = plain_options(options);
    load.sets.insert(load.sets.begin(), options.sets.begin(), options.sets.end());
    load.contexts = options.contexts;
    return load;
}

}  // namespace

void ShowOptions::declare(Options& options, const std::vector<std::string>& formats) {
    options.one_of("format", format, formats, "what stdout gets");
    options.one_of("lang", language, {"en", "zh"}, "language of tables, report, errors and warnings");
    options.flag("ascii", ascii, "tables in plain ASCII");
    options.flag("quiet", quiet, "no progress, errors only");
    options.one_of("log-level", log_level, {"debug", "info", "warning", "error"}, "what is told on stderr");
}

void ShowOptions::apply() const { spdlog::set_level(spdlog::level::from_str(quiet ? "error" : log_level)); }

void ScenarioOptions::declare(Options& options) {
    options.list("set", sets, "KEY=VALUE", "a lever or key of every scenario, above its files");
    options.list("context", contexts, "FILE", "a scenario file applied on top of every scenario");
    options.maybe_whole("years", years, 1, scenario::longest_horizon, "years to simulate, instead of the file's");
}

// Side by side; problems are told in the order of the specs.
std::vector<scenario::Scenario> ScenarioOptions::load(const std::vector<std::string>& specs) const {
    std::vector<std::optional<scenario::Scenario>> loaded(specs.size());
    std::vector<std::vector<Problem>> problems_of(specs.size());
    experiment::in_parallel(specs.size(), 0, [&](std::size_t i) {
        try {
            loaded[i] = load_one(specs[i], i == 0 ? "" : specs.front(), {});
        } catch (const InputError& error) {
            problems_of[i] = error.problems();
        }
    });
    const std::vector<Problem> problems = scenario::without_repeats(problems_of);
    if (!problems.empty()) throw InputError(problems);
    std::vector<scenario::Scenario> scenarios;
    for (std::optional<scenario::Scenario>& scenario : loaded) scenarios.push_back(std::move(*scenario));
    analysis::make_names_distinct(scenarios);
    return scenarios;
}

analysis::Overrides ScenarioOptions::overrides(const std::string& spec, const scenario::Scenario& lived) const {
    return analysis::overrides_of(scenario::parse_spec(spec), lived, contexts, sets, plain_options(*this));
}

scenario::Scenario ScenarioOptions::load_one(const std::string& spec, const std::string& baseline,
                                             const std::vector<scenario::FoundValue>& found) const {
    scenario::LoadOptions load = load_options(*this);
    load.found = found;
    return scenario::load_scenario(scenario::parse_spec(spec, baseline), load);
}

void BatchOptions::declare(Options& options) {
    options.whole("replications", replications, 1, most_replications, "matched futures");
    options.whole("seed", seed, 0, largest_seed, "luck of the whole experiment");
    options.whole("threads", threads, 0, most_threads, "simulating at once; 0: all processors");
    options.text("store", store, "FILE", "results; an existing store of the same experiment is continued");
    options.flag("fresh", fresh, "overwrite the store, whatever is in it");
}

void PrecisionOptions::declare(Options& options) {
    options.flag("precision", precision,
                 "go on until every declared verdict but those of pilots is settled, deciding at preset numbers of "
                 "futures only; "
                 "--replications then is not asked");
    options.text("half-width", half_width, "SHARE",
                 fmt::format("with --precision: a range of so much of what matters is narrow enough (default {})",
                             usual_half_width));
    options.maybe_whole("first", first, 2, most_replications,
                        fmt::format("with --precision: futures before the first decision (default {})", usual_first));
    options.maybe_whole("most", most, 2, most_replications,
                        fmt::format("with --precision: most futures (default {})", usual_most));
}

std::optional<stats::PrecisionRule> PrecisionOptions::rule() const {
    double share = usual_half_width;
    if (!half_width.empty()) {
        const auto [end, error] = std::from_chars(half_width.data(), half_width.data() + half_width.size(), share);
        const bool is_number = error == std::errc{} && end == half_width.data() + half_width.size();
        const bool is_share = is_number && std::isfinite(share) && share > 0;
        if (!is_share)
            throw InputError(worded("--half-width: \"{}\" is not allowed; a number above 0 is expected",
                                    "--half-width：“{}”不可用；应为大于 0 的数", half_width));
    }
    if (!precision && (first || most || !half_width.empty()))
        throw InputError(worded("--first, --most and --half-width are for --precision; give it beside them",
                                "--first、--most、--half-width 须与 --precision 同用"));
    if (!precision) return std::nullopt;
    stats::PrecisionRule rule;
    rule.first = static_cast<std::uint32_t>(first.value_or(usual_first));
    rule.most = static_cast<std::uint32_t>(most.value_or(std::max(usual_most, first.value_or(usual_first))));
    rule.half_width = share;
    if (rule.most < rule.first)
        throw InputError(worded("--most {} is below --first {}", "--most {} 小于 --first {}", rule.most, rule.first));
    return rule;
}

void tell_errors_only() { spdlog::set_level(spdlog::level::err); }

void show_warnings(const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings) spdlog::warn("{}", warning);
}

}  // namespace staffsim::cli
