#include <algorithm>

#include "sim/processes/competition/competition.hpp"

namespace staffsim {

namespace {

bool is_feeder(const PostType& post, std::uint8_t candidate_post) {
    return std::any_of(post.feeders.begin(), post.feeders.end(),
                       [candidate_post](PostTypeId feeder) { return feeder.value == candidate_post; });
}

bool meets_conditions(const LadderRules& rules, const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    return !hot.on_probation && !hot.barred_from_promotion && !county.is_sanctioned(person) &&
           county.years_in_tier(person) >= rules.min_years_in_tier && county.age(person) <= rules.max_age &&
           (rules.min_township_years <= 0 || county.township_years(person) >= rules.min_township_years);
}

bool in_area(const County& county, UnitId from, UnitId to, Area area) {
    return from == to || area == Area::county ||
           (area == Area::same_kind && county.is_township(from) == county.is_township(to));
}

}  // namespace

std::vector<PersonId> eligible_candidates(const LadderRules& rules, const County& county, SeatId id, Area area) {
    const Seat& seat = county.seat(id);
    const PostType& post = county.post_type(seat.post);
    const Unit& target = county.unit(seat.unit);
    const bool has_place = target.places - target.staff - target.approved_entrants > 0;
    std::vector<PersonId> found;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const UnitId from{u};
        const bool outside = from != seat.unit;
        if (!in_area(county, from, seat.unit, area) || (outside && !has_place)) continue;
        for (const PersonId person : county.units()[u].members) {
            if (!is_feeder(post, county.hot(person).post) || (outside && county.is_locked(person))) continue;
            if (meets_conditions(rules, county, person)) found.push_back(person);
        }
    }
    return found;
}

}  // namespace staffsim
