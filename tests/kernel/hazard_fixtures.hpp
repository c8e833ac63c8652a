// Clocks and spells of any speed and length, as properties draw them.
#pragma once

#include <rapidcheck.h>
#include <cmath>
#include <cstdint>

#include "sim/kernel/hazard.hpp"

namespace staffsim::kernel {

inline constexpr Day start{100};

inline double threshold() { return *rc::gen::inRange(1, 5000000) * 1e-6; }
inline std::int64_t rate() { return personal_rate(*rc::gen::inRange(1, 500) * 1e-3); }
inline double factor() { return *rc::gen::inRange(1, 400) * 0.01; }
inline std::int64_t speed_of(double factor) { return static_cast<std::int64_t>(std::llround(factor * clock_per_day)); }

inline HazardClock running(double factor) {
    HazardClock clock(start);
    clock.set_factor(factor, start);
    return clock;
}
// A spell begun at the end of the first day.
inline Spell begun(double threshold, std::int64_t rate, const HazardClock& clock) {
    Spell spell = Spell::begin(threshold);
    spell.change_rate(rate, clock.at_end_of(start));
    return spell;
}

}  // namespace staffsim::kernel
