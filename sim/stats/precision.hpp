// When an experiment that runs "until it is precise enough" may stop. Stopping is decided at preset numbers of
// replications only, on the committed prefix 1 … n, never in the order in which replications happen to end; every such
// decision is a look and has its own share of the error probability (family.hpp), so that what is told at the end holds
// whenever it ended.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/verdict.hpp"

namespace staffsim::stats {

struct PrecisionRule {
    std::uint32_t first = 40;   // replications before the first decision
    double growth = 1.5;        // from one decision to the next; decisions are dear, so they grow apart
    std::uint32_t most = 1000;  // the last decision; it ends there, settled or not
    // An interval counts as narrow enough when its half width is at most this share of what matters.
    double half_width = 0.5;
};

// Numbers of replications at which is decided: `first`, then each `growth` times the one before, rounded up to whole
// tens, the last one `most`. InvariantError unless first >= 2, growth > 1 and most >= 1.
std::vector<std::uint32_t> decision_points(const PrecisionRule& rule);

// Of an outcome too rare for a verdict is enough known once at most this share of all futures can differ at all.
inline constexpr double rare_enough = 0.1;

// Whether one declared comparison needs no more replications. Settled verdicts (identical, better, worse, higher,
// lower, real but small, practically the same) need none. Too close to call: when the interval is narrow enough. Too
// rare: when the exact upper bound of the share that differs is at most rare_enough. The summary's interval must be the
// one of the decision's own look.
bool is_precise_enough(const PairedSummary& summary, measures::Direction direction, double matters,
                       const PrecisionRule& rule);

}  // namespace staffsim::stats
