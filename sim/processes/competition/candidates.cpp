#include "sim/processes/competition/competition.hpp"

#include <algorithm>
#include <cmath>

#include "sim/model/fetch.hpp"

namespace staffsim {

Day since_at_latest(Day today, double years) {
    if (years <= 0) return today;
    const auto months = static_cast<std::int32_t>(std::ceil(std::max(0.0, 12.0 * years) - 1e-9));
    Day since = add_months(today, -months);
    while (add_months(since + 1, months) <= today) since = since + 1;  // months that end earlier
    return since;
}

namespace {

// The upper end of ….max_age: no limit.
constexpr double no_age_limit = 200;

// The conditions of a ladder on a day, with years turned into dates.
class Conditions {
  public:
    Conditions(const LadderRules& rules, const County& county)
        : county_(county),
          min_township_years_(rules.min_township_years),
          tier_since_by_(since_at_latest(county.today(), rules.min_years_in_tier)),
          born_from_(county.today() - days_within(rules.max_age)),
          asks_for_dates_(rules.min_years_in_tier > 0 || rules.max_age < no_age_limit) {}

    bool ask_for_dates() const { return asks_for_dates_; }
    // All but the years in townships. Without a branch for each: whom they exclude cannot be foreseen.
    bool are_met_by(PersonId person) const { return are_met_by(county_.hot(person), person); }
    bool are_met_by(const PersonHot& hot, PersonId person) const {
        const bool is_free = !(is_out_of_the_running(hot) | (today_ < hot.sanction_until));
        if (!asks_for_dates_) return is_free;
        const PersonCold& cold = county_.cold(person);
        return is_free & (cold.tier_since <= tier_since_by_) & (cold.birth >= born_from_);
    }
    void leave_out_strangers_to_townships(std::vector<PersonId>& people) const {
        if (min_township_years_ <= 0) return;
        std::erase_if(people, [this](PersonId person) { return county_.township_years(person) < min_township_years_; });
    }

  private:
    const County& county_;
    double min_township_years_;
    Day today_ = county_.today();
    Day tier_since_by_, born_from_;
    bool asks_for_dates_;
};

// Whether somebody of each unit may come to one of them.
std::vector<char> units_of_area(const County& county, UnitId to, Area area) {
    std::vector<char> may(county.units().size());
    for (std::size_t u = 0; u < may.size(); ++u) {
        const bool same_kind = county.is_township(UnitId{u}) == county.is_township(to);
        may[u] = u == to.value || area == Area::county || (area == Area::same_kind && same_kind);
    }
    return may;
}

}  // namespace

std::vector<PersonId> eligible_candidates(const LadderRules& rules, const County& county, SeatId id, Area area) {
    const Seat& seat = county.seat(id);
    const Conditions conditions(rules, county);
    const Unit& target = county.unit(seat.unit);
    const bool has_place = target.places - target.staff - target.approved_entrants > 0;
    std::vector<PersonId> found;
    if (area == Area::unit || !has_place) {
        found.resize(target.members.size());
        const std::span<const PersonHot> people = county.people();
        const std::span<const std::uint8_t> feeds = county.feeders_of(seat.post);
        std::size_t count = 0;
        for (const PersonId person : target.members) {
            const PersonHot& hot = people[person.value];
            if (conditions.ask_for_dates() && feeds[hot.post] == 0) continue;
            found[count] = person;
            count += ((feeds[hot.post] != 0) & conditions.are_met_by(hot, person)) ? 1 : 0;
        }
        found.resize(count);
        conditions.leave_out_strangers_to_townships(found);
        return found;
    }
    const std::vector<char> in_area = units_of_area(county, seat.unit, area);
    for (std::size_t post = 0; post < county.plan().posts.size(); ++post) {
        if (!county.feeds(static_cast<std::uint8_t>(post), seat.post)) continue;
        const std::span<const std::uint32_t> holders = county.holders_of(PostTypeId{post});
        std::size_t count = found.size();
        found.resize(count + holders.size());
        for (std::size_t i = 0; i < holders.size(); ++i) {
            const PersonId person{holders[i]};
            const PersonId soon{ahead(holders, i)};
            fetch(county.hot(soon), county.cold(soon));
            const UnitId from{county.hot(person).unit};
            const bool may_come = (in_area[from.value] != 0) & ((from == seat.unit) | !county.is_locked(person));
            found[count] = person;
            count += (may_come & conditions.are_met_by(person)) ? 1 : 0;
        }
        found.resize(count);
    }
    conditions.leave_out_strangers_to_townships(found);
    return found;
}

}  // namespace staffsim
