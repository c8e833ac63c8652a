// staffsim decompose: which part of a package of overlays does what (Shapley values on matched futures).
#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "analysis/answers.hpp"
#include "analysis/comparable.hpp"
#include "analysis/kept_answers.hpp"
#include "sim/cli/answer_store.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/outcome_names.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/stats/shapley.hpp"

namespace staffsim::cli {

namespace {

struct DecomposeOptions {
    std::vector<std::string> specs, outcome_ids;
    std::optional<std::int64_t> year;
    std::int64_t replications = 50, seed = 1, threads = 0;
    ScenarioOptions scenarios;
    AnswerOptions answers{"decompose"};
    ShowOptions show;

    bool read(const Words& words) {
        Options options(
            "decompose BASE PACKAGE",
            "Which part of a package does what? PACKAGE is several overlays, a.toml+b.toml+c.toml (at most ten). "
            "Every\n"
            "subset of them is lived under the same luck; a part's Shapley value is its effect averaged over all "
            "orders\n"
            "of adding the parts. The values add up to the effect of the whole package. What was\n"
            "lived is kept in a store: the same command with more replications goes on with it.",
            "  staffsim decompose baseline.toml salary.toml+exchange.toml+long_service.toml\n"
            "  staffsim decompose baseline.toml salary.toml+exchange.toml --outcome empty_places --csv parts\n");
        options.arguments(specs, 2, 2, {"a base and a package of overlays", "基准方案和由几个文件组成的政策包"});
        options.list("outcome", outcome_ids, "ID", "only these outcomes; default the primary ones");
        options.maybe_whole("year", year, 1, scenario::longest_horizon, "verdict year to show; default the first");
        options.whole("replications", replications, 2, 100'000, "matched futures of every subset");
        options.whole("seed", seed, 0, 4294967295, "luck");
        options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
        scenarios.declare(options);
        answers.declare(options);
        show.declare(options);
        return options.read(words);
    }
};

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return a == b || std::filesystem::equivalent(a, b, ignored);
}

std::vector<std::string> parts_of(const std::string& package) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= package.size();) {
        const std::size_t plus = std::min(package.find('+', at), package.size());
        parts.emplace_back(trimmed(package.substr(at, plus - at)));
        at = plus + 1;
    }
    const bool has_gap = std::ranges::any_of(parts, [](const std::string& part) { return part.empty(); });
    if (has_gap) throw InputError(worded("{}: a file name is missing beside a +", "{}：“+”旁缺少文件名", package));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (is_same_file(parts[i], parts[j]))
                throw InputError(worded("{}: {} is named twice; its effect would be shared out between the two",
                                        "{}：{} 写了两次；其作用会在二者之间分摊", package, parts[i]));
        }
    }
    if (parts.size() < 2)
        throw InputError(worded("{}: a package is at least two overlays, a.toml+b.toml",
                                "{}：政策包至少由两个文件组成，如 a.toml+b.toml", package));
    if (parts.size() > stats::most_parts)
        throw InputError(worded("{}: {} parts; every subset is lived, so at most {} are possible",
                                "{}：共 {} 个文件；各种组合都要推演，最多 {} 个", package, parts.size(),
                                stats::most_parts));
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

analysis::PackageQuestion question_of(const DecomposeOptions& options, const std::vector<scenario::Scenario>& subsets,
                                      std::size_t parts) {
    analysis::PackageQuestion question;
    for (std::size_t i = 0; i < parts; ++i) question.parts.push_back(subsets[std::size_t{1} << i].name);
    question.outcomes = outcomes_named(options.outcome_ids, "--outcome");
    for (std::size_t o = 0; options.outcome_ids.empty() && o < measures::outcomes().size(); ++o) {
        if (measures::outcomes()[o].primary) question.outcomes.push_back(o);
    }
    question.years = subsets.front().verdict_years;
    question.seed = static_cast<std::uint32_t>(options.seed);
    question.lives = engine::lives_before(subsets.front().input);
    question.identity = analysis::identity_of(subsets);
    return question;
}

// Lives the futures that are not kept yet, a few at a time, and hands them over in order.
class Living {
  public:
    Living(const DecomposeOptions& options, const std::vector<scenario::Scenario>& subsets,
           const analysis::PackageQuestion& question)
        : options_(options),
          question_(question),
          group_(experiment::headline_group(subsets.front().input.plan)),
          plan_{{}, question.seed, 0, 0, static_cast<int>(options.threads)},
          warm_ups_(question.seed),
          progress_(std::cerr, experiment::progress_options(options.show.quiet, options.show.words())) {
        for (const scenario::Scenario& one : subsets) plan_.scenarios.push_back(&one);
    }

    // False when interrupted.
    bool run(store::Store& store, const analysis::KeptQuestion& kept, analysis::KeptPoints& points) {
        constexpr std::uint32_t at_once = 8;
        const auto wanted = static_cast<std::uint32_t>(options_.replications);
        const auto sets = static_cast<std::uint32_t>(plan_.scenarios.size());
        progress_.start(static_cast<std::uint32_t>(std::min<std::size_t>(points.size(), wanted)) * sets, wanted * sets);
        bool goes_on = true;
        while (goes_on && points.size() < wanted) {
            const auto first = static_cast<std::uint32_t>(points.size());
            goes_on = live(first, std::min(at_once, wanted - first), points);
            for (std::uint32_t r = first; r < points.size(); ++r) store.commit_point(kept.name, r, points[r]);
        }
        progress_.finish();
        return goes_on;
    }

  private:
    bool live(std::uint32_t first, std::uint32_t count, analysis::KeptPoints& points) {
        analysis::KeptPoints own(count, std::vector<double>(question_.place(question_.subsets(), 0)));
        plan_.first = first;
        plan_.count = count;
        const auto read = [&](std::size_t set, std::uint32_t replication, const measures::YearlyValues& future) {
            std::size_t comparison = 0;
            for (const std::size_t outcome : question_.outcomes) {
                for (const int year : question_.years) {
                    const std::size_t place = question_.place(set, comparison++);
                    const measures::Ratio ratio =
                        measures::at_verdict_year(future, outcome, group_, static_cast<std::size_t>(year));
                    own[replication - first][place] = ratio.numerator;
                    own[replication - first][place + 1] = ratio.denominator;
                }
            }
        };
        if (!experiment::live_futures(plan_, warm_ups_, read, progress_, interruption())) return false;
        points.insert(points.end(), own.begin(), own.end());
        return true;
    }

    const DecomposeOptions& options_;
    const analysis::PackageQuestion& question_;
    std::size_t group_;
    experiment::FuturesPlan plan_;
    experiment::WarmUps warm_ups_;
    experiment::Progress progress_;
};

}  // namespace

int run_decompose(const Words& words) {
    DecomposeOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    options.answers.check();
    const std::vector<std::string> parts = parts_of(options.specs[1]);
    const std::vector<scenario::Scenario> scenarios = subsets(options, parts);
    analysis::check_comparable(scenarios);
    const scenario::Scenario& base = scenarios.front();
    const int year = static_cast<int>(options.year.value_or(base.verdict_years.front()));
    if (std::ranges::find(base.verdict_years, year) == base.verdict_years.end())
        throw InputError(worded("--year {} is none of the verdict years", "--year {} 不是判断年份", year));
    const analysis::PackageQuestion question = question_of(options, scenarios, parts.size());
    const analysis::Overrides overrides = options.scenarios.overrides(options.specs.front(), base);
    store::Store store =
        open_answers(options.answers, {base, scenarios.back()}, question.seed, overrides, options.show);
    const analysis::KeptQuestion kept = analysis::kept(question);
    analysis::KeptPoints points = analysis::begin(store, kept);
    if (!Living(options, scenarios, question).run(store, kept, points))
        return tell_answer_interrupted(store, options.show);
    // All that are kept, as the report and its tables tell them: more futures are never worse.
    const analysis::Package package = analysis::package_of(question, points);
    if (points.size() > static_cast<std::size_t>(options.replications))
        spdlog::info("{}", in(worded("{} matched futures of this question are kept; all of them are told",
                                     "该问题已有 {} 次对照推演，全部计入", points.size()),
                              options.show.words()));
    if (options.show.format == "json") std::cout << analysis::package_json(package);
    if (options.show.format == "csv") std::cout << analysis::package_csv({package});
    if (options.show.format == "table")
        print_answer(analysis::package_screen(package, year, options.show.style()), overrides, options.show);
    close_answers(store, options.answers, options.show);
    return success;
}

}  // namespace staffsim::cli
