// Values of one outcome in one unit of work, as the store keeps them: two arrays of little-endian doubles, numerators
// and denominators, in the order [group][year]. Counts have denominator 1 everywhere; then the second array is left
// out.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"

namespace staffsim::store {

struct Cells {
    std::vector<double> numerators;
    std::optional<std::vector<double>> denominators;  // nothing: all 1
};

// Overwrites `cells`, so that its memory is used again.
void split(std::span<const measures::Ratio> ratios, Cells& cells);

// Joins what split made: `numerators` and, when not null, `denominators` point to `count` doubles each (any alignment).
void join(const void* numerators, const void* denominators, std::size_t count, std::span<measures::Ratio> ratios);

}  // namespace staffsim::store
