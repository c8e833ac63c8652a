#include "sim/stats/precision.hpp"

#include <algorithm>
#include <cmath>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::stats {

namespace {

std::uint32_t in_whole_tens(double n) { return static_cast<std::uint32_t>(std::ceil(n / 10 - 1e-9)) * 10; }

}  // namespace

std::vector<std::uint32_t> decision_points(const PrecisionRule& rule) {
    if (rule.first < 2 || !(rule.growth > 1) || rule.most < 1) {
        throw InvariantError("decision_points: fewer than two replications first, or no growth");
    }
    std::vector<std::uint32_t> points;
    for (std::uint32_t n = rule.first; n < rule.most;
         n = std::max(n + 10, in_whole_tens(static_cast<double>(n) * rule.growth))) {
        points.push_back(n);
    }
    points.push_back(rule.most);
    return points;
}

bool is_precise_enough(const PairedSummary& summary, measures::Direction direction, double matters,
                       const PrecisionRule& rule) {
    const Verdict verdict = verdict_of(summary, direction, matters);
    if (verdict == Verdict::too_rare) return summary.differing_high <= rare_enough;
    if (verdict != Verdict::too_close) return true;
    return (summary.high - summary.low) / 2 <= rule.half_width * matters;
}

}  // namespace staffsim::stats
