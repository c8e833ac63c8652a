// What every process is handed: the county it may change, the luck of this future, and the rules in force.
#pragma once

#include <span>
#include <vector>

#include "sim/foundation/random.hpp"
#include "sim/model/county.hpp"
#include "sim/model/purpose.hpp"
#include "sim/processes/shared/events.hpp"

namespace staffsim {

// Deviations of one calendar year that the whole county shares, the same under every policy.
struct CountyShocks {
    double outside_wage = 0;  // log points
    double workload = 0;      // log points
    double attention = 0;     // to discipline, log points
};

struct World {
    County& county;
    const Draws& draws;
    CountyShocks shocks;
    EntityKey county_key;
    Requests& requests;

    Day today() const { return county.today(); }
    std::int32_t year() const { return county.date().year; }
};

// The rules of one family by unit: pilots may differ from the rest.
template <class Rules>
class RulesView {
  public:
    RulesView() = default;
    RulesView(std::vector<const Rules*> by_unit, const Rules* county) : by_unit_(std::move(by_unit)), county_(county) {}
    const Rules& of(UnitId unit) const { return *by_unit_[unit.value]; }
    const Rules& of(const County& county, PersonId person) const { return *by_unit_[county.hot(person).unit]; }
    const Rules& county_wide() const { return *county_; }

  private:
    std::vector<const Rules*> by_unit_;
    const Rules* county_ = nullptr;
};

}  // namespace staffsim
