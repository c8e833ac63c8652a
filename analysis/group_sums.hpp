// Groups of named units that no store keeps, added up from what it keeps of every unit: numerators and denominators, so
// that means and rates stay ratios of sums. Assumes that the outcome is kept by unit (measures::Outcome::by_unit).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// Whether the denominator counts nothing of the group, but is 1 or the length of the year, and the same for every
// group: people a year. Of such an outcome denominators must not be added up.
bool has_common_denominator(const measures::Outcome& outcome);

// One year of a group: `groups` are places in a plan's list of groups, all of units. `cells` are those of one outcome
// and future, [group][year]. Without groups 0 / 0.
measures::Ratio sum_of_units(std::span<const measures::Ratio> cells, std::span<const std::size_t> groups,
                             std::size_t year, std::size_t years, bool is_common_denominator);

// Values of some outcomes in one scenario, of each future at every verdict year, by sum of units. Only what is asked
// for is held: the memory does not grow with the number of units or years.
class SumValues {
  public:
    using Groups = std::vector<std::size_t>;
    SumValues(const store::Store& store, std::span<const std::size_t> outcomes, std::size_t scenario,
              std::uint32_t replications, std::span<const Groups> sums);
    // By place among the outcomes, the sums and the plan's verdict years.
    const std::vector<measures::Ratio>& of(std::size_t outcome, std::size_t sum, std::size_t verdict_year) const {
        return values_[(outcome * sums_ + sum) * verdict_years_ + verdict_year];
    }

  private:
    std::size_t sums_, verdict_years_;
    std::vector<std::vector<measures::Ratio>> values_;  // [outcome][sum][verdict year], by future
};

}  // namespace staffsim::analysis
