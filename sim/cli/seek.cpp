// staffsim seek: the smallest value of a lever, or the least-cost mix of two, that meets a target.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "analysis/answers.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/outcome_names.hpp"
#include "sim/experiment/equal_cost.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/experiment/seek.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/measures/observe.hpp"
#include "sim/scenario/given_values.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/proportion.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::cli {

namespace {

using analysis::SeekEvidence;
using analysis::SeekReport;
using scenario::Scenario;

constexpr double share_level = 0.10;  // two-sided: the lower end is a one-sided bound at 95 %

struct SeekOptions {
    std::vector<std::string> specs;
    std::string lever, other, target, where = "average", probability = "0.9", budget, range, other_range;
    std::int64_t by = 5, replications = 100, seed = 1, threads = 0, other_values = 5;
    ScenarioOptions scenarios;
    ShowOptions show;

    bool read(const Words& words) {
        Options options(
            "seek SCENARIO",
            "How large must a lever be? Finds the smallest value at which a target is met with a stated probability by "
            "a\n"
            "year, prints what was tried, and lives the answer again on fresh futures. A value counts as meeting the\n"
            "target when the lower end of the range of its share of futures reaches the probability.",
            "  staffsim seek baseline.toml --lever pay.township_allowance --target \"empty_places <= 1.5\" --by 5\n"
            "  staffsim seek baseline.toml --lever pay.township_allowance --target \"empty_places <= 4\" \\\n"
            "      --in each-township --probability 0.8 --budget 500\n"
            "  staffsim seek baseline.toml --lever pay.township_allowance --mix exchange.pairs_per_year \\\n"
            "      --target \"leavers <= 40\"\n");
        options.arguments(specs, 1, 1, "a scenario");
        options.text("lever", lever, "KEY", "the lever sought, a policy that takes one number");
        options.text("range", range, "LOW:HIGH", "where to look; default what is allowed");
        options.text("mix", other, "KEY", "a second lever: the mix of both that costs least");
        options.text("mix-range", other_range, "LOW:HIGH", "where to look for the second one");
        options.whole("mix-values", other_values, 2, 100, "values of the second lever that are tried");
        options.text("target", target, "\"OUTCOME <= X\"", "what is to be reached; >= for at least");
        options.one_of("in", where, {"average", "each-township"}, "on average over townships, or in each of them");
        options.text("probability", probability, "P", "of futures in which the target is to be met");
        options.whole("by", by, 1, 200, "year, counted from the start");
        options.text("budget", budget, "X", "most that total cost may rise, 10,000 yuan a year");
        options.whole("replications", replications, 10, 100'000, "matched futures of every value");
        options.whole("seed", seed, 0, 4294967295, "luck of the search");
        options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
        scenarios.declare(options);
        show.declare(options);
        return options.read(words);
    }
};

struct Span {
    double low, high;
};
Span span_of(const std::string& name, const std::string& text, const levers::Row& row) {
    if (text.empty()) return {row.low, row.high};
    const auto colon = text.find(':');
    if (colon == std::string::npos) throw InputError(fmt::format("--{} {}: LOW:HIGH is expected", name, text));
    const Span span{number_option(name, text.substr(0, colon), row.low, row.high),
                    number_option(name, text.substr(colon + 1), row.low, row.high)};
    if (span.low < span.high) return span;
    throw InputError(fmt::format("--{} {}: the first number must be below the second", name, text));
}

void read_target(const std::string& text, SeekReport& report) {
    const auto sign = text.find("<=") != std::string::npos ? text.find("<=") : text.find(">=");
    if (text.empty()) throw InputError("--target is missing, for example --target \"empty_places <= 1.5\"");
    if (sign == std::string::npos)
        throw InputError(fmt::format("--target {}: OUTCOME <= X or OUTCOME >= X is expected", text));
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

struct Interrupted {};

// Tries values of one lever or of two and keeps what came of each.
class Trials {
  public:
    Trials(const SeekOptions& options, const SeekReport& report, const Scenario& scenario, std::uint32_t seed)
        : report_(report),
          scenario_(scenario),
          futures_{{}, seed, 0, report.replications, static_cast<int>(options.threads)},
          warm_ups_(seed, futures_.threads),
          progress_(std::cerr, on_terminals_only(options.show)) {}

    SeekEvidence evidence(double value, double other) {
        if (present_costs_.empty()) present_costs_ = lived({}).costs;
        std::vector<scenario::GivenValue> values{{report_.lever, value}};
        if (!report_.other_lever.empty()) values.push_back({report_.other_lever, other});
        const Lived result = lived(values);
        SeekEvidence one;
        one.value = value;
        one.other_value = other;
        const auto met = static_cast<double>(std::ranges::count(result.meets, 1));
        const stats::ShareRange range = stats::wilson_range(met, report_.replications, share_level);
        one.share = met / report_.replications;
        one.share_low = range.low;
        one.share_high = range.high;
        one.mean = stats::value_of(stats::total(result.outcomes));
        const auto cost = stats::paired_summary(present_costs_, result.costs, measures::Direction::lower_better, 0.05);
        one.cost = cost.difference;
        one.cost_low = cost.low;
        one.cost_high = cost.high;
        one.meets = one.share_low >= report_.probability;
        one.is_affordable = !report_.budget || one.cost <= *report_.budget;
        return one;
    }

  private:
    // A bar for each value; no lines in a log, where the evidence follows anyway.
    static experiment::ProgressOptions on_terminals_only(const ShowOptions& show) {
        experiment::ProgressOptions options = experiment::progress_options(show.quiet, show.words());
        if (options.style == experiment::ProgressStyle::lines) options.style = experiment::ProgressStyle::quiet;
        return options;
    }

    struct Lived {
        std::vector<char> meets;
        std::vector<measures::Ratio> outcomes, costs;
    };

    bool reaches(measures::Ratio ratio) const {
        const double value = stats::value_of(ratio);
        return report_.at_most ? value <= report_.target : value >= report_.target;  // no value: does not
    }

    bool is_met(const measures::YearlyValues& future) const {
        const auto year = static_cast<std::size_t>(report_.year);
        const CountyPlan& plan = scenario_.input.plan;
        if (!report_.in_each_township)
            return reaches(measures::at_verdict_year(future, report_.outcome, experiment::headline_group(plan), year));
        for (std::size_t u = 0; u < plan.units.size(); ++u) {
            if (plan.units[u].kind != UnitKind::township) continue;
            if (!reaches(measures::at_verdict_year(future, report_.outcome, measures::first_unit_group + u, year)))
                return false;
        }
        return true;
    }

    Lived lived(const std::vector<scenario::GivenValue>& values) {
        const Scenario changed = scenario::with_values(scenario_, values);
        Lived result{std::vector<char>(futures_.count), std::vector<measures::Ratio>(futures_.count),
                     std::vector<measures::Ratio>(futures_.count)};
        const std::size_t group = experiment::headline_group(scenario_.input.plan);
        const std::size_t cost = measures::outcome_index("total_cost");
        const auto year = static_cast<std::size_t>(report_.year);
        const auto read = [&](std::size_t, std::uint32_t replication, const measures::YearlyValues& future) {
            result.meets[replication] = is_met(future) ? 1 : 0;
            result.outcomes[replication] = measures::at_verdict_year(future, report_.outcome, group, year);
            result.costs[replication] = measures::at_verdict_year(future, cost, group, year);
        };
        futures_.scenarios = {&changed};
        progress_.start(0, futures_.count);
        const bool is_complete = experiment::live_futures(futures_, warm_ups_, read, progress_, interruption());
        progress_.finish();
        if (!is_complete) throw Interrupted{};
        return result;
    }

    const SeekReport& report_;
    const Scenario& scenario_;
    experiment::FuturesPlan futures_;
    experiment::WarmUps warm_ups_;
    experiment::Progress progress_;
    std::vector<measures::Ratio> present_costs_;
};

class Seeker {
  public:
    explicit Seeker(const SeekOptions& options)
        : options_(options), scenario_(options.scenarios.load(options.specs).front()) {
        if (options.lever.empty()) throw InputError("--lever is missing: the lever sought (staffsim levers)");
        describe_levers();
        read_target(options.target, report_);
        report_.scenario = scenario_.name;
        report_.probability = number_option("probability", options.probability, 0.01, 0.9999);
        report_.year = static_cast<int>(options.by);
        if (!options.budget.empty()) report_.budget = number_option("budget", options.budget, -1e9, 1e9);
        report_.seed = static_cast<std::uint32_t>(options.seed);
        report_.fresh_seed = experiment::pilot_seed(report_.seed);
        report_.replications = static_cast<std::uint32_t>(options.replications);
        report_.in_each_township = options.where == "each-township";
        check();
    }

    SeekReport run() {
        Trials trials(options_, report_, scenario_, report_.seed);
        std::vector<double> others{report_.other_present};
        if (!report_.other_lever.empty()) others = other_values();
        for (const double other : others) seek(trials, other);
        std::ranges::sort(report_.tried, {},
                          [](const SeekEvidence& one) { return std::pair(one.other_value, one.value); });
        if (report_.answer) {
            Trials fresh(options_, report_, scenario_, report_.fresh_seed);
            report_.confirmation = fresh.evidence(report_.answer->value, report_.answer->other_value);
        }
        return report_;
    }

  private:
    void describe_levers() {
        const scenario::ResolvedLever& lever = number_lever(scenario_, options_.lever, "--lever");
        report_.lever = lever.row->key;
        report_.label = lever.row->label;
        report_.unit = lever.row->unit;
        report_.present = present_value(lever);
        span_ = span_of("range", options_.range, *lever.row);
        resolution_ = experiment::usual_resolution(span_.low, span_.high, is_whole(*lever.row));
        if (options_.other.empty()) return;
        const scenario::ResolvedLever& other = number_lever(scenario_, options_.other, "--mix");
        if (options_.other == options_.lever) throw InputError("--mix names the same lever as --lever");
        report_.other_lever = other.row->key;
        report_.other_label = other.row->label;
        report_.other_unit = other.row->unit;
        report_.other_present = present_value(other);
        other_span_ = span_of("mix-range", options_.other_range, *other.row);
        other_is_whole_ = is_whole(*other.row);
    }

    void check() const {
        if (report_.year > scenario_.input.years)
            throw InputError(fmt::format("--by {}: only {} years are simulated", report_.year, scenario_.input.years));
        const measures::Outcome& outcome = measures::outcomes()[report_.outcome];
        if (report_.in_each_township && !outcome.by_unit)
            throw InputError(fmt::format("--in each-township: {} is not kept for single townships", outcome.id));
        const double best = stats::wilson_range(report_.replications, report_.replications, share_level).low;
        if (best < report_.probability)
            throw InputError(
                fmt::format("--replications {}: even if all of them met the target, a probability of {} "
                            "would not be shown; take more",
                            report_.replications, report_.probability));
    }

    std::vector<double> other_values() const {
        std::vector<double> values;
        const auto count = static_cast<int>(options_.other_values);
        for (int i = 0; i < count; ++i) {
            const double value = other_span_.low + (other_span_.high - other_span_.low) * i / (count - 1);
            values.push_back(other_is_whole_ ? std::round(value) : value);
        }
        values.erase(std::unique(values.begin(), values.end()), values.end());
        return values;
    }

    // The cheapest that meets the target, of those within the budget; of equally cheap ones the first.
    void seek(Trials& trials, double other) {
        std::vector<SeekEvidence> own;
        const auto meets = [&](double value) {
            own.push_back(trials.evidence(value, other));
            return own.back().meets;
        };
        const auto found = experiment::seek_smallest({span_.low, span_.high, resolution_}, meets);
        report_.is_monotone = report_.is_monotone && found.is_monotone;
        std::ranges::sort(own, {}, &SeekEvidence::value);
        for (const SeekEvidence& one : own) {
            const bool is_wanted = one.meets && one.is_affordable;
            if (!is_wanted) continue;
            if (!report_.answer || (!report_.other_lever.empty() && one.cost < report_.answer->cost))
                report_.answer = one;
            break;  // larger values of the same mix are not smaller
        }
        report_.tried.insert(report_.tried.end(), own.begin(), own.end());
    }

    const SeekOptions& options_;
    const Scenario scenario_;
    SeekReport report_;
    Span span_{}, other_span_{};
    double resolution_ = 1;
    bool other_is_whole_ = false;
};

}  // namespace

int run_seek(const Words& words) {
    SeekOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    Seeker seeker(options);
    try {
        const SeekReport report = seeker.run();
        if (options.show.format == "json") std::cout << analysis::seek_json(report);
        if (options.show.format == "csv") std::cout << analysis::seek_csv(report);
        if (options.show.format == "table") std::cout << analysis::seek_screen(report, options.show.style());
    } catch (const Interrupted&) {
        std::cerr << "interrupted before an answer was found: nothing is kept\n";
        return interrupted;
    }
    return success;
}

}  // namespace staffsim::cli
