// Which part of a package works: Shapley values. The worth of every set of parts is known (all 2^k subsets were lived
// under matched futures); a part's value is its marginal worth averaged over all orders in which the package could be
// put together. The values of all parts add up to the worth of the whole package, a part that never does anything gets
// exactly 0, equal parts get equal values. Sources: Shapley (1953); interactions: Grabisch and Roubens, Int. J. Game
// Theory 28 (1999) 547-565.
// Sets are numbered by bits: bit i of the number says that part i is in; 0 is the empty set.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"
#include "sim/stats/pasts.hpp"

namespace staffsim::stats {

inline constexpr std::size_t most_parts = 10;

// One term of a value: weight * ((worth[with] - worth[without]) - (worth[other_with] - worth[other_without])). Written
// as differences, so that what changes nothing comes out as exactly 0.
struct Contrast {
    double weight = 0;
    std::size_t with = 0, without = 0, other_with = 0, other_without = 0;
};

// A part's value: one term per set of the others. InvariantError when parts is 0 or above most_parts, or part is none
// of them.
std::vector<Contrast> shapley_value(std::size_t parts, std::size_t part);
// Interaction of two parts: what they give together beyond the sum of what each gives, averaged over what else is there
// (of the sign of the outcome's change: negative when both lower it and more so together).
std::vector<Contrast> shapley_interaction(std::size_t parts, std::size_t a, std::size_t b);

struct ContrastSum {
    double value = 0;
    double standard_error = 0, low = 0, high = 0;  // no value (NaN) for fewer than two replications
};
// The sum of the terms, with its paired t interval. The worth of a set is the ratio of sums of `by_set[set]`, one Ratio
// per matched replication; the error comes from the same sum of the influence values (ratio.hpp), so that matching pays
// off in full. No value when a set that counts has none. `level` is two-sided. InvariantError when lengths differ.
ContrastSum contrast_sum(std::span<const Contrast> contrasts, const std::vector<std::vector<measures::Ratio>>& by_set,
                         Pasts pasts, double level = 0.05);

}  // namespace staffsim::stats
