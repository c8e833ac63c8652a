// People at a level of the ladder who stand without a seat of it: put down a level by an assessment or a removal, back
// from a failed trial, or beyond the quota on the roster. An empty seat of that level is theirs before anybody rises to
// it (CSL art. 50: reduced by one post level, which is a post).
#include <algorithm>
#include <tuple>

#include "sim/processes/competition/candidates.hpp"

namespace staffsim {

namespace {

bool waits_for_seat(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    return !hot.seat.exists() && !county.post_of(person).is_entry() && county.may_be_moved(person);
}

// Of the unit's empty seats of that post the one that has been empty longest.
SeatId empty_seat_of(const County& county, UnitId unit, PostTypeId post) {
    SeatId found = SeatId::none();
    const std::uint32_t first = county.unit(unit).first_seat;
    for (std::uint32_t s = first; s < first + county.unit(unit).seat_count; ++s) {
        const Seat& seat = county.seats()[s];
        if (seat.post != post || !seat.is_vacant()) continue;
        if (!found.exists() || seat.empty_since < county.seat(found).empty_since) found = SeatId{s};
    }
    return found;
}

}  // namespace

PersonId holder_without_seat(const County& county, SeatId id, Area area) {
    const Seat& seat = county.seat(id);
    std::vector<PersonId> waiting;
    for (const std::uint32_t slot : county.without_seat(seat.post)) {
        if (county.may_be_moved(PersonId{slot})) waiting.push_back(PersonId{slot});
    }
    if (waiting.empty()) return PersonId::none();
    const Feeders from(county, id, area);
    std::erase_if(waiting, [&](PersonId person) { return !from.may_come(county.hot(person), person); });
    const auto rank = [&](PersonId one) {
        const bool is_foreign = UnitId{county.hot(one).unit} != seat.unit;
        return std::tuple{is_foreign, county.cold(one).tier_since, county.lot(one)};
    };
    const auto first = std::ranges::min_element(waiting, {}, rank);
    return first == waiting.end() ? PersonId::none() : *first;
}

void take_seat_of_own_level(World& world, PersonId person, SeatId seat) {
    world.county.count(world.county.seat(seat).unit, Flow::posts_by_appointment);
    world.county.appoint(person, seat);
}

void take_empty_seat_of_own_level(World& world, PersonId person) {
    if (!waits_for_seat(world.county, person)) return;
    const PersonHot& hot = world.county.hot(person);
    const SeatId seat = empty_seat_of(world.county, UnitId{hot.unit}, PostTypeId{hot.post});
    if (seat.exists()) take_seat_of_own_level(world, person, seat);
}

}  // namespace staffsim
