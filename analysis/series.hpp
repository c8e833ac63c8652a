// What assembling a comparison reads from the store, per outcome: the headline group's values of every future and year,
// and sums over futures for every group.
#pragma once

#include <cstdint>
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

// Townships; in a county without any, the whole county.
std::size_t headline_group(const store::Plan& plan);

Series headline_series(const store::Store& store, std::size_t outcome, std::size_t scenario,
                       std::uint32_t replications);

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
// Of a single future.
Totals totals_of(const measures::YearlyValues& values);

}  // namespace staffsim::analysis
