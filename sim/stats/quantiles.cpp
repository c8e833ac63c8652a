#include "sim/stats/quantiles.hpp"

#include <algorithm>
#include <limits>

#include "sim/stats/ratio.hpp"

namespace staffsim::stats {

namespace {

std::vector<double> sorted_values(std::span<const measures::Ratio> ratios) {
    std::vector<double> values;
    values.reserve(ratios.size());
    for (const measures::Ratio ratio : ratios) {
        if (const double value = value_of(ratio); has_value(value)) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace

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
