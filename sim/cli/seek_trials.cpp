#include "sim/cli/seek_trials.hpp"

#include <algorithm>
#include <iostream>

#include "sim/cli/interruption.hpp"
#include "sim/cli/seek_question.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/proportion.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::cli {

namespace {

// A bar for each value; no lines in a log, where the evidence follows anyway.
experiment::ProgressOptions on_terminals_only(const ShowOptions& show) {
    experiment::ProgressOptions options = experiment::progress_options(show.quiet, show.words());
    if (options.style == experiment::ProgressStyle::lines) options.style = experiment::ProgressStyle::quiet;
    return options;
}

}  // namespace

Trials::Trials(const analysis::SeekReport& question, const scenario::Scenario& scenario, std::uint32_t seed,
               int threads, const ShowOptions& show)
    : question_(question),
      scenario_(scenario),
      futures_{{}, seed, 0, question.replications, threads},
      warm_ups_(seed),
      progress_(std::cerr, on_terminals_only(show)) {}

analysis::SeekEvidence Trials::evidence(double value, double other) {
    if (present_costs_.empty()) present_costs_ = lived({}).costs;
    std::vector<scenario::GivenValue> values{{question_.lever, value}};
    if (!question_.other_lever.empty()) values.push_back({question_.other_lever, other});
    const Lived result = lived(values);
    analysis::SeekEvidence one;
    one.value = value;
    one.other_value = other;
    const auto met = static_cast<double>(std::ranges::count(result.meets, 1.0));
    one.share = met / question_.replications;
    const stats::Pasts pasts{engine::lives_before(scenario_.input)};
    const std::uint32_t futures = stats::effective_futures(result.meets, pasts);
    const stats::ShareRange range = stats::wilson_range(one.share * futures, futures, analysis::seek_share_level);
    one.share_low = range.low;
    one.share_high = range.high;
    one.mean = stats::value_of(stats::total(result.outcomes));
    const auto cost =
        stats::paired_summary(present_costs_, result.costs, measures::Direction::lower_better, 0.05, pasts);
    one.cost = cost.difference;
    one.cost_low = cost.low;
    one.cost_high = cost.high;
    one.meets = one.share_low >= question_.probability;
    one.is_affordable = !question_.budget || one.cost <= *question_.budget;
    return one;
}

bool Trials::reaches(measures::Ratio ratio) const {
    const double value = stats::value_of(ratio);
    return question_.at_most ? value <= question_.target : value >= question_.target;  // no value: does not
}

bool Trials::is_met(const measures::YearlyValues& future) const {
    const auto year = static_cast<std::size_t>(question_.year);
    const CountyPlan& plan = scenario_.input.plan;
    if (!question_.in_each_township)
        return reaches(measures::at_verdict_year(future, question_.outcome, experiment::headline_group(plan), year));
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        if (plan.units[u].kind != UnitKind::township) continue;
        if (!reaches(measures::at_verdict_year(future, question_.outcome, measures::first_unit_group + u, year)))
            return false;
    }
    return true;
}

Trials::Lived Trials::lived(const std::vector<scenario::GivenValue>& values) {
    const scenario::Scenario changed = scenario::with_values(scenario_, values);
    Lived result{std::vector<double>(futures_.count), std::vector<measures::Ratio>(futures_.count),
                 std::vector<measures::Ratio>(futures_.count)};
    const std::size_t group = experiment::headline_group(scenario_.input.plan);
    const std::size_t cost = measures::outcome_index("total_cost");
    const auto year = static_cast<std::size_t>(question_.year);
    const auto read = [&](std::size_t, std::uint32_t replication, const measures::YearlyValues& future) {
        result.meets[replication] = is_met(future) ? 1 : 0;
        result.outcomes[replication] = measures::at_verdict_year(future, question_.outcome, group, year);
        result.costs[replication] = measures::at_verdict_year(future, cost, group, year);
    };
    futures_.scenarios = {&changed};
    progress_.start(0, futures_.count);
    const bool is_complete = experiment::live_futures(futures_, warm_ups_, read, progress_, interruption());
    progress_.finish();
    if (!is_complete) throw Trials::Interrupted{};
    return result;
}

}  // namespace staffsim::cli
