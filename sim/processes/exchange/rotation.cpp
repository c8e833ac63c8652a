#include <algorithm>

#include "sim/processes/exchange/exchange.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim {

namespace {

// Holders of one post type in a unit who are at home and may take another post, in an order drawn by lot; not those
// who hold it as a second title.
std::vector<PersonId> heads_at_home(const County& county, UnitId id, std::size_t post) {
    const Unit& unit = county.unit(id);
    std::vector<SeatId> seats;
    for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
        const Seat& seat = county.seat(SeatId{s});
        const bool here =
            seat.post.value == post && seat.holder.exists() && county.hot(seat.holder).assignment == Assignment::home;
        if (here && county.hot(seat.holder).seat == SeatId{s} && county.may_be_moved(seat.holder)) {
            seats.push_back(SeatId{s});
        }
    }
    std::sort(seats.begin(), seats.end(), [&county](SeatId a, SeatId b) {
        return county.lot(county.seat(a).key) < county.lot(county.seat(b).key);
    });
    std::vector<PersonId> heads;
    for (const SeatId seat : seats) heads.push_back(county.seat(seat).holder);
    return heads;
}

PersonId longest_serving(const County& county, const std::vector<PersonId>& heads, PersonId other_than) {
    PersonId longest = PersonId::none();
    for (const PersonId head : heads) {
        if (head == other_than) continue;
        const bool longer = !longest.exists() || county.cold(head).post_since < county.cold(longest).post_since;
        if (longer) longest = head;
    }
    return longest;
}

void rotate(County& county, const std::vector<PersonId>& heads) {
    county.rotate_seats(heads);
    for (const PersonId head : heads) county.count(head, Flow::rotations);
}

// Rotates the heads of one unit and post type who have held it since `since` or longer. Whoever is due and finds nobody
// to change with is returned.
PersonId rotate_in_unit(Day since, World& world, UnitId unit, std::size_t post) {
    const std::vector<PersonId> heads = heads_at_home(world.county, unit, post);
    std::vector<PersonId> due;
    for (const PersonId head : heads) {
        if (world.county.cold(head).post_since <= since) due.push_back(head);
    }
    if (due.empty()) return PersonId::none();
    if (due.size() == 1) {
        const PersonId partner = longest_serving(world.county, heads, due[0]);
        if (!partner.exists()) return due[0];
        due.push_back(partner);
    }
    rotate(world.county, due);
    return PersonId::none();
}

}  // namespace

void rotate_heads(const RulesView<ExchangeRules>& rules, World& world) {
    const ExchangeRules& rule = rules.county_wide();
    if (rule.rotation_years <= 0) return;
    const Day since = since_at_latest(world.today(), rule.rotation_years);
    for (std::size_t post = 0; post < world.county.plan().posts.size(); ++post) {
        if (world.county.post_type(PostTypeId{post}).ladder != Ladder::middle) continue;
        std::vector<PersonId> alone;
        for (std::size_t u = 0; u < world.county.units().size(); ++u) {
            const PersonId left = rotate_in_unit(since, world, UnitId{u}, post);
            if (left.exists() && !world.county.is_locked(left)) alone.push_back(left);
        }
        // A post type belongs to one kind of unit, so these are heads of units of the same kind.
        if (rule.rotation_area == Area::unit || alone.size() < 2) continue;
        std::sort(alone.begin(), alone.end(),
                  [&world](PersonId a, PersonId b) { return world.county.lot(a) < world.county.lot(b); });
        rotate(world.county, alone);
    }
}

}  // namespace staffsim
