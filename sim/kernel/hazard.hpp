// Occurrence of a cause by an integrated hazard that is the product of a personal rate and a factor common to a group.
// The group has a clock that runs faster when the factor is higher; a person's cause occurs when the clock has passed a
// reading that is known as soon as the personal rate is. So a change of the common factor touches the clock alone, not
// the people. One unit-exponential threshold is drawn per spell. Everything is whole numbers: splitting an interval
// changes nothing.
#pragma once

#include <cstdint>
#include <limits>

#include "sim/foundation/date.hpp"

namespace staffsim::kernel {

// A factor of 1 lets the clock run by 2^15 a day; a personal rate of 1 a day is 2^42 per 2^15 of the clock. Factors
// keep a step of 3e-5, yearly rates down to 1e-7 three digits, thresholds up to 63 fit.
inline constexpr double clock_per_day = 0x1p15;
inline constexpr double hazard_unit = 0x1p57;  // one unit of integrated hazard
inline constexpr std::int64_t never_due = std::numeric_limits<std::int64_t>::max();

// Personal rate of a yearly hazard (>= 0), per unit of the clock.
inline std::int64_t personal_rate(double per_year) {
    return static_cast<std::int64_t>(per_year * (hazard_unit / clock_per_day / days_per_year) + 0.5);
}

// The common factor of a group, integrated over time.
class HazardClock {
  public:
    HazardClock() = default;
    explicit HazardClock(Day start) : since_(start) {}

    std::int64_t at_end_of(Day day) const { return reading_ + rate_ * (day - since_); }
    // From the day after `today` on; factor >= 0. Returns whether the clock runs at another speed now.
    bool set_factor(double factor, Day today) {
        const auto rate = static_cast<std::int64_t>(factor * clock_per_day + 0.5);
        if (rate == rate_) return false;
        reading_ = at_end_of(today);
        since_ = today;
        rate_ = rate;
        return true;
    }
    // First day after the last change at whose end the clock has reached `reading`, if it goes on as now.
    Day day_of(std::int64_t reading) const {
        if (reading == never_due || rate_ == 0) return never;
        if (reading <= reading_) return since_ + 1;
        const std::int64_t day = since_.value + (reading - reading_ + rate_ - 1) / rate_;
        return day >= never.value ? never : Day{static_cast<std::int32_t>(day)};
    }

  private:
    std::int64_t reading_ = 0;
    std::int64_t rate_ = static_cast<std::int64_t>(clock_per_day);
    Day since_;
};

// One person's wait for one cause. The cause occurs when the clock has reached `due`; the day of the beginning and the
// days before a change are charged at the rate they had.
struct Spell {
    std::int64_t remaining = 0;    // of the threshold, at `since`
    std::int64_t rate = 0;         // personal, per unit of the clock
    std::int64_t since = 0;        // reading of the clock
    std::int64_t due = never_due;  // reading at which nothing is left

    void begin(double unit_exponential, std::int64_t reading) {
        *this = {static_cast<std::int64_t>(unit_exponential * hazard_unit) + 1, 0, reading, never_due};
    }
    // Charges what the clock has run since the last change at the old rate, then goes on at the new one.
    void change_rate(std::int64_t new_rate, std::int64_t reading) {
        charge(reading);
        rate = new_rate;
        due = rate == 0 ? never_due : since + (remaining <= 0 ? 1 : (remaining + rate - 1) / rate);
    }
    // The person moves to a group whose clock shows `new_reading` when the old one shows `old_reading`.
    void change_clock(std::int64_t old_reading, std::int64_t new_reading) {
        charge(old_reading);
        since = new_reading;
        change_rate(rate, new_reading);
    }

  private:
    void charge(std::int64_t reading) {
        remaining -= rate * (reading - since);
        since = reading;
    }
};

}  // namespace staffsim::kernel
