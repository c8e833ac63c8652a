// Who is where: slots of people, members of units, holders of posts; entering and leaving the county.

#include <limits>

#include "sim/model/county.hpp"
#include "sim/model/operation.hpp"

namespace staffsim {

namespace {

Flow exit_flow(ExitCause cause) {
    return static_cast<Flow>(static_cast<std::size_t>(Flow::exit_retirement) + static_cast<std::size_t>(cause));
}
Flow entry_flow(Channel channel) {
    return static_cast<Flow>(static_cast<std::size_t>(Flow::entered_open_exam) + static_cast<std::size_t>(channel));
}

// Up to the first anniversary, on which probation ends.
bool is_in_first_year(Day entry, Day today) {
    constexpr std::int32_t shortest_year = 365, longest_year = 366;  // spare nearly everybody the calendar
    const std::int32_t days = today - entry;
    return days <= shortest_year || (days <= longest_year && today < day_after_first_year(entry));
}

// Copied, not built in place: processors begin slowly to fill a few words with zeros.
constexpr Leaving nothing_drawn{};
constexpr PersonnelFile nothing_on_file{};

}  // namespace

// Free from now on, the lowest taken first.
void County::add_slots(std::size_t count) {
    const std::size_t first = hot_.size(), all = first + count;
    hot_.resize(all);
    keys_.resize(all);
    retirement_.resize(all, never);
    cold_.resize(all);
    traits_.resize(all);
    pay_.resize(all);
    leaving_.resize(all);
    leaving_factors_.resize(all);
    files_.resize(all);
    presence_.resize(all);
    member_index_.resize(all);
    for (std::size_t slot = all; slot-- > first;) free_slots_.push_back(static_cast<std::uint32_t>(slot));
}

void County::expect_newcomers(std::size_t count) {
    if (free_slots_.empty()) add_slots(count);
}

// That of who has left last, if there is one.
PersonId County::take_slot(const PersonHot& hot, const Newcomer& newcomer) {
    if (free_slots_.empty()) add_slots(1);
    const std::size_t slot = free_slots_.back();
    free_slots_.pop_back();
    const std::uint32_t generation = hot_[slot].generation + 1;
    hot_[slot] = hot;
    hot_[slot].generation = generation;
    keys_[slot] = newcomer.cold.key;
    retirement_[slot] = newcomer.retirement;
    cold_[slot] = newcomer.cold;
    traits_[slot] = newcomer.traits;
    pay_[slot] = newcomer.pay;
    leaving_[slot] = nothing_drawn;
    leaving_factors_[slot] = {};
    files_[slot] = nothing_on_file;
    presence_[slot] = {};
    return PersonId{slot};
}

void County::change_staff(UnitId id, int by) {
    const int before = empty_places(id);
    units_[id.value].staff += by;
    tally_.empty_place_days[id.value] -= (empty_places(id) - before) * days_unsettled();
}

void County::join_unit(PersonId person, UnitId id) {
    Unit& unit = units_[id.value];
    hot_[person.value].unit = static_cast<std::uint16_t>(id.value);
    hot_[person.value].host = hot_[person.value].unit;
    member_index_[person.value] = static_cast<std::uint32_t>(unit.members.size());
    unit.members.push_back(person);
    change_staff(id, +1);
    unit.titled += hot_[person.value].seat.exists() ? 1 : 0;
    change_present(id.value, presence_of(person));
    change_cell_person(person, +1);
}

void County::leave_unit(PersonId person) {
    const UnitId id{hot_[person.value].unit};
    change_cell_person(person, -1);
    Unit& unit = units_[id.value];
    const PersonId moved = unit.members.back();
    unit.members[member_index_[person.value]] = moved;
    member_index_[moved.value] = member_index_[person.value];
    unit.members.pop_back();
    change_staff(id, -1);
    unit.titled -= hot_[person.value].seat.exists() ? 1 : 0;
    change_present(id.value, -presence_of(person));
    unit.supernumerary = std::min(unit.supernumerary, unit.beyond_places());
}

void County::move_to_unit(PersonId person, UnitId to) {
    const UnitId from{hot_[person.value].unit};
    PersonCold& cold = cold_[person.value];
    if (is_township(from)) cold.township_years = static_cast<float>(township_years(person));
    leave_unit(person);
    join_unit(person, to);
    if (is_township(to)) cold.township_since = today_;
    count(person, Flow::moved_in);
}

// As somebody who is lost to the unit.
void County::change_unit(PersonId person, UnitId to) {
    const UnitId from{hot_[person.value].unit};
    if (from == to) return;
    move_to_unit(person, to);
    if (is_township(from) && !is_township(to) && is_soon_after_minimum_service(person)) {
        count(from, Flow::left_after_minimum_service);
    }
    const bool changed_kind = is_township(from) != is_township(to);
    if (changed_kind) count(from, is_township(to) ? Flow::moved_to_township : Flow::moved_to_county_organ);
}

void County::change_post(PersonId person, PostTypeId post, SeatId seat) {
    PersonHot& hot = hot_[person.value];
    const auto tier = static_cast<std::uint8_t>(post_type(post).tier);
    units_[hot.unit].titled += static_cast<int>(seat.exists()) - static_cast<int>(hot.seat.exists());
    if (tier != hot.tier) {
        change_cell_person(person, -1);
        hot.tier = tier;
        change_cell_person(person, +1);
        cold_[person.value].tier_since = today_;
    }
    const bool keeps_level = post_of(person).statutory_level() == post_type(post).statutory_level();
    if (!keeps_level) cold_[person.value].level_since = today_;
    hot.post = static_cast<std::uint8_t>(post.value);
    hot.seat = seat;
    list_holder(person);
    cold_[person.value].post_since = today_;
    end_second_title(person);
}

// By the post type and the seat that the person has now.
void County::list_holder(PersonId person) {
    const PersonHot& hot = hot_[person.value];
    holders_.join(person.value, hot.post);
    if (hot.seat.exists() || plan_->posts[hot.post].is_entry()) {
        without_seat_.leave(person.value);
    } else {
        without_seat_.join(person.value, hot.post);
    }
}

void County::take_seat(PersonId person, SeatId id) {
    Seat& seat = seats_[id.value];
    change_empty_leadership(seat, -1);
    seat.holder = person;
    seat.opening = OpeningId::none();
    ++seat.generation;
}

void County::put_in_seat(PersonId person, SeatId id) {
    take_seat(person, id);
    change_post(person, seats_[id.value].post, id);
}

PersonId County::place_newcomer(UnitId unit, const Newcomer& newcomer, PostTypeId post, SeatId seat) {
    PersonHot hot;
    hot.in_service = true;
    hot.on_probation = newcomer.on_probation;
    hot.post = static_cast<std::uint8_t>(post.value);
    hot.tier = static_cast<std::uint8_t>(post_type(post).tier);
    hot.seat = seat;
    hot.minimum_service_until = newcomer.minimum_service_until;
    hot.sanction_until = Day{-1000000};
    const PersonId id = take_slot(hot, newcomer);
    PersonCold& cold = cold_[id.value];
    const Day by_post = post_type(post).statutory_level() > 0 ? cold.tier_since : cold.entry;
    cold.level_since = newcomer.level_since.value_or(by_post);
    leaving_[id.value].clock_unit = static_cast<std::uint16_t>(unit.value);
    list_holder(id);
    join_unit(id, unit);
    return id;
}

PersonId County::enter(UnitId unit, const Newcomer& newcomer) {
    const PersonId id = place_newcomer(unit, newcomer, entry_post(unit), SeatId::none());
    require(units_[unit.value].staff <= units_[unit.value].places + units_[unit.value].supernumerary,
            "a recruit entered a unit without an empty place", today_, id);
    const OpeningId closed = close_place(unit);
    if (closed.exists()) {
        end_chain(closed);
    } else {
        ++units_[unit.value].early_recruits;
    }
    count(id, entry_flow(newcomer.cold.channel));
    tell(Fact::Kind::entered, static_cast<std::uint8_t>(newcomer.cold.channel), id, unit, SeatId::none(), closed);
    return id;
}

PersonId County::enter_seat(SeatId seat, const Newcomer& newcomer) {
    const UnitId unit = seats_[seat.value].unit;
    const PostTypeId post = seats_[seat.value].post;
    const OpeningId filled = seats_[seat.value].opening;
    require(seats_[seat.value].is_vacant(), "somebody entered into a seat that is held or kept", today_,
            PersonId::none());
    require(units_[unit.value].staff < units_[unit.value].places, "somebody entered a unit without an empty place",
            today_, PersonId::none());
    close_opening(filled);
    const PersonId id = place_newcomer(unit, newcomer, post, seat);
    take_seat(id, seat);
    cold_[id.value].highest = post_type(post).ladder;
    end_chain(filled);
    drop_filled_places(unit);
    count(id, entry_flow(newcomer.cold.channel));
    tell(Fact::Kind::entered, static_cast<std::uint8_t>(newcomer.cold.channel), id, unit, seat, filled);
    return id;
}

PersonId County::settle(UnitId unit, const Newcomer& newcomer, PostTypeId post, SeatId seat) {
    const PersonId id = place_newcomer(unit, newcomer, seat.exists() ? post : entry_post(unit), seat);
    if (seat.exists()) {
        seats_[seat.value].holder = id;
        cold_[id.value].highest = post_type(post).ladder;
    }
    Unit& home = units_[unit.value];
    home.supernumerary = home.beyond_places();
    return id;
}

void County::leave(PersonId person, ExitCause cause) {
    const PersonHot hot = hot_[person.value];
    require(hot.in_service, "somebody left who had left before", today_, person);
    const bool own_will = cause == ExitCause::resignation || cause == ExitCause::moved_above;
    require(!own_will || !is_locked(person), "somebody left inside the minimum service", today_, person);
    if (hot.assignment != Assignment::home) return_home(person);
    end_trial(person);
    count(person, exit_flow(cause));
    if (own_will && is_mid_career(cold_[person.value].birth, today_)) count(person, Flow::left_mid_career);
    if (is_in_first_year(cold_[person.value].entry, today_)) count(person, Flow::left_first_year);
    if (own_will && is_soon_after_minimum_service(person)) {
        count(person, Flow::left_after_minimum_service);
        if (cause == ExitCause::resignation) count(person, Flow::resigned_after_minimum_service);
    }
    tell(Fact::Kind::left, static_cast<std::uint8_t>(cause), person, UnitId{hot.unit}, hot.seat);
    leave_unit(person);
    holders_.leave(person.value);
    without_seat_.leave(person.value);
    open_position(person, OpeningId::none());
    end_second_title(person);
    hot_[person.value].in_service = false;
    hot_[person.value].seat = SeatId::none();
    retirement_[person.value] = never;
    ++hot_[person.value].generation;
    free_slots_.push_back(person.value);
}

}  // namespace staffsim
