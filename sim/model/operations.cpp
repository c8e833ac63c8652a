// The operations that change a county. Each one leaves it consistent: headcounts, seats, ledgers, chains.

#include <algorithm>
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

}  // namespace

// --- openings and chains

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
    units_[seat.unit.value].recent_openings += 1.0;
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
    count(opening.unit, Flow::openings_filled);
    count(opening.unit, Flow::days_to_fill, today_ - opening.opened);
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

void County::count_chain(UnitId ended_in, std::int64_t links) {
    count(ended_in, Flow::chains_closed);
    count(ended_in, Flow::chain_links, links);
    tally_.chains.end_with(links);
}

void County::end_chain(OpeningId id) {
    if (!id.exists()) return;
    count_chain(openings_[id.value].unit, openings_[id.value].length);
}

// --- membership

namespace {

// Copied, not built in place: processors begin slowly to fill a few words with zeros.
constexpr Leaving nothing_drawn{};
constexpr Record nothing_on_record{};

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
    record_.resize(all);
    learning_.resize(all);
    presence_at_home_.resize(all);
    hands_.resize(all);
    member_index_.resize(all);
    connections_.resize(all);
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
    record_[slot] = nothing_on_record;
    learning_[slot] = {};
    presence_at_home_[slot] = 1.0f;
    hands_[slot] = 1.0f;
    connections_[slot] = std::numeric_limits<double>::quiet_NaN();
    return PersonId{slot};
}

double County::presence_of(PersonId id) const {
    return static_cast<double>(presence_at_home_[id.value]) * static_cast<double>(hands_[id.value]);
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
    unit.present += presence_of(person);
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
    unit.present -= presence_of(person);
    unit.supernumerary = std::min(unit.supernumerary, unit.beyond_places());
}

void County::change_unit(PersonId person, UnitId to) {
    const UnitId from{hot_[person.value].unit};
    if (from == to) return;
    PersonCold& cold = cold_[person.value];
    if (is_township(from)) cold.township_years = static_cast<float>(township_years(person));
    leave_unit(person);
    join_unit(person, to);
    if (is_township(to)) cold.township_since = today_;
    if (is_township(from) && !is_township(to) && is_soon_after_minimum_service(person)) {
        count_in(from.value * tiers_ + hot_[person.value].tier, Flow::left_after_minimum_service, 1);
    }
    const bool changed_kind = is_township(from) != is_township(to);
    if (changed_kind) {
        count_in(from.value * tiers_ + hot_[person.value].tier,
                 is_township(to) ? Flow::moved_to_township : Flow::moved_to_county_organ, 1);
    }
    count(person, Flow::moved_in);
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
    hot.post = static_cast<std::uint8_t>(post.value);
    holders_.join(person.value, hot.post);
    hot.seat = seat;
    cold_[person.value].post_since = today_;
    end_second_title(person);
}

void County::put_in_seat(PersonId person, SeatId id) {
    Seat& seat = seats_[id.value];
    change_empty_leadership(seat, -1);
    seat.holder = person;
    seat.opening = OpeningId::none();
    ++seat.generation;
    change_post(person, seat.post, id);
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
    leaving_[id.value].clock_unit = static_cast<std::uint16_t>(unit.value);
    holders_.join(id.value, hot.post);
    join_unit(id, unit);
    return id;
}

// --- operations

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

PersonId County::settle(UnitId unit, const Newcomer& newcomer, PostTypeId post, SeatId seat) {
    const PersonId id = place_newcomer(unit, newcomer, seat.exists() ? post : entry_post(unit), seat);
    if (seat.exists()) seats_[seat.value].holder = id;
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
    if (today_ - cold_[person.value].entry < 365) count(person, Flow::left_first_year);
    if (own_will && is_soon_after_minimum_service(person)) {
        count(person, Flow::left_after_minimum_service);
        if (cause == ExitCause::resignation) count(person, Flow::resigned_after_minimum_service);
    }
    tell(Fact::Kind::left, static_cast<std::uint8_t>(cause), person, UnitId{hot.unit}, hot.seat);
    leave_unit(person);
    holders_.leave(person.value);
    open_position(person, OpeningId::none());
    end_second_title(person);
    hot_[person.value].in_service = false;
    hot_[person.value].seat = SeatId::none();
    retirement_[person.value] = never;
    ++hot_[person.value].generation;
    free_slots_.push_back(person.value);
}

void County::appoint(PersonId person, SeatId id, const Terms& terms) {
    require(!seats_[id.value].holder.exists(), "somebody was appointed to a seat that is not empty", today_, person);
    require(seats_[id.value].is_vacant(), "somebody was appointed to a seat kept for its former holder", today_,
            person);
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
    const OpeningId filled = seats_[id.value].opening;
    close_opening(filled);
    change_unit(person, to);
    const int tier_before = before.tier;
    put_in_seat(person, id);
    if (from != to || before.post != hot_[person.value].post) moved_.push_back(person);
    if (from != to) drop_filled_places(to);
    if (rises) {
        count(person, static_cast<Flow>(static_cast<std::size_t>(Flow::promoted_to_middle) +
                                        static_cast<std::size_t>(post.ladder) - 1));
        const bool first_time = is_leadership(post.ladder) && !is_leadership(post_type(PostTypeId{before.post}).ladder);
        if (first_time) {
            count_in(from.value * tiers_ + static_cast<std::size_t>(tier_before), Flow::first_promoted_to_deputy, 1);
        }
    }
    tell(Fact::Kind::appointed, before.post, person, to, id, filled);
    if (terms.trial_until) {
        hot_[person.value].on_trial = true;
        count(person, Flow::trials);
        cold_[person.value].trial = {before.seat, from, before.post, tier_since_before, *terms.trial_until};
    }
    if (!before.seat.exists()) return open_place(from, filled);
    if (!terms.trial_until || !terms.reserve_former) return open_seat(before.seat, filled);
    vacate_seat(before.seat);
    seats_[before.seat.value].reserved_for = person;
    seats_[before.seat.value].reserved_cause = filled;
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

// Within two years of its end, whoever had one.
bool County::is_soon_after_minimum_service(PersonId person) const {
    const Day end = hot_[person.value].minimum_service_until;
    return end > cold_[person.value].entry && end <= today_ && today_ - end < 730;
}

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

void County::sanction(PersonId person, Sanction kind, Day until) {
    // Of several sanctions in force the gravest counts.
    PersonCold& cold = cold_[person.value];
    if (is_sanctioned(person)) count(person, Flow::sanctions_added);
    cold.sanctioned_since = today_;
    cold.sanction = is_sanctioned(person) ? std::max(cold.sanction, kind) : kind;
    if (kind > Sanction::warning) cold.grave_until = std::max(cold.grave_until, until);
    if (cold.sanctions_received < 255) ++cold.sanctions_received;
    hot_[person.value].sanction_until = std::max(hot_[person.value].sanction_until, until);
    count(person, Flow::sanctions);
    tell(Fact::Kind::sanctioned, static_cast<std::uint8_t>(kind), person, UnitId{hot_[person.value].unit});
}

void County::raise_rank(PersonId person, Day since) {
    ++pay_[person.value].rank;
    pay_[person.value].rank_since = since;
    pay_[person.value].rank_credit = 0;
    count(person, Flow::rank_promotions);
    tell(Fact::Kind::rank_raised, static_cast<std::uint8_t>(pay_[person.value].rank), person,
         UnitId{hot_[person.value].unit});
}

void County::lower_rank(PersonId person, Day since) {
    PayState& pay = pay_[person.value];
    if (pay.rank <= 1) return;
    --pay.rank;
    pay.rank_since = since;
    pay.rank_credit = 0;
    tell(Fact::Kind::rank_lowered, static_cast<std::uint8_t>(pay.rank), person, UnitId{hot_[person.value].unit});
}

void County::record_result(PersonId person, Result result, float score, float performance) {
    Record& record = record_[person.value];
    record.add_result(result);
    tell_of_result(person, result);
    if (result == Result::none) return;  // without a grade there is no score either
    record.add_score(score, performance);
    FlowRow& flows = flows_of(person);
    ++flows[static_cast<std::size_t>(Flow::assessed)];
    if (result != Result::competent) record_unusual(record, flows, result);
}

// Of a result other than competent.
void County::record_unusual(Record& record, FlowRow& flows, Result result) {
    if (result == Result::excellent) {
        record.years_since_excellent = 0;
        ++record.excellent_run;
    }
    static_assert(static_cast<int>(Result::competent) == 2);
    static constexpr Flow flow_of[] = {Flow::count, Flow::excellent, Flow::count, Flow::basically_competent,
                                       Flow::incompetent};
    ++flows[static_cast<std::size_t>(flow_of[static_cast<std::size_t>(result)])];
}

}  // namespace staffsim
