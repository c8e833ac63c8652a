// Ranges of a share: how often something happens in n futures. Wilson for display beside every n/100; the exact
// (Clopper-Pearson) range where events are too rare for any approximation.
#pragma once

#include <cstdint>

namespace staffsim::stats {

struct ShareRange {
    double low = 0;
    double high = 1;
};

// Wilson score range with two-sided `level` (0.05 for 95 %). `successes` may be half-integer (a tie counts one half).
// n = 0 gives [0, 1]. Source: E. B. Wilson, JASA 22 (1927) 209-212.
ShareRange wilson_range(double successes, std::uint32_t n, double level = 0.05);

// Exact range with two-sided `level`; n = 0 gives [0, 1]. Source: Clopper and Pearson, Biometrika 26 (1934) 404-413.
ShareRange exact_range(std::uint32_t successes, std::uint32_t n, double level = 0.05);

// How many futures show a share of more than `least`: so that the lower end of the Wilson range of `share`, were it
// seen in all of them, reaches it. 0 when no number would: the share is no larger.
std::uint32_t futures_that_show(double share, double least, double level);

}  // namespace staffsim::stats
