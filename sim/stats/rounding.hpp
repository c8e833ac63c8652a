// Sums of many terms are rounded, so that two levels which are the same number may differ in their last digits: a ratio
// that is constant whoever is there, parts of a cost that simply add up. Such a difference is none: it must not be told
// as clear of 0, however small its range. Assumes sums of at most some ten thousand terms; what one person does in one
// day of one future is larger by far.
#pragma once

#include <span>

namespace staffsim::stats {

// Of the larger of two levels: what rounding alone may make of their difference.
inline constexpr double rounding_share = 1e-11;

bool differ(double a, double b);  // by more than rounding; false when one has no value

// Whether a difference and what every future contributes to it are rounding alone, `level` being the size of the levels
// that it is a difference of. False without a value.
bool is_rounding(double difference, std::span<const double> influence, double level);

}  // namespace staffsim::stats
