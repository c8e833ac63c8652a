#include "sim/stats/paired.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/proportion.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/rounding.hpp"

namespace staffsim::stats {

namespace {

using Ratios = std::span<const measures::Ratio>;

enum class Pair { equal, win, loss };

// Not lived alike: the sums of one future differ by more than rounding.
bool is_discordant(measures::Ratio baseline, measures::Ratio variant) {
    return differ(baseline.numerator, variant.numerator) || differ(baseline.denominator, variant.denominator);
}

Pair pair_of(measures::Ratio baseline, measures::Ratio variant, bool lower_wins) {
    const double before = value_of(baseline);
    const double after = value_of(variant);
    if (!differ(before, after)) return Pair::equal;
    return (after > before) == lower_wins ? Pair::loss : Pair::win;
}

void count_pairs(PairedSummary& summary, Ratios baseline, Ratios variant, measures::Direction direction, Pasts pasts) {
    const bool lower_wins = direction == measures::Direction::lower_better;
    std::vector<double> won(baseline.size()), lost(baseline.size());
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        summary.discordant += is_discordant(baseline[i], variant[i]);
        const Pair pair = pair_of(baseline[i], variant[i], lower_wins);
        summary.wins += pair == Pair::win;
        summary.losses += pair == Pair::loss;
        won[i] = pair == Pair::win;
        lost[i] = pair == Pair::loss;
    }
    summary.ties = summary.replications - summary.wins - summary.losses;
    summary.effective_futures = std::min(effective_futures(won, pasts), effective_futures(lost, pasts));
}

// Gains are counted in the good direction. The two regrets differ by the mean of the futures' own differences.
void add_regret(PairedSummary& summary, Ratios baseline, Ratios variant, measures::Direction direction) {
    const double sign = direction == measures::Direction::lower_better ? -1 : 1;
    double ahead = 0, behind = 0;
    std::uint32_t pairs = 0;
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        const double gain = sign * (value_of(variant[i]) - value_of(baseline[i]));
        if (!has_value(gain)) continue;
        ++pairs;
        (gain > 0 ? ahead : behind) += std::abs(gain);
    }
    const bool is_known = pairs > 0 && direction != measures::Direction::neutral;
    summary.regret_of_variant = is_known ? behind / pairs : no_value;
    summary.regret_of_baseline = is_known ? ahead / pairs : no_value;
}

void add_differing(PairedSummary& summary, double level) {
    const ShareRange range = exact_range(summary.discordant, summary.replications, level);
    summary.differing_low = range.low;
    summary.differing_high = range.high;
}

void add_probability(PairedSummary& summary) {
    const double share = summary.replications == 0 ? no_value : double(summary.wins) / summary.replications;
    const std::uint32_t futures = summary.effective_futures;
    const ShareRange range = futures == 0 ? ShareRange{} : wilson_range(share * futures, futures);
    summary.probability_better = share;
    summary.probability_low = range.low;
    summary.probability_high = range.high;
}

std::vector<double> paired_differences(const LinearisedRatio& baseline, const LinearisedRatio& variant) {
    std::vector<double> differences(baseline.influence.size());
    for (std::size_t i = 0; i < differences.size(); ++i) {
        differences[i] = variant.influence[i] - baseline.influence[i];
    }
    return differences;
}

// Nothing but rounding between the two.
bool is_same(const LinearisedRatio& baseline, const LinearisedRatio& variant) {
    const double level = std::max(std::abs(baseline.estimate), std::abs(variant.estimate));
    return is_rounding(variant.estimate - baseline.estimate, paired_differences(baseline, variant), level);
}

void add_interval(PairedSummary& summary, std::span<const double> differences, double level, Pasts pasts) {
    summary.difference = summary.value - summary.baseline;
    const MeanError error = error_of_mean(differences, pasts, level);
    summary.standard_error = error.standard_error;
    summary.lasting_variance = lasting_variance_of_mean(differences, pasts);
    summary.low = summary.difference - error.half_width;
    summary.high = summary.difference + error.half_width;
}

}  // namespace

PairedSummary paired_summary(Ratios baseline, Ratios variant, measures::Direction direction, double level,
                             Pasts pasts) {
    if (baseline.size() != variant.size()) throw InvariantError("paired_summary: replications are not matched");
    const LinearisedRatio before = linearised(baseline);
    LinearisedRatio after = linearised(variant);
    if (is_same(before, after)) {
        variant = baseline;
        after = before;
    }
    PairedSummary summary;
    summary.replications = static_cast<std::uint32_t>(baseline.size());
    summary.pasts = static_cast<std::uint32_t>(pasts.among(baseline.size()));
    count_pairs(summary, baseline, variant, direction, pasts);
    add_probability(summary);
    add_regret(summary, baseline, variant, direction);
    add_differing(summary, level);
    summary.baseline = before.estimate;
    summary.value = after.estimate;
    if (summary.discordant == 0) return summary;
    const std::vector<double> differences = paired_differences(before, after);
    add_interval(summary, differences, level, pasts);
    const double variance = sample_variance(differences);
    const double unmatched = sample_variance(before.influence) + sample_variance(after.influence);
    if (variance > 0) summary.variance_factor = unmatched / variance;
    return summary;
}

PairedSummary turned(const PairedSummary& summary) {
    PairedSummary turned = summary;
    std::swap(turned.baseline, turned.value);
    std::swap(turned.regret_of_variant, turned.regret_of_baseline);
    std::swap(turned.wins, turned.losses);
    turned.difference = 0 - summary.difference;
    turned.low = 0 - summary.high;
    turned.high = 0 - summary.low;
    add_probability(turned);
    turned.more_needed = 0;
    return turned;
}

}  // namespace staffsim::stats
