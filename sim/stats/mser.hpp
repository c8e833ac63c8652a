// Where a long series has settled, as far as the series itself can tell: the marginal standard error rule. A diagnostic
// only; what is discarded is fixed beforehand, because a rule that looks at the results would bias them.
// Source: K. P. White, Simulation 69 (1997) 323-334.
#pragma once

#include <cstddef>
#include <span>

namespace staffsim::stats {

// Number of leading values to leave out: the d in the first half of the series that makes
// sum over i >= d of (x_i - mean_d)^2 / (n - d)^2 smallest. 0 for fewer than four values. Values must be finite.
std::size_t mser_truncation(std::span<const double> series);

}  // namespace staffsim::stats
