#include "sim/stats/settle.hpp"

#include <algorithm>
#include <cmath>

#include "sim/stats/ratio.hpp"
#include "sim/stats/students_t.hpp"

namespace staffsim::stats {

namespace {

constexpr double most = 1e9;

// From n replications to n * growth, rounded up, at least one.
std::uint32_t still_needed(double n, double growth) {
    return static_cast<std::uint32_t>(std::clamp(std::ceil(n * growth) - n, 1.0, most));
}

std::uint32_t until_discordant(const PairedSummary& summary) {
    return still_needed(summary.replications, static_cast<double>(discordant_needed) / summary.discordant);
}

std::uint32_t until_clear(const PairedSummary& summary, double matters, double next_level) {
    if (!has_value(summary.low)) return 0;
    const double distance = std::abs(summary.difference);
    const double target = std::max(distance, matters - distance);
    if (!(target > 0)) return 0;
    const double error = target / two_sided_t(next_level, summary.pasts - 1);
    const double shrinking = summary.standard_error * summary.standard_error - summary.lasting_variance;
    const double wanted = error * error - summary.lasting_variance;
    return wanted > 0 ? still_needed(summary.replications, shrinking / wanted) : 0;
}

}  // namespace

std::uint32_t more_needed(const PairedSummary& summary, double matters, double next_level) {
    const Verdict verdict = verdict_of(summary, measures::Direction::neutral, matters);
    if (verdict == Verdict::too_rare) return summary.discordant == 0 ? 0 : until_discordant(summary);
    if (verdict == Verdict::too_close) return until_clear(summary, matters, next_level);
    return 0;
}

}  // namespace staffsim::stats
