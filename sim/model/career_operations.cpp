// Operations on careers beside appointment: trial, demotion, stepping down.

#include "sim/foundation/diagnostics.hpp"
#include "sim/model/county.hpp"
#include "sim/model/operation.hpp"

namespace staffsim {

namespace {

// The highest post type that feeds `post`; `post` itself when nothing does.
PostTypeId level_below(const County& county, PostTypeId post) {
    PostTypeId below = post;
    for (const PostTypeId feeder : county.post_type(post).feeders) {
        if (below == post || county.post_type(feeder).tier > county.post_type(below).tier) below = feeder;
    }
    return below;
}

}  // namespace

// The seat kept for somebody on trial opens after all.
void County::release_reserved(PersonId person) {
    const SeatId former = cold_[person.value].trial.seat;
    if (!former.exists() || seats_[former.value].reserved_for != person) return;
    Seat& seat = seats_[former.value];
    seat.reserved_for = PersonId::none();
    announce_seat(former, seat.reserved_cause);
    seat.reserved_cause = OpeningId::none();
}

// Of somebody who moves on or passes; the post is kept.
void County::end_trial(PersonId person) {
    if (!hot_[person.value].on_trial) return;
    hot_[person.value].on_trial = false;
    release_reserved(person);
}

void County::pass_trial(PersonId person) { end_trial(person); }

void County::fail_trial(PersonId person) {
    PersonHot& hot = hot_[person.value];
    if (!hot.on_trial) throw InvariantError("a trial failed that was none");
    if (hot.assignment != Assignment::home) return_home(person);
    const Trial trial = cold_[person.value].trial;
    const SeatId tried = hot.seat;
    hot.on_trial = false;
    count(person, Flow::trials_failed);
    tell(Fact::Kind::trial_failed, trial.post, person, UnitId{hot.unit}, tried);
    change_unit(person, trial.unit);
    const bool kept = trial.seat.exists() && seats_[trial.seat.value].reserved_for == person;
    if (kept) {
        Seat& former = seats_[trial.seat.value];
        end_chain(former.reserved_cause);
        former.reserved_for = PersonId::none();
        former.reserved_cause = OpeningId::none();
        put_in_seat(person, trial.seat);
    } else {
        change_post(person, PostTypeId{trial.post}, SeatId::none());
    }
    cold_[person.value].post_since = trial.post_since;
    cold_[person.value].tier_since = trial.tier_since;
    cold_[person.value].level_since = trial.level_since;
    drop_filled_places(trial.unit);
    Unit& unit = units_[trial.unit.value];
    unit.supernumerary = std::max(unit.supernumerary, unit.beyond_places());
    open_seat(tried, OpeningId::none());
}

void County::demote(PersonId person) {
    PersonHot& hot = hot_[person.value];
    const PostTypeId from{hot.post};
    const PostTypeId to = level_below(*this, from);
    if (to == from) return;
    if (hot.assignment != Assignment::home) return_home(person);
    end_trial(person);
    const SeatId seat = hot.seat;
    count(person, Flow::demotions);
    tell(Fact::Kind::demoted, static_cast<std::uint8_t>(from.value), person, UnitId{hot.unit}, seat);
    change_post(person, to, SeatId::none());
    if (seat.exists()) open_seat(seat, OpeningId::none());
}

void County::hold_second_title(PersonId person, SeatId id) {
    Seat& seat = seats_[id.value];
    const PersonHot& hot = hot_[person.value];
    const bool may_hold = is_leadership(post_of(person).ladder) && hot.seat.exists() && UnitId{hot.unit} == seat.unit &&
                          !cold_[person.value].second_title.exists();
    if (!may_hold || seat.holder.exists() || is_leadership(post_type(seat.post).ladder)) {
        throw InvariantError("a second title for somebody, or of a seat, that may not be one");
    }
    close_opening(seat.opening);
    open_place(seat.unit, seat.opening);  // where a clerk is missing; otherwise the chain ends
    seat.holder = person;
    seat.opening = OpeningId::none();
    ++seat.generation;
    cold_[person.value].second_title = id;
    hot_[person.value].two_titles = true;
    count(person, Flow::second_titles);
    tell(Fact::Kind::second_title, static_cast<std::uint8_t>(seat.post.value), person, seat.unit, id);
}

void County::end_second_title(PersonId person) {
    if (!hot_[person.value].two_titles) return;
    const SeatId seat = cold_[person.value].second_title;
    cold_[person.value].second_title = SeatId::none();
    hot_[person.value].two_titles = false;
    open_seat(seat, OpeningId::none());
}

void County::step_down(PersonId person, double presence) {
    PersonHot& hot = hot_[person.value];
    if (!hot.seat.exists()) throw InvariantError("somebody without a seat stepped down");
    if (hot.assignment != Assignment::home) return_home(person);
    end_trial(person);
    const SeatId seat = hot.seat;
    count(person, Flow::stepped_down);
    tell(Fact::Kind::stepped_down, hot.post, person, UnitId{hot.unit}, seat);
    change_post(person, PostTypeId{hot.post}, SeatId::none());
    hot.second_line = true;
    change_present(hot.unit, -presence_of(person));
    presence_[person.value].at_home = static_cast<float>(in_1024ths(presence));
    note_presence(person);
    change_present(hot.unit, presence_of(person));
    open_seat(seat, OpeningId::none());
}

}  // namespace staffsim
