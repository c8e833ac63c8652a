// From what a county counted in a year to outcomes by group. Reads tallies only, so observing changes nothing.
#pragma once

#include <functional>

#include "sim/engine/simulate.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::measures {

// Aggregates first (townships, county_organs, all), then every unit by its id.
std::vector<Group> groups_of(const CountyPlan& plan);
inline constexpr std::size_t townships_group = 0, county_organs_group = 1, all_group = 2, first_unit_group = 3;

// Sums of one group over one year: what formulas of outcomes read.
struct GroupYear {
    std::array<std::int64_t, flow_count> flows{};
    std::array<double, stock_count> stocks{};
    std::int64_t person_days = 0;
    std::array<std::int64_t, ladder_count> person_days_below{};  // the level
    std::array<std::int64_t, pay_component_count> pay_milli_fen{};
    std::int64_t pay_total_milli_fen = 0;
    std::int64_t empty_place_days = 0, empty_seat_days = 0, opening_days = 0;
    std::array<std::int64_t, one_off_count> one_off_fen{};
    ServiceYear service;
    std::int64_t days = 0;
    std::int64_t units = 0;
    bool whole_county = false;

    // Adds all that is summed: not days, units and whether they are the whole county.
    void add_sums(const GroupYear& other);

    double flow(Flow f) const { return static_cast<double>(flows[static_cast<std::size_t>(f)]); }
    double served(ServiceSum s) const { return service[s]; }
    double stock(Stock s) const { return stocks[static_cast<std::size_t>(s)]; }
    double years() const { return static_cast<double>(days) / days_per_year; }
    double person_years() const { return static_cast<double>(person_days) / days_per_year; }
    // People lost to the group: exits, and moves to units of the other kind. Nobody is lost where two change places.
    double leavers() const;
    double entrants() const;  // by all channels
    double person_years_below(Ladder level) const {
        return static_cast<double>(person_days_below[static_cast<std::size_t>(level)]) / days_per_year;
    }
    double payroll_yuan() const { return static_cast<double>(pay_total_milli_fen) / 1e5; }
    double one_off_yuan() const;
};

// The formula of each outcome, in the order of outcomes().
using Formula = Ratio (*)(const GroupYear&);
const std::vector<Formula>& formulas();

// A sink that fills the values of one unit of work.
class Observer : public engine::Sink {
  public:
    Observer(const CountyPlan& plan, std::size_t years);
    void on_year(std::size_t index, const County& county) override;
    // Of the years that have ended.
    YearlyValues values() const;
    // Hands the county's sums of each year on to somebody else, too.
    void also_tell(std::function<void(const GroupYear& whole_county)> listener) { listener_ = std::move(listener); }

  private:
    void put(const GroupYear& sum, std::span<const std::size_t> which);

    std::vector<std::vector<std::size_t>> units_of_group_;
    std::size_t years_;
    // Year by year, what is held of each group one after the other: a year writes one stretch of memory.
    std::vector<Ratio> by_year_;
    std::vector<GroupYear> by_unit_;  // of the last year
    std::function<void(const GroupYear&)> listener_;
};

// Of every unit, and of some of them together.
std::vector<GroupYear> sums_by_unit(const County& county);
void take_sums_by_unit(const County& county, std::vector<GroupYear>& sums);
GroupYear sum_of(const std::vector<GroupYear>& by_unit, const std::vector<std::size_t>& units);
std::vector<std::vector<std::size_t>> units_of_groups(const CountyPlan& plan);

}  // namespace staffsim::measures
