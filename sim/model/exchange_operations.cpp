// The operations of exchange: going away and coming back, swaps of places, rotation of seats, settling in.

#include <utility>

#include "sim/model/county.hpp"
#include "sim/model/operation.hpp"

namespace staffsim {

namespace {

Flow flow_of(Assignment assignment) {
    if (assignment == Assignment::borrowed) return Flow::borrowings_begun;
    return assignment == Assignment::exchange ? Flow::exchanges_begun : Flow::front_line_begun;
}

// At the front line people keep their own work in part; elsewhere they have to learn another.
bool changes_work(Assignment assignment) { return assignment != Assignment::front_line; }

}  // namespace

void County::put_away(PersonId person, Assignment assignment, UnitId host, double presence_at_home) {
    PersonHot& hot = hot_[person.value];
    require(hot.assignment == Assignment::home, "somebody was sent out who was away already", today_, person);
    change_present(hot.unit, -presence_of(person));
    presence_[person.value].at_home = static_cast<float>(in_1024ths(presence_at_home));
    change_present(hot.unit, presence_of(person));
    ++units_[hot.unit].away;
    borrowed_ += assignment == Assignment::borrowed && is_township(UnitId{hot.unit});
    hot.assignment = assignment;
    hot.host = static_cast<std::uint16_t>(host.value);
    note_presence(person);
    if (hot.host != hot.unit) change_present(hot.host, static_cast<double>(presence_[person.value].hands));
}

void County::settle_away(PersonId person, const Stay& stay, Day until, double presence_at_home, bool may_be_extended) {
    put_away(person, stay.assignment, stay.host, presence_at_home);
    PersonCold& cold = cold_[person.value];
    cold.borrowing_extended = !may_be_extended;
    cold.assignment_since = stay.since;
    cold.assignment_until = until;
    cold.front_line = stay.front_line;
    if (stay.assignment == Assignment::exchange) cold.last_exchange = stay.since;
}

void County::send_out(PersonId person, Assignment assignment, UnitId host, Day until, double presence_at_home) {
    put_away(person, assignment, host, presence_at_home);
    cold_[person.value].assignment_since = today_;
    cold_[person.value].assignment_until = until;
    cold_[person.value].borrowing_extended = false;
    count(person, flow_of(assignment));
    if (changes_work(assignment)) moved_.push_back(person);
    tell(Fact::Kind::sent_out, static_cast<std::uint8_t>(assignment), person, host);
}

void County::send_to_front_line(PersonId person, FrontLineKind kind, Day until, double presence_at_home) {
    cold_[person.value].front_line = kind;
    send_out(person, Assignment::front_line, UnitId{hot_[person.value].unit}, until, presence_at_home);
}

void County::extend_borrowing(PersonId person, Day until) {
    PersonCold& cold = cold_[person.value];
    const bool may_be = hot_[person.value].assignment == Assignment::borrowed && !cold.borrowing_extended;
    require(may_be, "a borrowing was extended that may not be", today_, person);
    cold.assignment_until = until;
    cold.borrowing_extended = true;
    count(person, Flow::borrowings_extended);
}

Stay County::stay_of(PersonId person) const {
    const PersonHot& hot = hot_[person.value];
    const PersonCold& cold = cold_[person.value];
    return {hot.assignment, cold.front_line, UnitId{hot.unit}, UnitId{hot.host}, cold.assignment_since};
}

void County::return_home(PersonId person) {
    PersonHot& hot = hot_[person.value];
    require(hot.assignment != Assignment::home, "somebody came back who was not away", today_, person);
    homecomings_.push_back({person, hot.generation, stay_of(person)});
    if (hot.host != hot.unit) change_present(hot.host, -static_cast<double>(presence_[person.value].hands));
    change_present(hot.unit, -presence_of(person));
    presence_[person.value].at_home = 1.0f;
    change_present(hot.unit, presence_of(person));
    --units_[hot.unit].away;
    borrowed_ -= hot.assignment == Assignment::borrowed && is_township(UnitId{hot.unit});
    tell(Fact::Kind::came_back, static_cast<std::uint8_t>(hot.assignment), person, UnitId{hot.unit});
    hot.host = hot.unit;
    note_presence(person);
    hot.assignment = Assignment::home;
}

void County::come_back(PersonId person) {
    const Assignment from = hot_[person.value].assignment;
    return_home(person);
    if (changes_work(from)) moved_.push_back(person);
}

// Each unit loses one and gains one on the same day, so supernumerary places stay as they were.
void County::swap_places(PersonId a, PersonId b) {
    const UnitId home_a{hot_[a.value].unit}, home_b{hot_[b.value].unit};
    require(home_a != home_b, "two people of one unit swapped places", today_, a);
    const std::int32_t extra_a = units_[home_a.value].supernumerary, extra_b = units_[home_b.value].supernumerary;
    for (const auto& [person, to] : {std::pair{a, home_b}, std::pair{b, home_a}}) {
        const PersonHot before = hot_[person.value];
        require(PostTypeId{before.post} == entry_post(UnitId{before.unit}),
                "somebody with a title or its level swapped places", today_, person);
        require(before.assignment == Assignment::home, "somebody swapped places who was away", today_, person);
        require(!is_locked(person), "somebody transferred inside the minimum service", today_, person);
        move_to_unit(person, to);  // nobody is lost: the other one comes
        change_post(person, entry_post(to), SeatId::none());
        count(person, Flow::exchange_transfers);
        moved_.push_back(person);
        tell(Fact::Kind::moved, before.post, person, to);
        if (batch_ != nullptr) batch_->back().is_swap = true;
    }
    units_[home_a.value].supernumerary = extra_a;
    units_[home_b.value].supernumerary = extra_b;
}

void County::rotate_seats(std::span<const PersonId> holders) {
    std::vector<SeatId> seats;
    std::vector<std::int32_t> extra;
    for (const PersonId person : holders) {
        const PersonHot& hot = hot_[person.value];
        require(hot.seat.exists() && hot.post == hot_[holders[0].value].post, "a rotation among different posts",
                today_, person);
        require(hot.assignment == Assignment::home, "somebody was rotated who was away", today_, person);
        seats.push_back(hot.seat);
        extra.push_back(units_[hot.unit].supernumerary);
    }
    for (std::size_t i = 0; i < holders.size(); ++i) {
        const PersonId person = holders[i];
        const SeatId seat = seats[(i + 1) % seats.size()];
        const UnitId to = seats_[seat.value].unit;
        const bool same_unit = UnitId{hot_[person.value].unit} == to;
        require(same_unit || !is_locked(person), "somebody transferred inside the minimum service", today_, person);
        change_unit(person, to);
        change_post(person, seats_[seat.value].post, seat);
        seats_[seat.value].holder = person;
        ++seats_[seat.value].generation;
        moved_.push_back(person);
        tell(Fact::Kind::moved, hot_[person.value].post, person, to, seat);
    }
    for (std::size_t i = 0; i < seats.size(); ++i) {
        units_[seats_[seats[i].value].unit.value].supernumerary = extra[i];
    }
}

// --- settling in

void County::note_presence(PersonId person) {
    PersonHot& hot = hot_[person.value];
    hot.works_in_part =
        hot.host != hot.unit || presence_[person.value].at_home != 1.0f || presence_[person.value].hands != 1.0f;
}

void County::set_hands(PersonId person, float hands) {
    const PersonHot& hot = hot_[person.value];
    const bool is_guest = hot.host != hot.unit;
    change_present(hot.unit, -presence_of(person));
    if (is_guest) change_present(hot.host, -static_cast<double>(presence_[person.value].hands));
    presence_[person.value].hands = hands;
    note_presence(person);
    change_present(hot.unit, presence_of(person));
    if (is_guest) change_present(hot.host, static_cast<double>(hands));
}

void County::begin_settling_in(PersonId person, Day until, double share_lost) {
    std::array<SettlingIn, 2>& settling = cold_[person.value].settling;
    if (settling[1].from != today_) settling[0] = settling[1];
    settling[1] = {today_, until};
    set_hands(person, static_cast<float>(in_1024ths(1.0 - share_lost)));
}

void County::end_settling_in(PersonId person) { set_hands(person, 1.0f); }

}  // namespace staffsim
