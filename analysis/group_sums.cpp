#include "analysis/group_sums.hpp"

#include "analysis/series.hpp"
#include "sim/measures/observe.hpp"

namespace staffsim::analysis {

using measures::Ratio;

bool has_common_denominator(const measures::Outcome& outcome) {
    // A year in which nobody was there and nothing happened: what is left then was never counted.
    measures::GroupYear empty_year;
    empty_year.days = 365;
    return measures::formulas()[measures::outcome_index(outcome.id)](empty_year).denominator != 0;
}

Ratio sum_of_units(std::span<const Ratio> cells, std::span<const std::size_t> groups, std::size_t year,
                   std::size_t years, bool is_common_denominator) {
    Ratio sum;
    for (const std::size_t group : groups) sum += cells[group * years + year];
    if (is_common_denominator && !groups.empty()) sum.denominator = cells[groups.front() * years + year].denominator;
    return sum;
}

SumValues::SumValues(const store::Store& store, std::span<const std::size_t> outcomes, std::size_t scenario,
                     std::uint32_t replications, std::span<const Groups> sums)
    : sums_(sums.size()),
      verdict_years_(store.plan().verdict_years.size()),
      values_(outcomes.size() * sums_ * verdict_years_) {
    const store::Plan& plan = store.plan();
    std::vector<bool> is_common;
    for (const std::size_t outcome : outcomes) is_common.push_back(has_common_denominator(plan.outcomes[outcome]));
    for (std::vector<Ratio>& futures : values_) futures.reserve(replications);
    std::vector<Ratio> of_years(static_cast<std::size_t>(plan.years));
    const auto take = [&, next = std::size_t{0}](std::uint32_t, std::size_t outcome,
                                                 std::span<const Ratio> cells) mutable {
        const std::size_t place = next++ % outcomes.size();
        for (std::size_t s = 0; s < sums.size(); ++s) {
            for (std::size_t year = 0; year < of_years.size(); ++year)
                of_years[year] = sum_of_units(cells, sums[s], year, of_years.size(), is_common[place]);
            for (std::size_t y = 0; y < verdict_years_; ++y)
                values_[(place * sums_ + s) * verdict_years_ + y].push_back(
                    up_to(of_years, plan.outcomes[outcome].window, plan.verdict_years[y]));
        }
    };
    store.for_each_value(outcomes, scenario, replications, store::Store::Groups::all, take);
}

}  // namespace staffsim::analysis
