#include "analysis/series.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/context.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/measures/observe.hpp"

namespace staffsim::analysis {

using measures::Ratio;

Ratio up_to(std::span<const Ratio> years, measures::Window window, int verdict_year) {
    const auto count = static_cast<std::size_t>(verdict_year);
    if (window == measures::Window::year_end) return years[count - 1];
    Ratio sum;
    for (const Ratio year : years.first(count)) sum += year;
    return sum;
}

std::vector<Ratio> Series::at_verdict_year(measures::Window window, int verdict_year) const {
    std::vector<Ratio> values;
    for (std::size_t r = 0; r < replications(); ++r) values.push_back(up_to(future(r), window, verdict_year));
    return values;
}

std::vector<Ratio> Series::in_year(std::size_t year) const {
    std::vector<Ratio> values;
    for (std::size_t r = 0; r < replications(); ++r) values.push_back(future(r)[year]);
    return values;
}

std::size_t headline_group(const store::Plan& plan) {
    return context_of(plan.context_json).township_count > 0 ? measures::townships_group : measures::all_group;
}

namespace {

// Bytes of series that one thread holds at a time.
constexpr std::size_t series_memory = std::size_t{4} << 20;
constexpr std::size_t most_at_once = 32;  // outcomes

// Of the outcomes given: [position][scenario].
std::vector<std::vector<Series>> read_series(const store::Store& store, std::span<const std::size_t> outcomes,
                                             std::size_t group, std::uint32_t replications) {
    const auto years = static_cast<std::size_t>(store.plan().years);
    const std::size_t scenarios = store.plan().scenarios.size();
    std::vector<std::vector<Series>> all(outcomes.size(), {scenarios, Series(years, replications)});
    for (std::size_t s = 0; s < scenarios; ++s) {
        store.for_each_value(
            outcomes, s, replications, store::Store::Groups::aggregates,
            [&, next = std::size_t{0}](std::uint32_t, std::size_t, std::span<const Ratio> cells) mutable {
                all[next++ % outcomes.size()][s].append(cells.subspan(group * years, years));
            });
    }
    return all;
}

std::vector<std::size_t> all_outcomes(const store::Plan& plan) {
    std::vector<std::size_t> outcomes(plan.outcomes.size());
    std::iota(outcomes.begin(), outcomes.end(), std::size_t{0});
    return outcomes;
}

}  // namespace

std::vector<Series> headline_series(const store::Store& store, std::size_t outcome, std::uint32_t replications) {
    return read_series(store, std::span(&outcome, 1), headline_group(store.plan()), replications).front();
}

std::vector<std::function<void()>> work_on_outcomes(const store::Store& store, std::uint32_t replications,
                                                    const UseSeries& use) {
    const store::Plan& plan = store.plan();
    const std::size_t group = headline_group(plan);
    const std::vector<std::size_t> outcomes = all_outcomes(plan);
    const std::size_t series_bytes =
        plan.scenarios.size() * replications * static_cast<std::size_t>(plan.years) * sizeof(Ratio);
    const std::size_t at_once = std::clamp<std::size_t>(series_memory / series_bytes, 1, most_at_once);
    std::vector<std::function<void()>> work;
    for (std::size_t first = 0; first < outcomes.size(); first += at_once) {
        const std::size_t count = std::min(at_once, outcomes.size() - first);
        const auto begin = outcomes.begin() + static_cast<std::ptrdiff_t>(first);
        work.emplace_back([=, &store, wanted = std::vector(begin, begin + static_cast<std::ptrdiff_t>(count))] {
            const std::vector<std::vector<Series>> series = read_series(store, wanted, group, replications);
            for (std::size_t i = 0; i < wanted.size(); ++i) use(wanted[i], series[i]);
        });
    }
    return work;
}

void for_each_outcome(const store::Store& store, std::uint32_t replications, int threads, const UseSeries& use) {
    const auto work = work_on_outcomes(store, replications, use);
    experiment::in_parallel(work.size(), threads, [&](std::size_t i) { work[i](); });
}

Totals totals_of(const store::Store& store, std::size_t scenario, std::uint32_t replications) {
    return totals_of(store, scenario, replications, all_outcomes(store.plan()), store::Store::Groups::all);
}

Totals totals_of(const store::Store& store, std::size_t scenario, std::uint32_t replications,
                 std::span<const std::size_t> outcomes, store::Store::Groups groups) {
    const store::Plan& plan = store.plan();
    Totals totals{replications, static_cast<std::size_t>(plan.years), {}};
    totals.by_outcome.resize(plan.outcomes.size());
    store.for_each_value(outcomes, scenario, replications, groups,
                         [&](std::uint32_t, std::size_t outcome, std::span<const Ratio> cells) {
                             std::vector<Ratio>& sums = totals.by_outcome[outcome];
                             sums.resize(cells.size());
                             for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += cells[i];
                         });
    return totals;
}

Totals totals_of(const measures::YearlyValues& values) {
    Totals totals{1, values.year_count(), {}};
    for (std::size_t outcome = 0; outcome < values.outcome_count(); ++outcome) {
        const std::span<const Ratio> cells = values.of_outcome(outcome);
        totals.by_outcome.emplace_back(cells.begin(), cells.end());
        totals.by_outcome.back().resize(values.group_count() * values.year_count());  // groups that are not held
    }
    return totals;
}

}  // namespace staffsim::analysis
