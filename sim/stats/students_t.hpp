// Student's t, as far as intervals need it.
#pragma once

#include <cstddef>

namespace staffsim::stats {

// The t that is exceeded in absolute value with probability `level` (two-sided), for `degrees_of_freedom` >= 1 and
// 0 < level < 1; InvariantError otherwise. Rounded to 30 significant bits (relative error at most 5e-10): the library
// behind it may differ in the last place between processors, and finished reports must not.
double two_sided_t(double level, std::size_t degrees_of_freedom);

}  // namespace staffsim::stats
