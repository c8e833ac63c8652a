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

// One person's wait for one cause. The cause occurs when nothing is left of a threshold; the day of the beginning and
// the days before a change are charged at the rate they had. What is left is kept as it would have been when the clock
// showed 0, so that it need not be charged while the rate stays: numbers wrap around there, what is left does not.
class Spell {
  public:
    Spell() = default;
    // Without a rate, so that the cause can not occur yet.
    static Spell begin(double unit_exponential) {
        return of(static_cast<std::int64_t>(unit_exponential * hazard_unit) + 1);
    }
    static Spell of(std::int64_t threshold) {
        Spell spell;
        spell.at_nought_ = static_cast<std::uint64_t>(threshold);
        return spell;
    }
    // Of somebody who keeps these two, for a person's spells to lie close together.
    static Spell restored(std::uint64_t left_at_nought, std::int64_t rate) {
        Spell spell;
        spell.at_nought_ = left_at_nought;
        spell.rate_ = rate;
        return spell;
    }
    std::uint64_t left_at_nought() const { return at_nought_; }
    std::int64_t rate() const { return rate_; }  // personal, per unit of the clock
    std::int64_t left(std::int64_t reading) const { return static_cast<std::int64_t>(at_nought_ - run_until(reading)); }
    // Reading at which nothing is left, if the rate stays. `reading`: one of these days.
    std::int64_t due(std::int64_t reading) const {
        if (rate_ == 0) return never_due;
        const std::int64_t rest = left(reading);
        return rest > 0 ? reading + (rest - 1) / rate_ + 1 : reading - -rest / rate_;
    }
    bool is_due(std::int64_t reading) const { return rate_ != 0 && left(reading) <= 0; }
    // From `reading` on. Whoever has nothing left waits until the clock moves.
    void change_rate(std::int64_t rate, std::int64_t reading) { go_on(left(reading), rate, reading); }
    // The person moves to a group whose clock shows `new_reading` when the old one shows `old_reading`.
    void change_clock(std::int64_t old_reading, std::int64_t new_reading) {
        go_on(left(old_reading), rate_, new_reading);
    }
    bool operator==(const Spell&) const = default;

  private:
    std::uint64_t run_until(std::int64_t reading) const {
        return static_cast<std::uint64_t>(rate_) * static_cast<std::uint64_t>(reading);
    }
    void go_on(std::int64_t rest, std::int64_t rate, std::int64_t reading) {
        rate_ = rate;
        at_nought_ = static_cast<std::uint64_t>(rest > 0 ? rest : 1) + run_until(reading);
    }

    std::uint64_t at_nought_ = 0;
    std::int64_t rate_ = 0;
};

}  // namespace staffsim::kernel
