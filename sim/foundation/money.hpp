// Money in whole fen (1 yuan = 100 fen); exact sums, no rounding on the way. Pay accrues by whole days at a daily rate
// in thousandths of a fen, so that splitting an interval changes nothing.
#pragma once

#include <compare>
#include <cstdint>
#include <stdexcept>

#include "sim/foundation/date.hpp"

namespace staffsim {

struct Money {
    std::int64_t fen = 0;
    constexpr auto operator<=>(const Money&) const = default;
    constexpr Money& operator+=(Money other) {
        fen += other.fen;
        return *this;
    }
};
constexpr Money operator+(Money a, Money b) { return {a.fen + b.fen}; }
constexpr Money operator-(Money a, Money b) { return {a.fen - b.fen}; }

// Nearest fen.
constexpr Money from_yuan(double yuan) { return {static_cast<std::int64_t>(yuan * 100.0 + (yuan < 0 ? -0.5 : 0.5))}; }
constexpr double to_yuan(Money money) { return static_cast<double>(money.fen) / 100.0; }
// 万元, the unit in which planners read budgets.
constexpr double to_wan_yuan(Money money) { return static_cast<double>(money.fen) / 1e6; }

// Thousandths of a fen a day; in 32 bits, for everybody has six of them.
struct DailyRate {
    std::int32_t milli_fen = 0;
    constexpr auto operator<=>(const DailyRate&) const = default;
};
// Twelve monthly amounts spread over the mean year; error at most 0.0005 fen a day. Throws std::overflow_error beyond
// 650,000 yuan a month.
constexpr DailyRate per_day(Money monthly) {
    if (monthly.fen == 0) return {};
    const double exact = static_cast<double>(monthly.fen) * 12.0 * 1000.0 / days_per_year;
    constexpr double most = 2.14e9;
    if (exact > most || exact < -most) throw std::overflow_error("monthly pay is beyond what a daily rate can hold");
    return {static_cast<std::int32_t>(exact + (exact < 0 ? -0.5 : 0.5))};
}

}  // namespace staffsim
