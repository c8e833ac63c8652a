// The level of an outcome under one policy, with a range of its own. The range is about calculation (more futures
// shrink it), not about luck (quantiles.hpp), and two policies are never compared by their levels' ranges: that is what
// paired.hpp is for.
#pragma once

#include <cstdint>
#include <span>

#include "sim/measures/outcome.hpp"
#include "sim/stats/pasts.hpp"

namespace staffsim::stats {

struct LevelSummary {
    std::uint32_t replications = 0;
    double value = 0;           // ratio of sums; no value (NaN) when nothing was exposed
    double standard_error = 0;  // no value for fewer than two replications
    double low = 0, high = 0;   // the same
};

// `level` is the two-sided error probability: 0.05 for a 95 % range.
LevelSummary level_summary(std::span<const measures::Ratio> ratios, Pasts pasts, double level = 0.05);

}  // namespace staffsim::stats
