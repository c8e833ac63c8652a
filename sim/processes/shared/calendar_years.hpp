// Years that go by the calendar, in whole months (begun ones count as whole): three years from a 1 February end on a
// 1 February, whatever leap years lie between. What recurs on a set day of the year asks in these: by length, a year
// that begins on such a day is often a few hours short of the next.
#pragma once

#include <cstdint>

#include "sim/foundation/date.hpp"

namespace staffsim {

// The latest day since which `years` have passed on `today`.
Day since_at_latest(Day today, double years);
// The day on which `years` have passed since `from`, 0 or more; the last of a month that is too short.
Day years_later(Day from, double years);

}  // namespace staffsim
