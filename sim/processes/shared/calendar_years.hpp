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

// First day of birth of whoever is not older than `age` in completed years (周岁) on `today`: up to and including the
// birthday on which they become a year older, as notices of recruitment count it (35周岁以下 on 16 October 2013: born
// on 16 October 1977 or later).
Day born_from(Day today, double age);

}  // namespace staffsim
