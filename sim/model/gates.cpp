// Conservation gates: counted afresh from the people, never from the ledgers they check.

#include <fmt/format.h>

#include "sim/foundation/diagnostics.hpp"
#include "sim/model/county.hpp"

namespace staffsim {

namespace {

[[noreturn]] void broken(const County& county, const std::string& what) {
    throw InvariantError(fmt::format("conservation gate broken on {}: {}", to_text(county.today()), what));
}

// People as they are found: by cell, and how many say that they hold a seat. (Nobody does who has left.)
struct Census {
    std::vector<std::int32_t> of_cell;
    std::size_t titled = 0;
};

// What is rare: a second title, and a day of retirement that has passed.
void check_claims(const County& county, PersonId id) {
    const bool has_second = county.hot(id).two_titles;
    const SeatId second = has_second ? county.cold(id).second_title : SeatId::none();
    if (has_second && (!second.exists() || county.seat(second).holder != id)) {
        broken(county, fmt::format("person slot {} claims a second title of somebody else", id.value));
    }
    if (county.retirement(id) < county.today()) {
        broken(county, fmt::format("person slot {} works past statutory retirement", id.value));
    }
}

Census check_people(const County& county) {
    Census census{std::vector<std::int32_t>(county.tally().joined.size()), 0};
    std::int32_t* const counted = census.of_cell.data();
    const std::size_t tiers = county.tiers();
    const Day today = county.today();
    const Day* retirement = county.retirements().data();
    std::size_t titled = 0;
    unsigned claims = 0;  // of anybody
#pragma GCC unroll 4
    for (const PersonHot& person : county.people()) {
        counted[person.unit * tiers + person.tier] += person.in_service;
        titled += person.seat.exists();
        claims |= person.two_titles;
        if (*retirement++ < today) [[unlikely]]
            claims = 1;
    }
    census.titled = titled;
    if (claims == 0) return census;
    for (std::size_t p = 0; p < county.people().size(); ++p) {
        if (county.people()[p].in_service) check_claims(county, PersonId{p});
    }
    return census;
}

void check_stocks(const County& county, const Census& census) {
    const YearTally& tally = county.tally();
    const std::vector<std::int32_t>& of_cell = census.of_cell;
    for (std::size_t cell = 0; cell < of_cell.size(); ++cell) {
        const std::int32_t expected = tally.opening_staff[cell] + tally.joined[cell] - tally.departed[cell];
        if (of_cell[cell] != expected) {
            broken(county, fmt::format("cell {} holds {} people, {} + {} - {} were expected", cell, of_cell[cell],
                                       tally.opening_staff[cell], tally.joined[cell], tally.departed[cell]));
        }
    }
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const Unit& unit = county.units()[u];
        std::int32_t staff = 0;
        for (std::size_t tier = 0; tier < county.tiers(); ++tier) staff += of_cell[u * county.tiers() + tier];
        if (staff != unit.staff || staff > unit.places + unit.supernumerary) {
            broken(county, fmt::format("unit {}: {} people, {} on the books, {} places and {} supernumerary",
                                       county.plan().units[u].id, staff, unit.staff, unit.places, unit.supernumerary));
        }
    }
}

void name_stranger(const County& county) {
    for (std::size_t p = 0; p < county.people().size(); ++p) {
        const PersonHot& person = county.people()[p];
        if (person.seat.exists() && county.seat(person.seat).holder != PersonId{p}) {
            broken(county, fmt::format("person slot {} claims a seat of somebody else", p));
        }
    }
}

// Every holder says so; and nobody else does, since as many people say so as seats are held.
void check_seats(const County& county, const Census& census) {
    std::size_t held = 0;  // as the first title of somebody
    for (std::size_t s = 0; s < county.seats().size(); ++s) {
        const Seat& seat = county.seats()[s];
        if (!seat.holder.exists()) continue;
        const PersonHot& holder = county.hot(seat.holder);
        const bool is_first = holder.seat == SeatId{s};
        const bool holds = is_first || (holder.two_titles && county.cold(seat.holder).second_title == SeatId{s});
        if (!holder.in_service || !holds || holder.unit != seat.unit.value) {
            broken(county, fmt::format("seat {} is held by somebody who does not hold it", s));
        }
        held += is_first ? 1 : 0;
    }
    if (held != census.titled) name_stranger(county);
}

template <std::size_t count, class Row>
std::int64_t sum(const Row& row, std::size_t first = 0) {
    std::int64_t of_all = 0;
#pragma GCC unroll 8
    for (std::size_t i = 0; i < count; ++i) of_all += row[first + i];
    return of_all;
}

// Exits by cause, and moves, add up to everybody who left a cell; joint with the stock gate this is flow conservation.
void check_exits(const County& county) {
    const YearTally& tally = county.tally();
    std::int64_t left = 0, entered = 0, departed = 0, joined = 0;
    for (const FlowRow& flows : tally.flows) {
        left += sum<exit_cause_count>(flows);
        entered += sum<channel_count>(flows, static_cast<std::size_t>(Flow::entered_open_exam));
    }
    for (std::size_t cell = 0; cell < tally.joined.size(); ++cell) {
        departed += tally.departed[cell];
        joined += tally.joined[cell];
    }
    if (joined - departed != entered - left) {
        broken(county,
               fmt::format("{} entered and {} left, but headcount moved by {}", entered, left, joined - departed));
    }
}

void check_payroll(const County& county) {
    for (std::size_t cell = 0; cell < county.tally().exposure.size(); ++cell) {
        const Exposure& exposure = county.tally().exposure[cell];
        const std::int64_t of_components = sum<pay_component_count>(exposure.pay_milli_fen);
        if (of_components != exposure.pay_total_milli_fen) {
            broken(county, fmt::format("cell {}: payroll {} is not the sum of its components {}", cell,
                                       exposure.pay_total_milli_fen, of_components));
        }
    }
}

}  // namespace

void check_gates(const County& county) {
    const Census census = check_people(county);
    check_stocks(county, census);
    check_seats(county, census);
    check_exits(county);
    check_payroll(county);
}

}  // namespace staffsim
