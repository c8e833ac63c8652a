// Appointment to a seat, and transfer to a clerk's place of another unit.

#include <utility>

#include "sim/model/county.hpp"
#include "sim/model/operation.hpp"

namespace staffsim {

void County::appoint(PersonId person, SeatId id, const Terms& terms) {
    require(seats_[id.value].is_vacant(),
            "somebody was appointed to a seat that is held, or kept for who is on trial elsewhere", today_, person);
    const UnitId to = seats_[id.value].unit;
    const PostType& post = post_type(seats_[id.value].post);
    const bool rises = post.tier > hot_[person.value].tier;
    require(!rises || !is_sanctioned(person), "somebody was promoted inside a sanction period", today_, person);
    require(UnitId{hot_[person.value].unit} == to || units_[to.value].staff < units_[to.value].places,
            "somebody was appointed into a unit without an empty place", today_, person);
    require(UnitId{hot_[person.value].unit} == to || !is_locked(person),
            "somebody transferred inside the minimum service", today_, person);
    if (hot_[person.value].assignment != Assignment::home) return_home(person);
    end_trial(person);
    const PersonHot before = hot_[person.value];
    const UnitId from{before.unit};
    const Day tier_since_before = cold_[person.value].tier_since;
    const Day post_since_before = cold_[person.value].post_since;
    const Day level_since_before = terms.trial_until ? cold_[person.value].level_since : Day{};
    const OpeningId filled = seats_[id.value].opening;
    close_opening(filled);
    change_unit(person, to);
    put_in_seat(person, id);
    if (from != to || before.post != hot_[person.value].post) moved_.push_back(person);
    if (from != to) drop_filled_places(to);
    if (rises) {
        count(person, static_cast<Flow>(static_cast<std::size_t>(Flow::promoted_to_middle) +
                                        static_cast<std::size_t>(post.ladder) - 1));
        count_first_times(person, post.ladder, from);
    }
    tell(Fact::Kind::appointed, before.post, person, to, id, filled);
    if (terms.trial_until) {
        hot_[person.value].on_trial = true;
        count(person, Flow::trials);
        cold_[person.value].trial = {
            before.seat,       from, before.post, post_since_before, tier_since_before, level_since_before,
            *terms.trial_until};
    }
    if (!before.seat.exists()) return open_place(from, filled);
    if (!terms.trial_until || !terms.reserve_former) return open_seat(before.seat, filled);
    vacate_seat(before.seat);
    seats_[before.seat.value].reserved_for = person;
    seats_[before.seat.value].reserved_cause = filled;
}

// Of every level that is reached or passed for the first time, where the person came from.
void County::count_first_times(PersonId person, Ladder reached, UnitId from) {
    Ladder& highest = cold_[person.value].highest;
    while (highest < reached) {
        const auto level = static_cast<std::size_t>(highest);  // the one below
        count(from, static_cast<Flow>(static_cast<std::size_t>(Flow::first_promoted_to_middle) + level));
        highest = static_cast<Ladder>(level + 1);
    }
}

void County::transfer(PersonId person, UnitId to) {
    require(!is_locked(person), "somebody transferred inside the minimum service", today_, person);
    require(units_[to.value].staff < units_[to.value].places, "a transfer into a unit without an empty place", today_,
            person);
    if (hot_[person.value].assignment != Assignment::home) return_home(person);
    end_trial(person);
    const PersonHot before = hot_[person.value];
    const OpeningId filled = close_place(to);
    if (!filled.exists()) ++units_[to.value].early_recruits;
    change_unit(person, to);
    change_post(person, entry_post(to), SeatId::none());
    moved_.push_back(person);
    tell(Fact::Kind::moved, before.post, person, to, SeatId::none(), filled);
    if (before.seat.exists()) {
        open_seat(before.seat, filled);
    } else {
        open_place(UnitId{before.unit}, filled);
    }
}

}  // namespace staffsim
