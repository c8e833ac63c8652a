// The difference between two policies over matched replications: the same people and the same luck under both, so that
// most of the luck cancels. Assumes that replications are independent of each other, unless they continue the same past
// (pasts.hpp), and that both policies were run on the same ones, in the same order. Leaves out what a difference means:
// see verdict.hpp.
#pragma once

#include <span>

#include "sim/measures/outcome.hpp"
#include "sim/stats/pasts.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::stats {

// One Ratio per replication and policy; `level` is the two-sided error probability of this one interval, already
// shared out over the family and the looks (family.hpp).
//
// baseline, value   ratios of sums over the replications
// pasts             independent pasts among the replications: k
// standard_error    of the mean of the paired differences d_i of the linearised influence values (ratio.hpp), by pasts;
//                   with k = n it is sd(d) / sqrt(n), and with all denominators 1 exactly that of the paired t interval
// low, high         difference -/+ t(level, k - 1) * standard_error
// discordant        pairs whose numerator or denominator differ by more than rounding (rounding.hpp)
// wins, losses      by the ratio of each future; a pair in which either future has no value is a tie, and one whose
//                   ratios differ by rounding alone (rounding.hpp)
// probability_*     of the wins alone, with Wilson's range at 95 %, whatever `level` is, for as many futures as would
//                   say the same independently; no value when n = 0
// variance_factor   what matching saved; 1 when undefined (n < 2, or the difference does not vary)
// regret_*          means of max(0, gain) of the policy that was not chosen, over futures in which both have a value;
//                   no value when there is none, or for neutral outcomes
// differing_*       exact (Clopper-Pearson) at `level`
// more_needed       0: ask `more_needed` of settle.hpp, which knows what matters
//
// Edges. All pairs equal (also n = 0, also when nothing was ever exposed), or different by rounding alone: difference,
// standard error and interval are exactly 0; baseline and value may have no value (NaN) even then. Otherwise: one
// policy without a value gives a difference, error and interval without value; n = 1 gives a difference but no error
// and no interval. Throws InvariantError when the lengths differ.
PairedSummary paired_summary(std::span<const measures::Ratio> baseline, std::span<const measures::Ratio> variant,
                             measures::Direction direction, double level, Pasts pasts);

// The same comparison seen from the variant: what the baseline changes against it. More needed is left at 0.
PairedSummary turned(const PairedSummary& summary);

}  // namespace staffsim::stats
