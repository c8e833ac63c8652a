// What home units pay for their people away, by the days.

#include <algorithm>

#include "sim/processes/exchange/exchange.hpp"

namespace staffsim {

namespace {

// Whole fen, so that splitting an interval changes nothing; at most 1.83 yuan a year off.
std::int64_t fen_a_day(Money per_year) {
    return static_cast<std::int64_t>(static_cast<double>(per_year.fen) / days_per_year + 0.5);
}

}  // namespace

void pay_for_stay(const ExchangeRules& exchange, const FrontLineRules& front_line, County& county, const Stay& stay,
                  Day from, Day until) {
    const std::int64_t days = until - std::max(stay.since, from);
    if (stay.assignment == Assignment::exchange) {
        county.spend(stay.home, OneOff::exchange, Money{fen_a_day(exchange.cost_per_year) * days});
    } else if (stay.assignment == Assignment::front_line) {
        county.spend(stay.home, OneOff::front_line, Money{fen_a_day(front_line.cost_per_year) * days});
    }
}

void pay_for_stays(const ExchangeRules& exchange, const FrontLineRules& front_line, County& county, Day from,
                   Day until) {
    for (const Unit& unit : county.units()) {
        if (unit.away == 0) continue;
        for (const PersonId person : unit.members) {
            if (county.hot(person).assignment == Assignment::home) continue;
            pay_for_stay(exchange, front_line, county, county.stay_of(person), from, until);
        }
    }
}

}  // namespace staffsim
