// What a county must look like is more than its outcomes: who sits where, how old, since when, and at which age people
// move up. A sink that adds this up over the years of one future, by kind of unit and tier. Reads only; assumes that
// facts of a year are handed over at its end, when slots of those who left may have new people: ages at a move come
// from the end of the year before, so the first year of a run gives none.
#pragma once

#include <array>
#include <vector>

#include "sim/measures/observe.hpp"

namespace staffsim {
struct RetentionRules;
}

namespace staffsim::analysis {

inline constexpr std::size_t calibration_groups = 3;  // townships, county organs, all
inline constexpr std::size_t move_bands = 3;          // under 35, 35 to 44, from 45

struct TierSums {
    double staff = 0, age = 0, age_squared = 0, service = 0, years_in_post = 0, over_10_in_tier = 0, women = 0;
    TierSums& operator+=(const TierSums& other);
};

// Sums over the years looked at.
struct PopulationSums {
    std::array<measures::GroupYear, calibration_groups> year{};  // flows and exposures; stocks at year ends
    std::array<std::vector<TierSums>, calibration_groups> tier;  // at year ends; 9: stepped down
    // Township staff past the minimum service at the end of the year before, who of them moved to county organs and
    // above in the year, and all who did, by age at the end of the year before. The first year of a run adds nothing.
    std::array<double, move_bands> movable{}, movable_moved{}, moved{};
    double first_deputies = 0, service_at_first_deputy = 0;  // whole county
    double leaders = 0, leaders_years_in_post = 0;           // deputy level and above, whole county
    // At year ends: over townships; relative pay over township staff, fairness over all units.
    double relative_pay = 0, staff = 0, prospect = 0, workload = 0, townships = 0, fairness = 0,
           units_with_fairness = 0;
};

class PopulationObserver : public engine::Sink {
  public:
    // Years `first` to `last` of the run, counted from 1, both included.
    PopulationObserver(const CountyPlan& plan, const RetentionRules& rules, int first, int last);
    void on_year(std::size_t index, const County& county) override;
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> facts, const County& county) override;
    const PopulationSums& sums() const { return sums_; }

  private:
    struct Known {
        bool in_service = false, in_township = false, is_movable = false, has_led = false;
        Day birth, entry;
    };
    void count_move(const Fact& fact, const County& county);
    void add_move(const Known& known);
    void take_movable();
    void take_people(const County& county);
    void take_units(const County& county);
    void remember(const County& county);

    std::vector<std::vector<std::size_t>> units_of_group_;
    double institution_hand_;
    std::size_t first_, last_;
    std::size_t year_ = 0;       // index of the running year
    std::vector<Known> before_;  // by slot, at the end of the year before, which was:
    Day remembered_;
    PopulationSums sums_;
};

}  // namespace staffsim::analysis
