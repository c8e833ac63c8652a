#include "sim/processes/competition/candidates.hpp"

#include <algorithm>
#include <cmath>

namespace staffsim {

namespace {

// The upper end of ….max_age: no limit.
constexpr double no_age_limit = 200;
constexpr Day before_all_births{-1000000};

}  // namespace

Conditions::Conditions(const LadderRules& rules, Ladder ladder, const County& county)
    : min_township_years_(rules.min_township_years),
      since_(counted_since(ladder)),
      today_(county.today()),
      since_by_(since_at_latest(county.today(), rules.min_years_in_tier)),
      born_from_(rules.max_age < no_age_limit ? born_from(county.today(), rules.max_age) : before_all_births),
      ask_for_dates_(rules.min_years_in_tier > 0 || rules.max_age < no_age_limit),
      ask_for_townships_(rules.min_township_years > 0) {}

// Others than the unit's own need a place there.
Feeders::Feeders(const County& county, SeatId id, Area area)
    : county_(county), post_(county.seat(id).post), unit_(county.seat(id).unit) {
    const Unit& target = county.unit(unit_);
    if (area == Area::unit || !has_free_place(target)) return;
    in_area_.resize(county.units().size());
    for (std::size_t u = 0; u < in_area_.size(); ++u) {
        const bool same_kind = county.is_township(UnitId{u}) == county.is_township(unit_);
        in_area_[u] = u == unit_.value || area == Area::county || same_kind;
    }
}

std::size_t Feeders::size() const {
    if (in_area_.empty()) return county_.unit(unit_).members.size();
    const std::span<const std::uint8_t> feeds = county_.feeders_of(post_);
    std::size_t size = 0;
    for (std::size_t post = 0; post < feeds.size(); ++post) {
        if (feeds[post] != 0) size += county_.holders_of(PostTypeId{post}).size();
    }
    return size;
}

std::vector<PersonId> eligible_candidates(const LadderRules& rules, const County& county, SeatId seat, Area area) {
    const Conditions conditions(rules, county.ladder_of(seat), county);
    const Feeders feeders(county, seat, area);
    std::vector<PersonId> found(feeders.size());
    PersonId* const into = found.data();
    std::size_t count = 0;
    feeders.each([&](PersonId person, const PersonHot& hot, bool may_come) {
        into[count] = person;
        count += (may_come & conditions.are_met_by(county, hot, person)) ? 1 : 0;
    });
    found.resize(count);
    if (conditions.ask_for_townships()) {
        std::erase_if(found,
                      [&](PersonId person) { return !conditions.are_met_by_years_in_townships(county, person); });
    }
    return found;
}

}  // namespace staffsim
