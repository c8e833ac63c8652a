#include "sim/stats/best.hpp"

#include <algorithm>

#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::stats {

namespace {

void count_best(std::span<const double> values, measures::Direction direction, BestCounts& counts) {
    const bool higher = direction == measures::Direction::higher_better;
    const double best = higher ? std::ranges::max(values) : std::ranges::min(values);
    std::vector<std::uint32_t>& count = std::ranges::count(values, best) == 1 ? counts.alone : counts.shared;
    for (std::size_t policy = 0; policy < values.size(); ++policy) count[policy] += values[policy] == best;
}

}  // namespace

BestCounts best_counts(std::span<const std::vector<measures::Ratio>> by_policy, measures::Direction direction) {
    if (direction == measures::Direction::neutral) throw InvariantError("a neutral outcome has no best policy");
    BestCounts counts{std::vector<std::uint32_t>(by_policy.size()), std::vector<std::uint32_t>(by_policy.size()), 0};
    if (by_policy.empty()) return counts;
    std::vector<double> values(by_policy.size());
    for (const auto& futures : by_policy) {
        if (futures.size() != by_policy.front().size()) throw InvariantError("policies with different futures");
    }
    for (std::size_t future = 0; future < by_policy.front().size(); ++future) {
        for (std::size_t policy = 0; policy < by_policy.size(); ++policy) {
            values[policy] = value_of(by_policy[policy][future]);
        }
        if (!std::ranges::all_of(values, has_value)) continue;
        count_best(values, direction, counts);
        ++counts.futures;
    }
    return counts;
}

}  // namespace staffsim::stats
