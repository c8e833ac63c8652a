// What assembling a comparison reads from the store, per outcome: the headline group's values of every future and year,
// and sums over futures for every group.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// One group's values of one outcome in one scenario, by future and year.
class Series {
  public:
    Series(std::size_t years, std::size_t replications) : years_(years) { values_.reserve(years * replications); }
    void append(std::span<const measures::Ratio> future) {
        values_.insert(values_.end(), future.begin(), future.end());
    }

    std::size_t replications() const { return years_ == 0 ? 0 : values_.size() / years_; }
    std::span<const measures::Ratio> future(std::size_t replication) const {
        return std::span(values_).subspan(replication * years_, years_);
    }
    // The value of each future at the verdict year (a count of years), by the outcome's window.
    std::vector<measures::Ratio> at_verdict_year(measures::Window window, int verdict_year) const;
    // The value of each future in one year alone (0-based).
    std::vector<measures::Ratio> in_year(std::size_t year) const;

  private:
    std::size_t years_;
    std::vector<measures::Ratio> values_;
};

// The years 1 … verdict_year of one future put together by the outcome's window.
measures::Ratio up_to(std::span<const measures::Ratio> years, measures::Window window, int verdict_year);

// Townships; in a county without any, the whole county. Reads the plan's context: ask once, not in loops.
std::size_t headline_group(const store::Plan& plan);

// The headline group's series of one outcome, by scenario.
std::vector<Series> headline_series(const store::Store& store, std::size_t outcome, std::uint32_t replications);

// The same of all outcomes, each handed to `use` once, in no particular order and from `threads` threads (below 1: as
// many as there are processors). The store is read for several outcomes at a time, as many as a fixed share of memory
// holds, whatever the number of futures.
using UseSeries = std::function<void(std::size_t outcome, const std::vector<Series>& by_scenario)>;
// Its pieces of work, for any thread and in any order: for those who have other work to be done beside it.
std::vector<std::function<void()>> work_on_outcomes(const store::Store& store, std::uint32_t replications,
                                                    const UseSeries& use);
void for_each_outcome(const store::Store& store, std::uint32_t replications, int threads, const UseSeries& use);

// Sums over futures: [outcome][group * years + year].
struct Totals {
    std::uint32_t replications = 0;
    std::size_t years = 0;
    std::vector<std::vector<measures::Ratio>> by_outcome;
    measures::Ratio at(std::size_t outcome, std::size_t group, std::size_t year) const {
        return by_outcome[outcome][group * years + year];
    }
    std::span<const measures::Ratio> years_of(std::size_t outcome, std::size_t group) const {
        return std::span(by_outcome[outcome]).subspan(group * years, years);
    }
};
Totals totals_of(const store::Store& store, std::size_t scenario, std::uint32_t replications);
// Of some outcomes alone; the others' are empty. Without named units their cells are left out, too.
Totals totals_of(const store::Store& store, std::size_t scenario, std::uint32_t replications,
                 std::span<const std::size_t> outcomes, store::Store::Groups groups);
// Of a single future.
Totals totals_of(const measures::YearlyValues& values);

}  // namespace staffsim::analysis
