// Quantiles across futures: the bands that show luck. More futures do not shrink them.
#pragma once

#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"

namespace staffsim::stats {

// Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7: R's and NumPy's default).
// `sorted` ascending, 0 <= probability <= 1. No value (NaN) for an empty span.
double quantile_of_sorted(std::span<const double> sorted, double probability);

// One quantile per probability of the futures' own ratios; futures without a value are left out.
std::vector<double> quantiles(std::span<const measures::Ratio> ratios, std::span<const double> probabilities);

}  // namespace staffsim::stats
