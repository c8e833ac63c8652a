// Openings and the chains that they form: a place or seat falls empty because of another, and the chain ends where
// nothing falls empty any more.

#include "sim/model/county.hpp"
#include "sim/model/operation.hpp"

namespace staffsim {

OpeningId County::new_opening(SeatId seat, UnitId unit, OpeningId cause) {
    const std::uint32_t length = cause.exists() ? openings_[cause.value].length + 1 : 1;
    openings_.push_back({cause, seat, unit, today_, length, false});
    return OpeningId{openings_.size() - 1};
}

// Leadership seats are those of ladders deputy and chief.
void County::change_empty_leadership(const Seat& seat, int by) {
    if (!is_leadership(post_type(seat.post).ladder)) return;
    units_[seat.unit.value].empty_leadership += by;
    tally_.empty_seat_days[seat.unit.value] -= by * days_unsettled();
}

void County::vacate_seat(SeatId id) {
    Seat& seat = seats_[id.value];
    seat.holder = PersonId::none();
    seat.empty_since = today_;
    ++seat.generation;
    change_empty_leadership(seat, +1);
}

void County::announce_seat(SeatId id, OpeningId cause) {
    Seat& seat = seats_[id.value];
    seat.opening = new_opening(id, seat.unit, cause);
    Unit& unit = units_[seat.unit.value];
    unit.recent_openings += 1.0;
    unit.openings.add(today_);
    new_openings_.push_back(seat.opening);
}

void County::open_seat(SeatId id, OpeningId cause) {
    vacate_seat(id);
    announce_seat(id, cause);
}

// A clerk's place only opens when the unit really has an empty place that no other open chain stands for; otherwise the
// chain ends here: with the recruit who came early, or absorbed by over-staffing.
void County::open_place(UnitId id, OpeningId cause) {
    Unit& unit = units_[id.value];
    const bool stands_for_empty_place =
        static_cast<std::int32_t>(unit.place_openings.size()) < unit.places - unit.staff;
    if (stands_for_empty_place) {
        const OpeningId opened = new_opening(SeatId::none(), id, cause);
        unit.place_openings.push_back(opened);
        unit.openings.add(today_);
        new_openings_.push_back(opened);
        return;
    }
    if (cause.exists()) {
        Opening& last = openings_[cause.value];
        const bool recruit_came_early = unit.early_recruits > 0;
        if (recruit_came_early) --unit.early_recruits;
        count_chain(id, last.length + (recruit_came_early ? 1 : 0));
    }
}

// Somebody from outside took a titled post and with it a place for which a chain was waiting already: that chain ends
// here.
void County::drop_filled_places(UnitId id) {
    Unit& unit = units_[id.value];
    while (static_cast<std::int32_t>(unit.place_openings.size()) > std::max(0, unit.places - unit.staff)) {
        const OpeningId last = unit.place_openings.back();
        unit.place_openings.pop_back();
        openings_[last.value].filled = true;
        unit.openings.take(today_);
        count_chain(id, openings_[last.value].length - 1);
    }
}

void County::open_position(PersonId person, OpeningId cause) {
    const PersonHot& hot = hot_[person.value];
    if (hot.seat.exists()) {
        open_seat(hot.seat, cause);
    } else {
        open_place(UnitId{hot.unit}, cause);
    }
}

void County::close_opening(OpeningId id) {
    if (!id.exists()) return;
    Opening& opening = openings_[id.value];
    opening.filled = true;
    units_[opening.unit.value].openings.take(today_);
    count(opening.unit, Flow::openings_filled);
    const Ladder ladder = opening.seat.exists() ? post_type(seats_[opening.seat.value].post).ladder : Ladder::entry;
    tally_.chains.fill(opening.length, ladder, today_ - opening.opened);
}

// Oldest open place of the unit, closed; none when no chain has reached a clerk's place there.
OpeningId County::close_place(UnitId id) {
    Unit& unit = units_[id.value];
    if (unit.place_openings.empty()) return OpeningId::none();
    const OpeningId oldest = unit.place_openings.front();
    if (unit.place_openings.size() == 1) {
        unit.place_openings.pop_back();  // mostly so
    } else {
        unit.place_openings.erase(unit.place_openings.begin());
    }
    close_opening(oldest);
    return oldest;
}

// What was absorbed before anybody moved was no chain.
void County::count_chain(UnitId ended_in, std::int64_t links) {
    if (links < 1) return;
    count(ended_in, Flow::chains_closed);
    count(ended_in, Flow::chain_links, links);
    tally_.chains.end_with(links);
}

void County::end_chain(OpeningId id) {
    if (!id.exists()) return;
    count_chain(openings_[id.value].unit, openings_[id.value].length);
}

// --- public-institution staff

void County::take_institution_hand(UnitId id) {
    Unit& unit = units_[id.value];
    require(unit.institution_staff > 0, "a unit without institution staff lost one of them", today_, PersonId::none());
    --unit.institution_staff;
    ++unit.institution_missing;
    count(id, Flow::institution_hands_taken);
}

void County::refill_institution_hand(UnitId id) {
    Unit& unit = units_[id.value];
    require(unit.institution_missing > 0, "institution staff came for a place that is not empty", today_,
            PersonId::none());
    ++unit.institution_staff;
    --unit.institution_missing;
}

}  // namespace staffsim
