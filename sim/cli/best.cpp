// staffsim best: which of several policies is best on one outcome, by ranking and selection.
#include <spdlog/spdlog.h>

#include <algorithm>
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
#include "sim/experiment/race.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/file_keys.hpp"

namespace staffsim::cli {

namespace {

struct BestOptions {
    std::vector<std::string> specs;
    std::string outcome, indifference, confidence = "95";
    std::optional<std::int64_t> year;
    std::int64_t first_look = 20, batch = 10, most = 2000, seed = 1, threads = 0;
    bool higher = false, lower = false;
    ScenarioOptions scenarios;
    AnswerOptions answers{"best"};
    ShowOptions show;

    bool read(const Words& words) {
        Options options(
            "best BASE VARIANT…",
            "Which policy is best on one outcome? All in the race live the same futures; who is clearly worse\n"
            "leaves it. Ends when one is left, with a guarantee: if the best is better than every other by the\n"
            "indifference, it is named with the confidence asked for. The race is kept in a store: the same command "
            "with\n"
            "a larger --most goes on with it.",
            "  staffsim best baseline.toml salary.toml exchange.toml --outcome empty_places\n"
            "  staffsim best baseline.toml salary.toml exchange.toml --outcome leavers \\\n"
            "      --indifference 2 --confidence 90 --year 5\n");
        options.arguments(specs, 2, most_scenarios, {"a base and at least one variant", "基准方案和至少一个比较方案"});
        options.text("outcome", outcome, "ID", "outcome to be best on (staffsim compare --csv, dictionary.csv)");
        options.text("indifference", indifference, "D",
                     "smallest difference worth telling apart, in the outcome's unit; default what matters");
        options.text("confidence", confidence, "PERCENT", "of naming the best");
        options.maybe_whole("year", year, 1, scenario::longest_horizon,
                            "years from the start; default the first verdict year");
        options.flag("higher", higher, "more is better, for an outcome that is neither");
        options.flag("lower", lower, "less is better, for an outcome that is neither");
        options.whole("first-look", first_look, 5, 100'000, "futures before anybody may leave the race");
        options.whole("batch", batch, 1, 100'000, "futures between two looks");
        options.whole("most", most, 5, 1'000'000, "futures of each after which the race is broken off");
        options.whole("seed", seed, 0, 4294967295, "luck of the race");
        options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
        scenarios.declare(options);
        answers.declare(options);
        show.declare(options);
        return options.read(words);
    }
};

double indifference_of(const BestOptions& options, const scenario::Scenario& base, const measures::Outcome& outcome) {
    if (!options.indifference.empty())
        return number_option("indifference", options.indifference, std::numeric_limits<double>::min(), 1e12);
    const auto own = base.matters.find(outcome.id);
    const double matters = own == base.matters.end() ? outcome.matters : own->second;
    if (matters > 0) return matters;
    throw InputError(worded("--indifference is missing: for this outcome no smallest change that matters is set",
                            "缺少 --indifference：该指标没有设定在意幅度"));
}

// What the outcome says of itself, or what is wished of one that says nothing.
bool is_lower_better(const BestOptions& options, const measures::Outcome& outcome) {
    if (options.higher && options.lower)
        throw InputError(worded("{} and {}: take one of them", "{} 与 {}：只能取其一", "--higher", "--lower"));
    if (outcome.direction == measures::Direction::neutral) {
        if (options.higher || options.lower) return options.lower;
        throw InputError(worded("{} is neither better high nor low; say --higher if more is better, --lower if less is",
                                "{} 无高低优劣之分；以高为优请用 --higher，以低为优请用 --lower", outcome.id));
    }
    const bool lower = outcome.direction == measures::Direction::lower_better;
    if (lower && options.higher)
        throw InputError(
            worded("--higher contradicts {}: less of it is better", "--higher 与 {} 矛盾：该指标以低为优", outcome.id));
    if (!lower && options.lower)
        throw InputError(
            worded("--lower contradicts {}: more of it is better", "--lower 与 {} 矛盾：该指标以高为优", outcome.id));
    return lower;
}

experiment::RacePlan plan_of(const BestOptions& options, std::vector<scenario::Scenario> scenarios) {
    if (options.outcome.empty())
        throw InputError(worded("--outcome is missing: the outcome to be best on", "缺少 --outcome：即以哪项指标评优"));
    experiment::RacePlan plan;
    plan.outcome = outcomes_named({options.outcome}, "--outcome").front();
    const measures::Outcome& outcome = measures::outcomes()[plan.outcome];
    const scenario::Scenario& base = scenarios.front();
    plan.verdict_year = static_cast<int>(options.year.value_or(base.verdict_years.front()));
    if (plan.verdict_year > base.input.years)
        throw InputError(worded("--year {}: only {} years are simulated", "--year {}：只模拟 {} 年", plan.verdict_year,
                                base.input.years));
    plan.goal.indifference = indifference_of(options, base, outcome);
    plan.goal.alpha = 1 - number_option("confidence", options.confidence, 50.1, 99.99) / 100;
    plan.goal.lower_is_better = is_lower_better(options, outcome);
    plan.goal.first_look = static_cast<std::uint32_t>(options.first_look);
    plan.batch = static_cast<std::uint32_t>(options.batch);
    plan.most = static_cast<std::uint32_t>(options.most);
    if (plan.most < plan.goal.first_look)
        throw InputError(worded("--most is below --first-look", "--most 小于 --first-look"));
    plan.seed = static_cast<std::uint32_t>(options.seed);
    plan.threads = static_cast<int>(options.threads);
    plan.scenarios = std::move(scenarios);
    return plan;
}

analysis::RaceQuestion question_of(const experiment::RacePlan& plan) {
    const ScenarioNames names = names_of(plan.scenarios);
    return {names.names,
            names.ids,
            plan.outcome,
            plan.verdict_year,
            {plan.scenarios.size(), plan.goal, plan.batch},
            plan.seed,
            analysis::identity_of(plan.scenarios)};
}

// Nothing when interrupted.
std::optional<experiment::RaceResult> raced(const experiment::RacePlan& plan, const analysis::KeptQuestion& kept,
                                            store::Store& store, const ShowOptions& show) {
    const analysis::KeptPoints known = analysis::begin(store, kept);
    auto next = static_cast<std::uint32_t>(known.size());
    const auto keep = [&](const experiment::RaceFuture& future) { store.commit_point(kept.name, next++, future); };
    experiment::Progress progress(std::cerr, experiment::progress_options(show.quiet, show.words()));
    return experiment::run_race(plan, known, keep, progress, interruption());
}

}  // namespace

int run_best(const Words& words) {
    BestOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    options.answers.check();
    std::vector<scenario::Scenario> scenarios = options.scenarios.load(options.specs);
    analysis::check_comparable(scenarios);
    const experiment::RacePlan plan = plan_of(options, std::move(scenarios));
    const analysis::Overrides overrides = options.scenarios.overrides(options.specs.front(), plan.scenarios.front());
    store::Store store = open_answers(options.answers, plan.scenarios, plan.seed, overrides, options.show);
    const analysis::RaceQuestion question = question_of(plan);
    const auto result = raced(plan, analysis::kept(question), store, options.show);
    if (!result) return tell_answer_interrupted(store, options.show);
    const analysis::BestOf best = analysis::best_of(question, *result);
    if (options.show.format == "json") std::cout << analysis::best_json(best);
    if (options.show.format == "csv") std::cout << analysis::best_csv({best});
    if (options.show.format == "table")
        print_answer(analysis::best_screen(best, options.show.style()), overrides, options.show);
    close_answers(store, options.answers, options.show);
    return success;
}

}  // namespace staffsim::cli
