// One future of a situation, looked at on evenings.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/county_run.hpp"
#include "sim/measures/observe.hpp"
#include "tests/situations/runner/situation.hpp"

namespace staffsim::situations {

// What a measure may look at.
struct View {
    const scenario::Scenario& scenario;
    const County& county;
    const std::vector<YearTally>& years;                           // ended ones
    const std::vector<std::vector<measures::GroupYear>>& by_unit;  // their sums
    Day evening;
};

class Life : private engine::Sink {
  public:
    Life(const Situation& situation, const scenario::Scenario& scenario, std::uint32_t replication);

    // The county in the evening of a day; days must not fall.
    View evening_of(Day day);
    // Lives to the end. Everything that happened and everything that was counted, as one number.
    std::uint64_t digest();

  private:
    void on_year(std::size_t index, const County& county) override;

    const scenario::Scenario& scenario_;
    engine::CountyRun run_;
    std::vector<YearTally> years_;
    std::vector<std::vector<measures::GroupYear>> by_unit_;
};

// The slot of somebody of the roster who is still in service.
std::optional<PersonId> find_person(const County& county, const std::string& id);

}  // namespace staffsim::situations
