// Quantiles across futures: the bands that show luck. More futures do not shrink them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"
#include "sim/stats/pasts.hpp"

namespace staffsim::stats {

// Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7: R's and NumPy's default).
// `sorted` ascending, 0 <= probability <= 1. No value (NaN) for an empty span.
double quantile_of_sorted(std::span<const double> sorted, double probability);

// A quantile with its own range (calculation: more futures do shrink this one).
struct QuantileRange {
    double value = 0;
    std::optional<double> low, high;  // nothing: so few futures say nothing on this side
};
// Range between two order statistics, two-sided `level`: the number of futures below the true quantile is binomial, so
// the range holds for any distribution, with at least the stated probability (exact for continuous ones up to the jumps
// of the binomial). Each side has at most half of `level`.
// Source: H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed. (2003), section 7.1.
QuantileRange quantile_range(std::span<const double> sorted, double probability, double level = 0.05);

// The same of values by future, some of which have none (NaN: left out), where futures continue the same pasts: between
// the order statistics of as many futures as would say as much of the share below the quantile independently (J. G.
// Woodruff, JASA 47 (1952) 635-646).
std::vector<QuantileRange> quantile_ranges(std::span<const double> by_future, Pasts pasts,
                                           std::span<const double> probabilities, double level = 0.05);

// Own ratios of the futures that have a value, ascending.
std::vector<double> sorted_values(std::span<const measures::Ratio> ratios);

// One quantile per probability of the futures' own ratios; futures without a value are left out.
std::vector<double> quantiles(std::span<const measures::Ratio> ratios, std::span<const double> probabilities);

}  // namespace staffsim::stats
