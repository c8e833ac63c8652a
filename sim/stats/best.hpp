// How often each of several policies comes out best when all live the same futures. Describes luck, not averages: a
// policy can be better on average and still be the best in fewer than half of the futures. "Under matched luck": the
// counts depend on how the futures are matched, so they never decide a verdict.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/measures/outcome.hpp"

namespace staffsim::stats {

// In how many futures each policy is alone the best, and in how many it shares the best value with others; [policy].
// `by_policy`: one Ratio per future and policy, the same futures in the same order. Futures in which a policy has no
// value are left out; `futures` says how many remained. Neutral outcomes have no best: InvariantError. InvariantError
// also when lengths differ.
struct BestCounts {
    std::vector<std::uint32_t> alone, shared;
    std::uint32_t futures = 0;
};
BestCounts best_counts(std::span<const std::vector<measures::Ratio>> by_policy, measures::Direction direction);

}  // namespace staffsim::stats
