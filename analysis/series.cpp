#include "analysis/series.hpp"

#include "analysis/context.hpp"
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

Series headline_series(const store::Store& store, std::size_t outcome, std::size_t scenario,
                       std::uint32_t replications) {
    const auto years = static_cast<std::size_t>(store.plan().years);
    const std::size_t first = headline_group(store.plan()) * years;
    Series series(years, replications);
    store.for_each_replication(outcome, scenario, replications, [&](std::uint32_t, std::span<const Ratio> cells) {
        series.append(cells.subspan(first, years));
    });
    return series;
}

Totals totals_of(const store::Store& store, std::size_t scenario, std::uint32_t replications) {
    const store::Plan& plan = store.plan();
    Totals totals{replications, static_cast<std::size_t>(plan.years), {}};
    for (std::size_t outcome = 0; outcome < plan.outcomes.size(); ++outcome) {
        std::vector<Ratio> sums(plan.groups.size() * totals.years);
        store.for_each_replication(outcome, scenario, replications, [&](std::uint32_t, std::span<const Ratio> cells) {
            for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += cells[i];
        });
        totals.by_outcome.push_back(std::move(sums));
    }
    return totals;
}

Totals totals_of(const measures::YearlyValues& values) {
    Totals totals{1, values.year_count(), {}};
    for (std::size_t outcome = 0; outcome < values.outcome_count(); ++outcome) {
        const std::span<const Ratio> cells = values.of_outcome(outcome);
        totals.by_outcome.emplace_back(cells.begin(), cells.end());
    }
    return totals;
}

}  // namespace staffsim::analysis
