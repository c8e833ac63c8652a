#include "sim/cli/seek_question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/setting_words.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/outcome_names.hpp"
#include "sim/experiment/equal_cost.hpp"
#include "sim/experiment/seek.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/stats/proportion.hpp"

namespace staffsim::cli {

namespace {

using analysis::SeekReport;
using scenario::Scenario;

struct Span {
    double low, high;
};
Span span_of(const std::string& name, const std::string& text, const levers::Row& row) {
    if (text.empty()) return {row.low, row.high};
    const auto colon = text.find(':');
    if (colon == std::string::npos)
        throw InputError(worded("--{} {}: LOW:HIGH is expected", "--{} {}：应为 下限:上限", name, text));
    const Span span{number_option(name, text.substr(0, colon), row.low, row.high),
                    number_option(name, text.substr(colon + 1), row.low, row.high)};
    if (span.low < span.high) return span;
    throw InputError(
        worded("--{} {}: the first number must be below the second", "--{} {}：前一个数应小于后一个数", name, text));
}

void read_target(const std::string& text, SeekReport& report) {
    const auto sign = text.find("<=") != std::string::npos ? text.find("<=") : text.find(">=");
    if (text.empty())
        throw InputError(worded("--target is missing, for example --target \"empty_places <= 1.5\"",
                                "缺少 --target，如 --target \"empty_places <= 1.5\""));
    if (sign == std::string::npos)
        throw InputError(worded("--target {}: OUTCOME <= X or OUTCOME >= X is expected",
                                "--target {}：应为 指标 <= 数 或 指标 >= 数", text));
    report.at_most = text[sign] == '<';
    report.outcome = outcomes_named({std::string(trimmed(text.substr(0, sign)))}, "--target").front();
    report.target = number_option("target", std::string(trimmed(text.substr(sign + 2))), -1e12, 1e12);
}

bool is_whole(const levers::Row& row) {
    return row.whole || row.type == levers::Type::count || row.type == levers::Type::days;
}

double present_value(const scenario::ResolvedLever& lever) {
    return std::get<double>(lever.settings.empty() ? lever.row->default_value : lever.settings.back().value);
}

void check(const SeekReport& question, const Scenario& scenario) {
    if (question.year > scenario.input.years)
        throw InputError(worded("--by {}: only {} years are simulated", "--by {}：只模拟 {} 年", question.year,
                                scenario.input.years));
    const measures::Outcome& outcome = measures::outcomes()[question.outcome];
    if (question.in_each_township && !outcome.by_unit)
        throw InputError(worded("--in each-township: {} is not kept for single townships",
                                "--in each-township：{} 没有分乡镇的数值", outcome.id));
    const double best =
        stats::wilson_range(question.replications, question.replications, analysis::seek_share_level).low;
    if (best < question.probability)
        throw InputError(
            worded("--replications {}: even if all of them met the target, a probability of {} "
                   "would not be shown; take more",
                   "--replications {}：即使各次推演都达到目标，也不足以证明概率为 {}；请增加次数",
                   question.replications, question.probability));
}

std::vector<double> other_values(int count, Span span, bool whole) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        const double value = span.low + (span.high - span.low) * i / (count - 1);
        values.push_back(whole ? std::round(value) : value);
    }
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

// The lever's name with the conditions under which the values tried hold, which are those of the scenario.
Text name_as_sought(const scenario::ResolvedLever& lever, const Scenario& scenario) {
    const Text holds = analysis::sought_holds(lever, scenario.input.plan.start);
    const Text& label = lever.row->label;
    if (holds.en.empty()) return label;
    return {fmt::format("{} ({})", label.en, holds.en), fmt::format("{}（{}）", label.zh, holds.zh)};
}

void describe_lever(const SeekOptions& options, const Scenario& scenario, SeekTask& task) {
    if (options.lever.empty())
        throw InputError(worded("--lever is missing: the lever sought (staffsim levers)",
                                "缺少 --lever：即要求解的参数（staffsim levers）"));
    const scenario::ResolvedLever& lever = number_lever(scenario, options.lever, "--lever");
    task.question.lever = lever.row->key;
    task.question.label = name_as_sought(lever, scenario);
    task.question.unit = lever.row->unit;
    task.question.present = present_value(lever);
    const Span span = span_of("range", options.range, *lever.row);
    task.search = {span.low, span.high, experiment::usual_resolution(span.low, span.high, is_whole(*lever.row)), {}};
}

void describe_other(const SeekOptions& options, const Scenario& scenario, SeekTask& task) {
    if (options.other.empty()) {
        task.search.others = {task.question.other_present};
        return;
    }
    const scenario::ResolvedLever& other = number_lever(scenario, options.other, "--mix");
    if (options.other == options.lever)
        throw InputError(worded("--mix names the same lever as --lever", "--mix 与 --lever 是同一参数"));
    task.question.other_lever = other.row->key;
    task.question.other_label = name_as_sought(other, scenario);
    task.question.other_unit = other.row->unit;
    task.question.other_present = present_value(other);
    task.search.others = other_values(static_cast<int>(options.other_values),
                                      span_of("mix-range", options.other_range, *other.row), is_whole(*other.row));
}

}  // namespace

bool SeekOptions::read(const Words& words) {
    Options options(
        "seek SCENARIO",
        "How large must a lever be? Finds the smallest value at which a target is met with a stated probability by "
        "a\n"
        "year (the largest, of a target that larger values lose, such as a limit on cost), prints what was tried, and\n"
        "lives the answer again on fresh futures. A value counts as meeting the target when the\n"
        "lower end of the range of its share of futures reaches the probability.",
        "  staffsim seek baseline.toml --lever pay.township_allowance --target \"empty_places <= 1.5\" --by 5\n"
        "  staffsim seek baseline.toml --lever pay.township_allowance --target \"empty_places <= 4\" \\\n"
        "      --in each-township --probability 0.8 --budget 500\n"
        "  staffsim seek baseline.toml --lever pay.township_allowance --mix exchange.pairs_per_year \\\n"
        "      --target \"leavers <= 40\"\n");
    options.arguments(specs, 1, 1, {"a scenario", "方案"});
    options.text("lever", lever, "KEY", "the lever sought, a policy that takes one number");
    options.text("range", range, "LOW:HIGH", "where to look; default what is allowed");
    options.text("mix", other, "KEY", "a second lever: the mix of both that costs least");
    options.text("mix-range", other_range, "LOW:HIGH", "where to look for the second one");
    options.whole("mix-values", other_values, 2, 100, "values of the second lever that are tried");
    options.text("target", target, "\"OUTCOME <= X\"", "what is to be reached; >= for at least");
    options.one_of("in", where, {"average", "each-township"}, "on average over townships, or in each of them");
    options.text("probability", probability, "P", "of futures in which the target is to be met");
    options.whole("by", by, 1, scenario::longest_horizon, "year, counted from the start");
    options.text("budget", budget, "X", "most that total cost may rise, 10,000 yuan a year");
    options.whole("replications", replications, 10, 100'000, "matched futures of every value");
    options.whole("seed", seed, 0, 4294967295, "luck of the search");
    options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
    scenarios.declare(options);
    answers.declare(options);
    show.declare(options);
    return options.read(words);
}

SeekTask seek_task(const SeekOptions& options, const Scenario& scenario) {
    SeekTask task;
    SeekReport& question = task.question;
    describe_lever(options, scenario, task);
    describe_other(options, scenario, task);
    read_target(options.target, question);
    question.scenario = scenario.name;
    question.probability = number_option("probability", options.probability, 0.01, 0.9999);
    question.year = static_cast<int>(options.by);
    if (!options.budget.empty()) question.budget = number_option("budget", options.budget, -1e9, 1e9);
    question.seed = static_cast<std::uint32_t>(options.seed);
    question.fresh_seed = experiment::pilot_seed(question.seed);
    question.replications = static_cast<std::uint32_t>(options.replications);
    question.in_each_township = options.where == "each-township";
    check(question, scenario);
    return task;
}

}  // namespace staffsim::cli
