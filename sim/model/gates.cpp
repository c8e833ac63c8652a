// Conservation gates: counted afresh from the people, never from the ledgers they check.

#include <fmt/format.h>

#include "sim/foundation/diagnostics.hpp"
#include "sim/model/county.hpp"

namespace staffsim {

namespace {

[[noreturn]] void broken(const County& county, const std::string& what) {
    throw InvariantError(fmt::format("conservation gate broken on {}: {}", to_text(county.today()), what));
}

// People as they are found, by cell.
using Census = std::vector<std::int32_t>;

// What a person claims must be on the books of the county.
void check_claims(const County& county, PersonId id) {
    const SeatId seat = county.hot(id).seat;
    if (seat.exists() && county.seat(seat).holder != id) {
        broken(county, fmt::format("person slot {} claims a seat of somebody else", id.value));
    }
    const PersonCold& cold = county.cold(id);
    if (cold.second_title.exists() && county.seat(cold.second_title).holder != id) {
        broken(county, fmt::format("person slot {} claims a second title of somebody else", id.value));
    }
    if (cold.retirement < county.today()) {
        broken(county, fmt::format("person slot {} works past statutory retirement", id.value));
    }
}

// Most people claim nothing.
Census check_people(const County& county) {
    Census of_cell(county.tally().joined.size());
    const std::span<const PersonHot> people = county.people();
    const std::size_t tiers = county.tiers();
    const Day today = county.today();
    for (std::size_t p = 0; p < people.size(); ++p) {
        const PersonHot& person = people[p];
        if (!person.in_service) continue;
        ++of_cell[person.unit * tiers + person.tier];
        const PersonCold& cold = county.cold(PersonId{p});
        const bool claims = person.seat.exists() || cold.second_title.exists() || cold.retirement < today;
        if (claims) check_claims(county, PersonId{p});
    }
    return of_cell;
}

void check_stocks(const County& county, const Census& census) {
    const YearTally& tally = county.tally();
    for (std::size_t cell = 0; cell < census.size(); ++cell) {
        const std::int32_t expected = tally.opening_staff[cell] + tally.joined[cell] - tally.departed[cell];
        if (census[cell] != expected) {
            broken(county, fmt::format("cell {} holds {} people, {} + {} - {} were expected", cell, census[cell],
                                       tally.opening_staff[cell], tally.joined[cell], tally.departed[cell]));
        }
    }
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const Unit& unit = county.units()[u];
        std::int32_t staff = 0;
        for (std::size_t tier = 0; tier < county.tiers(); ++tier) staff += census[u * county.tiers() + tier];
        if (staff != unit.staff || staff > unit.places + unit.supernumerary) {
            broken(county, fmt::format("unit {}: {} people, {} on the books, {} places and {} supernumerary",
                                       county.plan().units[u].id, staff, unit.staff, unit.places, unit.supernumerary));
        }
    }
}

void check_seats(const County& county) {
    for (std::size_t s = 0; s < county.seats().size(); ++s) {
        const Seat& seat = county.seats()[s];
        if (!seat.holder.exists()) continue;
        const PersonHot& holder = county.hot(seat.holder);
        const bool holds = holder.seat == SeatId{s} || county.cold(seat.holder).second_title == SeatId{s};
        if (!holder.in_service || !holds || holder.unit != seat.unit.value) {
            broken(county, fmt::format("seat {} is held by somebody who does not hold it", s));
        }
    }
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
    for (std::size_t cell = 0; cell < tally.flows.size(); ++cell) {
        left += sum<exit_cause_count>(tally.flows[cell]);
        entered += sum<channel_count>(tally.flows[cell], static_cast<std::size_t>(Flow::entered_open_exam));
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
    check_stocks(county, check_people(county));
    check_seats(county);
    check_exits(county);
    check_payroll(county);
}

}  // namespace staffsim
