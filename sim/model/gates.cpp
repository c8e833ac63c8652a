// Conservation gates: counted afresh from the people, never from the ledgers they check.

#include <fmt/format.h>

#include "sim/foundation/diagnostics.hpp"
#include "sim/model/county.hpp"

namespace staffsim {

namespace {

[[noreturn]] void broken(const County& county, const std::string& what) {
    throw InvariantError(fmt::format("conservation gate broken on {}: {}", to_text(county.today()), what));
}

void check_stocks(const County& county) {
    const YearTally& tally = county.tally();
    std::vector<std::int32_t> counted(tally.joined.size(), 0);
    std::vector<std::int32_t> staff(county.units().size(), 0);
    for (std::size_t p = 0; p < county.people().size(); ++p) {
        if (!county.people()[p].in_service) continue;
        ++counted[county.cell_of(PersonId{p})];
        ++staff[county.people()[p].unit];
    }
    for (std::size_t cell = 0; cell < counted.size(); ++cell) {
        const std::int32_t expected = tally.opening_staff[cell] + tally.joined[cell] - tally.departed[cell];
        if (counted[cell] != expected) {
            broken(county, fmt::format("cell {} holds {} people, {} + {} - {} were expected", cell, counted[cell],
                                       tally.opening_staff[cell], tally.joined[cell], tally.departed[cell]));
        }
    }
    for (std::size_t u = 0; u < staff.size(); ++u) {
        const Unit& unit = county.units()[u];
        if (staff[u] != unit.staff || staff[u] > unit.places + unit.supernumerary) {
            broken(county,
                   fmt::format("unit {}: {} people, {} on the books, {} places and {} supernumerary",
                               county.plan().units[u].id, staff[u], unit.staff, unit.places, unit.supernumerary));
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
    for (std::size_t p = 0; p < county.people().size(); ++p) {
        const PersonHot& person = county.people()[p];
        if (person.in_service && person.seat.exists() && county.seat(person.seat).holder != PersonId{p}) {
            broken(county, fmt::format("person slot {} claims a seat of somebody else", p));
        }
        const SeatId second = county.cold(PersonId{p}).second_title;
        if (person.in_service && second.exists() && county.seat(second).holder != PersonId{p}) {
            broken(county, fmt::format("person slot {} claims a second title of somebody else", p));
        }
    }
}

void check_retirement(const County& county) {
    for (std::size_t p = 0; p < county.people().size(); ++p) {
        const bool overdue = county.people()[p].in_service && county.cold(PersonId{p}).retirement < county.today();
        if (overdue) broken(county, fmt::format("person slot {} works past statutory retirement", p));
    }
}

// Exits by cause, and moves, add up to everybody who left a cell; joint with the stock gate this is flow conservation.
void check_exits(const County& county) {
    const YearTally& tally = county.tally();
    std::int64_t left = 0, entered = 0, departed = 0, joined = 0;
    for (std::size_t cell = 0; cell < tally.flows.size(); ++cell) {
        for (std::size_t cause = 0; cause < exit_cause_count; ++cause) left += tally.flows[cell][cause];
        for (std::size_t channel = 0; channel < channel_count; ++channel) {
            entered += tally.flows[cell][static_cast<std::size_t>(Flow::entered_open_exam) + channel];
        }
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
        std::int64_t sum = 0;
        for (const std::int64_t component : exposure.pay_milli_fen) sum += component;
        if (sum != exposure.pay_total_milli_fen) {
            broken(county, fmt::format("cell {}: payroll {} is not the sum of its components {}", cell,
                                       exposure.pay_total_milli_fen, sum));
        }
    }
}

}  // namespace

void check_gates(const County& county) {
    check_stocks(county);
    check_seats(county);
    check_retirement(county);
    check_exits(county);
    check_payroll(county);
}

}  // namespace staffsim
