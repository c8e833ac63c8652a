// Values of one outcome in one unit of work, as the store keeps them: two arrays of little-endian doubles, numerators
// and denominators, in the order [group][year]. Cells at the end that hold nothing (0 / 0: outcomes that are not kept
// by unit) are left out. Counts have denominator 1 everywhere; then the second array is left out.
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

// Joins what split made: `numerators` and, when not null, `denominators` point to `count` doubles each (any alignment),
// `count` at most the size of `ratios`; the rest of `ratios` becomes 0 / 0.
void join(const void* numerators, const void* denominators, std::size_t count, std::span<measures::Ratio> ratios);

}  // namespace staffsim::store
