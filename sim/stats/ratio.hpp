// Ratios of sums over replications. One measures::Ratio per replication stands for one future; the estimate is the
// ratio of the sums over all futures, never the mean of the futures' ratios, so that long and short exposures weigh as
// they should. "No value" (nothing was exposed: the denominators add up to 0) is a quiet NaN throughout this layer: it
// compares false with everything, and `has_value` asks for it.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"

namespace staffsim::stats {

inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
bool has_value(double estimate);

// numerator / denominator; no value when the denominator is 0.
double value_of(measures::Ratio ratio);

measures::Ratio total(std::span<const measures::Ratio> ratios);

// A ratio of sums R and how much each replication pulls it away from its mean: the linearised influence values
// u_i = (numerator_i - R * denominator_i) / mean(denominator). They add up to 0, and the standard error of R is
// sd(u) / sqrt(n). With all denominators 1, u_i is the distance of a replication from the mean.
// Source: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), section 6.4.
// No value: the estimate and every influence value have none.
struct LinearisedRatio {
    double estimate = 0;
    std::vector<double> influence;  // one per replication
};
LinearisedRatio linearised(std::span<const measures::Ratio> ratios);

// No value for no number.
double mean(std::span<const double> numbers);

// Variance with divisor n - 1; no value for fewer than two numbers.
double sample_variance(std::span<const double> numbers);

}  // namespace staffsim::stats
