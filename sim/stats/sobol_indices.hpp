// Which factors drive a quantity: Sobol's variance shares. The factors are independent and uniform on their ranges; the
// quantity is looked at where saltelli_points says. First-order share: what would vanish from the variance if this
// factor were known; total share: what would remain if all others were known. They differ by interactions.
// Leaves out: factors that depend on each other, and the noise of a simulated quantity, which counts as variance of no
// factor (keep the replications the same at all points and report the noise beside, noise_share).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/stats/unit_points.hpp"

namespace staffsim::stats {

// `blocks` blocks of factors + 2 points each: A_j, B_j, then A_j with factor i taken from B_j, for i = 0 … factors - 1.
// A prefix of whole blocks is a valid smaller design. Source: Saltelli et al., Comput. Phys. Commun. 181 (2010)
// 259-270.
std::vector<UnitPoint> saltelli_points(std::size_t factors, std::size_t blocks, std::uint32_t seed);

struct ShareEstimate {
    double value = 0, low = 0, high = 0;
};
struct SobolIndices {
    double mean = 0, variance = 0;            // of the quantity over the factors' ranges
    std::vector<ShareEstimate> first, total;  // by factor
};

inline constexpr std::size_t bootstrap_samples = 1000;

// `values`: the quantity at saltelli_points, in their order. First order by Saltelli's estimator of 2010 on values
// centred at their mean, total by Jansen's (1999). Ranges: percentile bootstrap over blocks with two-sided `level`,
// its luck addressed by the seed. A quantity that does not vary gives shares of 0. Estimates may fall a little below 0
// or above 1; they are not cut off. InvariantError when the number of values is not a multiple of factors + 2.
SobolIndices sobol_indices(std::span<const double> values, std::size_t factors, std::uint32_t seed,
                           double level = 0.05);

// Share of the variance of a simulated quantity that is noise of its replications: mean squared standard error over
// variance of the values; 0 when they do not vary. With the same replications at all points much of that noise is
// common to them and cancels, so this is an upper bound of what it adds to the shares.
double noise_share(std::span<const double> values, std::span<const double> standard_errors);

}  // namespace staffsim::stats
