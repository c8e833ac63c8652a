// "About N more futures would settle it."
#pragma once

#include <cstdint>

#include "sim/stats/verdict.hpp"

namespace staffsim::stats {

// Replications still needed before the verdict is likely to leave "too close to call" or "too rare to tell"; 0 when it
// is settled already or nothing can be said (no interval, a difference of 0 where every difference matters, or no
// number of futures would do because their pasts are too few). Too close: until the half width falls to |difference|
// (clear of 0) or to matters - |difference| (practically the same), whichever comes first; what of its square does not
// last shrinks as 1 / n, and it is taken at `next_level`, because the next comparison is another look (family.hpp). Too
// rare: until 20 pairs differ at the rate seen so far. Assumption: the difference and its spread stay as estimated now;
// so it is a guide, not a promise.
std::uint32_t more_needed(const PairedSummary& summary, double matters, double next_level);

}  // namespace staffsim::stats
