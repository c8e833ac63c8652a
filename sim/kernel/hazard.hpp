// Occurrence of a cause by an integrated hazard. One unit-exponential threshold is drawn per spell; the hazard advances
// it in whole days at an integer rate, so that splitting an interval changes nothing.
#pragma once

#include <cstdint>
#include <limits>

#include "sim/foundation/date.hpp"

namespace staffsim::kernel {

// One unit of integrated hazard. A rate of 1 a day is 2^40; yearly rates down to 1e-7 keep three digits.
inline constexpr double hazard_unit = 0x1p40;

// Integer daily rate of a yearly hazard (>= 0).
inline std::int64_t daily_hazard(double per_year) {
    return static_cast<std::int64_t>(per_year * (hazard_unit / days_per_year) + 0.5);
}

// What is left of a spell's threshold, and the rate at which it shrinks since `since`. The cause occurs on the first
// day at whose end nothing is left; the day `since` itself is not exposed.
struct Spell {
    std::int64_t remaining = 0;
    std::int64_t rate = 0;  // per day
    Day since;

    void begin(double unit_exponential, Day today) {
        remaining = static_cast<std::int64_t>(unit_exponential * hazard_unit) + 1;
        rate = 0;
        since = today;
    }
    // Charges the days since the last change at the old rate, then goes on at the new one.
    void change_rate(std::int64_t new_rate, Day today) {
        remaining -= rate * (today - since);
        rate = new_rate;
        since = today;
    }
    // Whether the cause occurs on `day` or before if the rate stays as it is.
    bool is_due_by(Day day) const { return rate > 0 && remaining <= rate * (day - since); }
    // Day of occurrence if the rate stays as it is; far beyond any horizon when the rate is 0.
    Day due() const {
        if (rate <= 0) return Day{std::numeric_limits<std::int32_t>::max()};
        const std::int64_t days = remaining <= 0 ? 1 : (remaining + rate - 1) / rate;
        const std::int64_t day = since.value + days;
        return Day{day > std::numeric_limits<std::int32_t>::max() ? std::numeric_limits<std::int32_t>::max()
                                                                  : static_cast<std::int32_t>(day)};
    }
};

}  // namespace staffsim::kernel
