#include "sim/stats/quantiles.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <limits>
#include <tuple>

#include "sim/stats/ratio.hpp"
#include "sim/stats/remembered.hpp"

namespace staffsim::stats {

std::vector<double> sorted_values(std::span<const measures::Ratio> ratios) {
    std::vector<double> values;
    values.reserve(ratios.size());
    for (const measures::Ratio ratio : ratios) {
        if (const double value = value_of(ratio); has_value(value)) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

namespace {

// Largest number r of values so that P(at most r - 1 of n lie below the quantile) stays within `tail`; 0: none does.
std::size_t lower_rank(std::size_t n, double probability, double tail) {
    const boost::math::binomial_distribution<double> below(static_cast<double>(n), probability);
    std::size_t rank = 0, too_many = n;
    while (rank < too_many) {
        const std::size_t middle = rank + (too_many - rank) / 2;
        const bool stays = boost::math::cdf(below, static_cast<double>(middle)) <= tail;
        (stays ? rank : too_many) = stays ? middle + 1 : middle;
    }
    return rank;
}

// With the ranks of `independent` values, at most as many as there are.
QuantileRange ranged(std::span<const double> sorted, double probability, double level, std::size_t independent) {
    QuantileRange range{quantile_of_sorted(sorted, probability), {}, {}};
    if (sorted.empty() || probability <= 0 || probability >= 1) return range;
    const auto rank = [&](double below) {
        const std::size_t of_independent = remembered(std::tuple(independent, below, level / 2),
                                                      [&] { return lower_rank(independent, below, level / 2); });
        return of_independent * sorted.size() / independent;
    };
    const std::size_t low = rank(probability), high = rank(1 - probability);  // the same, seen from above
    if (low > 0) range.low = sorted[low - 1];
    if (high > 0) range.high = sorted[sorted.size() - high];
    return range;
}

// Futures that would say as much of the share at most `quantile` independently. Those without a value weigh nothing.
std::size_t independent_futures(std::span<const double> by_future, Pasts pasts, std::size_t with_value,
                                double quantile) {
    const auto below =
        static_cast<double>(std::ranges::count_if(by_future, [=](double one) { return one <= quantile; }));
    const double share = below / static_cast<double>(with_value);
    std::vector<double> is_below;
    for (const double one : by_future) is_below.push_back(has_value(one) ? (one <= quantile ? 1.0 : 0.0) : share);
    const double kept = static_cast<double>(effective_futures(is_below, pasts)) / static_cast<double>(by_future.size());
    return std::max<std::size_t>(1, static_cast<std::size_t>(kept * static_cast<double>(with_value)));
}

}  // namespace

QuantileRange quantile_range(std::span<const double> sorted, double probability, double level) {
    return ranged(sorted, probability, level, sorted.size());
}

std::vector<QuantileRange> quantile_ranges(std::span<const double> by_future, Pasts pasts,
                                           std::span<const double> probabilities, double level) {
    std::vector<double> sorted(by_future.begin(), by_future.end());
    std::erase_if(sorted, [](double one) { return !has_value(one); });
    std::ranges::sort(sorted);
    std::vector<QuantileRange> ranges;
    for (const double probability : probabilities) {
        const double quantile = quantile_of_sorted(sorted, probability);
        const bool is_shared = !sorted.empty() && pasts.shared_by(by_future.size());
        ranges.push_back(
            ranged(sorted, probability, level,
                   is_shared ? independent_futures(by_future, pasts, sorted.size(), quantile) : sorted.size()));
    }
    return ranges;
}

double quantile_of_sorted(std::span<const double> sorted, double probability) {
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double position = probability * static_cast<double>(sorted.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(position), sorted.size() - 1);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::vector<double> quantiles(std::span<const measures::Ratio> ratios, std::span<const double> probabilities) {
    const std::vector<double> values = sorted_values(ratios);
    std::vector<double> result;
    for (const double probability : probabilities) result.push_back(quantile_of_sorted(values, probability));
    return result;
}

}  // namespace staffsim::stats
