#include "analysis/calibration/population.hpp"

#include <cmath>
#include <utility>

#include "sim/processes/retention/retention.hpp"

namespace staffsim::analysis {

namespace {

// Who stepped down keeps a level but leads nobody: told apart, behind all tiers of posts.
constexpr std::size_t stepped_down_tier = 9;
constexpr double upper_age_young = 35, upper_age_middle = 45, long_in_tier = 10;

std::size_t move_band(double age) { return age < upper_age_young ? 0 : age < upper_age_middle ? 1 : 2; }

void add(measures::GroupYear& sum, const measures::GroupYear& year) {
    sum.add_sums(year);
    sum.days += year.days;
    sum.units = year.units;
    sum.whole_county = year.whole_county;
}

TierSums of_person(const County& county, PersonId person) {
    const PersonCold& cold = county.cold(person);
    const double age = years_between(cold.birth, county.today());
    return {1,
            age,
            age * age,
            years_between(cold.entry, county.today()),
            years_between(cold.post_since, county.today()),
            county.years_in_tier(person) > long_in_tier ? 1.0 : 0.0,
            cold.sex == Sex::female ? 1.0 : 0.0};
}

}  // namespace

TierSums& TierSums::operator+=(const TierSums& other) {
    staff += other.staff;
    age += other.age;
    age_squared += other.age_squared;
    service += other.service;
    years_in_post += other.years_in_post;
    over_10_in_tier += other.over_10_in_tier;
    women += other.women;
    return *this;
}

PopulationObserver::PopulationObserver(const CountyPlan& plan, const RetentionRules& rules, int first, int last)
    : units_of_group_(measures::units_of_groups(plan)),
      institution_hand_(rules.institution_hand),
      first_(static_cast<std::size_t>(first - 1)),
      last_(static_cast<std::size_t>(last - 1)) {}

void PopulationObserver::on_facts(std::span<const Fact> facts, const County& county) {
    if (year_ < first_ || year_ > last_ || before_.empty()) return;
    for (const Fact& fact : facts) count_move(fact, county);
}

void PopulationObserver::count_move(const Fact& fact, const County& county) {
    if (fact.person.value >= before_.size() || !before_[fact.person.value].in_service) return;
    Known& known = before_[fact.person.value];
    if (fact.kind == Fact::Kind::left && fact.detail == static_cast<std::uint8_t>(ExitCause::moved_above)) {
        if (known.in_township) add_move(known);
    }
    if (fact.kind == Fact::Kind::left) known.in_service = false;  // the slot may be another's now
    if (fact.is_swap) known.in_township = county.is_township(fact.unit);
    const bool is_move = (fact.kind == Fact::Kind::moved && !fact.is_swap) || fact.kind == Fact::Kind::appointed;
    if (is_move && known.in_township && !county.is_township(fact.unit)) {
        add_move(known);
        known.in_township = false;  // once a year
    }
    if (fact.kind != Fact::Kind::appointed) return;
    const bool leads = is_leadership(county.post_type(county.seat(fact.seat).post).ladder);
    if (!leads || std::exchange(known.has_led, true)) return;
    ++sums_.first_deputies;
    sums_.service_at_first_deputy += years_between(known.entry, fact.day);
}

void PopulationObserver::add_move(const Known& known) {
    const std::size_t band = move_band(years_between(known.birth, remembered_));
    ++sums_.moved[band];
    if (known.is_movable) ++sums_.movable_moved[band];
}

// Nobody before the end of the first year.
void PopulationObserver::take_movable() {
    for (const Known& known : before_) {
        if (known.is_movable) ++sums_.movable[move_band(years_between(known.birth, remembered_))];
    }
}

void PopulationObserver::on_year(std::size_t index, const County& county) {
    if (index >= first_ && index <= last_) {
        const std::vector<measures::GroupYear> by_unit = measures::sums_by_unit(county);
        for (std::size_t group = 0; group < calibration_groups; ++group)
            add(sums_.year[group], measures::sum_of(by_unit, units_of_group_[group]));
        take_movable();
        take_people(county);
        take_units(county);
    }
    remember(county);
    year_ = index + 1;
}

void PopulationObserver::take_people(const County& county) {
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const bool is_township = county.is_township(UnitId{u});
        const std::size_t group = is_township ? measures::townships_group : measures::county_organs_group;
        for (const PersonId person : county.units()[u].members) {
            const bool has_stepped_down = county.hot(person).second_line;
            const std::size_t tier = has_stepped_down ? stepped_down_tier : county.hot(person).tier;
            const TierSums one = of_person(county, person);
            for (const std::size_t g : {group, measures::all_group}) {
                if (sums_.tier[g].size() <= tier) sums_.tier[g].resize(tier + 1);
                sums_.tier[g][tier] += one;
            }
            if (is_leadership(county.post_of(person).ladder) && !has_stepped_down) {
                ++sums_.leaders;
                sums_.leaders_years_in_post += one.years_in_post;
            }
            if (!is_township) continue;
            ++sums_.staff;
            sums_.relative_pay += static_cast<double>(county.pay(person).relative);
        }
    }
}

void PopulationObserver::take_units(const County& county) {
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const Unit& unit = county.units()[u];
        if (unit.fairness) {
            sums_.fairness += *unit.fairness;
            ++sums_.units_with_fairness;
        }
        if (!county.is_township(UnitId{u})) continue;
        ++sums_.townships;
        sums_.prospect += visible_prospect(unit);
        const double undone = institution_hand_ * unit.institution_missing;
        sums_.workload += std::log((unit.places + undone + 1.0) / (county.hands(UnitId{u}) + 1.0));
    }
}

void PopulationObserver::remember(const County& county) {
    remembered_ = county.today();
    before_.assign(county.people().size(), {});
    for (std::size_t slot = 0; slot < before_.size(); ++slot) {
        const PersonId person{slot};
        if (!county.hot(person).in_service) continue;
        const bool in_township = county.is_township(UnitId{county.hot(person).unit});
        const PersonCold& cold = county.cold(person);
        before_[slot] = {true,           in_township, in_township && !county.is_locked(person),
                         cold.has_led(), cold.birth,  cold.entry};
    }
}

}  // namespace staffsim::analysis
