// How the promise "at most 5 % of comparisons like this raise a false alarm" is shared out. The family is every primary
// outcome x different variant x verdict year (x named township) declared before the run; showing only some of them
// changes nothing. Every displayed
// comparison is a look; look k gets 1 / (k (k + 1)) of the whole, which adds up to 1 over any number of looks.
#pragma once

#include <cstddef>

namespace staffsim::stats {

// Two-sided error probability of one interval: alpha / (look (look + 1)) / family_size (Bonferroni). `alpha` is 0.05
// for 95 %; `look` counts from 1. InvariantError when alpha is outside (0, 1), the family empty or look below 1.
double comparison_level(double alpha, std::size_t family_size, int look);

}  // namespace staffsim::stats
