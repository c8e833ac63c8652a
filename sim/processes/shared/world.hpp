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
    // Whether somebody may look at latent traits of people, or at where they come from. Otherwise they are not drawn.
    bool traits_are_read = true;
    // Whether somebody may look at what is counted of a year. Otherwise no event is asked for that does nothing else.
    bool flows_are_read = true;

    Day today() const { return county.today(); }
    std::int32_t year() const { return county.date().year; }
};

// The rules of one family by unit and by day of entry: pilots may differ from the rest, and people who entered the
// service under a policy for new entrants from those who were there before.
template <class Rules>
class RulesView {
  public:
    RulesView() = default;
    RulesView(std::vector<const Rules*> by_unit, const Rules* county)
        : by_unit_(std::move(by_unit)), county_(county), of_all_(common(by_unit_)) {}
    // `since`: rising days; behind the rules by unit of those who entered before the first come those of the entrants
    // since the first day, then since the second …
    RulesView(std::vector<const Rules*> by_cohort_and_unit, const Rules* county, std::vector<Day> since)
        : by_unit_(std::move(by_cohort_and_unit)),
          county_(county),
          of_all_(common(by_unit_)),
          since_(std::move(since)),
          units_(by_unit_.size() / (since_.size() + 1)) {}
    // What does not ask for a person: the rules of those who entered before any policy for new entrants.
    const Rules& of(UnitId unit) const { return *by_unit_[unit.value]; }
    const Rules& of(const County& county, PersonId person) const {
        if (of_all_ != nullptr) return *of_all_;
        const UnitId unit{county.hot(person).unit};
        return since_.empty() ? of(unit) : of_entrant(unit, county.cold(person).entry);
    }
    // Of somebody who entered, or enters, the service on that day.
    const Rules& of_entrant(UnitId unit, Day entry) const {
        std::size_t cohort = 0;
        while (cohort < since_.size() && since_[cohort] <= entry) ++cohort;
        return *by_unit_[cohort * units_ + unit.value];
    }
    const Rules& county_wide() const { return *county_; }
    // The rules of everybody; none where they differ by unit or entry.
    const Rules* of_all() const { return of_all_; }

  private:
    static const Rules* common(const std::vector<const Rules*>& all) {
        for (const Rules* rules : all) {
            if (rules != all.front()) return nullptr;
        }
        return all.empty() ? nullptr : all.front();
    }

    std::vector<const Rules*> by_unit_;
    const Rules* county_ = nullptr;
    const Rules* of_all_ = nullptr;
    std::vector<Day> since_;  // empty unless a policy is for new entrants only
    std::size_t units_ = 0;
};

}  // namespace staffsim
