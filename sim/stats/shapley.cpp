#include "sim/stats/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/rounding.hpp"

namespace staffsim::stats {

namespace {

double factorial(std::size_t n) {
    double product = 1;
    for (std::size_t i = 2; i <= n; ++i) product *= static_cast<double>(i);
    return product;
}

void check(std::size_t parts, std::size_t part) {
    if (parts < 1 || parts > most_parts || part >= parts) {
        throw InvariantError("shapley: no part, too many parts, or a part that is none of them");
    }
}

bool contains(std::size_t set, std::size_t part) { return (set >> part & 1) != 0; }

}  // namespace

std::vector<Contrast> shapley_value(std::size_t parts, std::size_t part) {
    check(parts, part);
    std::vector<Contrast> contrasts;
    for (std::size_t others = 0; others < std::size_t{1} << parts; ++others) {
        if (contains(others, part)) continue;
        const auto size = static_cast<std::size_t>(std::popcount(others));
        const double weight = factorial(size) * factorial(parts - size - 1) / factorial(parts);
        contrasts.push_back({weight, others | std::size_t{1} << part, others, 0, 0});
    }
    return contrasts;
}

std::vector<Contrast> shapley_interaction(std::size_t parts, std::size_t a, std::size_t b) {
    check(parts, a);
    check(parts, b);
    if (a == b) throw InvariantError("shapley: a part does not interact with itself");
    const std::size_t bit_a = std::size_t{1} << a, bit_b = std::size_t{1} << b;
    std::vector<Contrast> contrasts;
    for (std::size_t others = 0; others < std::size_t{1} << parts; ++others) {
        if (contains(others, a) || contains(others, b)) continue;
        const auto size = static_cast<std::size_t>(std::popcount(others));
        const double weight = factorial(size) * factorial(parts - size - 2) / factorial(parts - 1);
        contrasts.push_back({weight, others | bit_a | bit_b, others | bit_a, others | bit_b, others});
    }
    return contrasts;
}

ContrastSum contrast_sum(std::span<const Contrast> contrasts, const std::vector<std::vector<measures::Ratio>>& by_set,
                         Pasts pasts, double level) {
    const std::size_t replications = by_set.empty() ? 0 : by_set.front().size();
    std::vector<LinearisedRatio> worth;
    for (const std::vector<measures::Ratio>& ratios : by_set) {
        if (ratios.size() != replications) throw InvariantError("contrast_sum: replications are not matched");
        worth.push_back(linearised(ratios));
    }
    ContrastSum sum;
    std::vector<double> influence(replications, 0.0);
    for (const Contrast& c : contrasts) {
        const LinearisedRatio &with = worth.at(c.with), &without = worth.at(c.without);
        const LinearisedRatio &other_with = worth.at(c.other_with), &other_without = worth.at(c.other_without);
        sum.value += c.weight * ((with.estimate - without.estimate) - (other_with.estimate - other_without.estimate));
        for (std::size_t r = 0; r < replications; ++r) {
            influence[r] += c.weight * ((with.influence[r] - without.influence[r]) -
                                        (other_with.influence[r] - other_without.influence[r]));
        }
    }
    double size = 0;
    for (const LinearisedRatio& one : worth) size = std::max(size, std::abs(one.estimate));
    if (replications >= 2 && is_rounding(sum.value, influence, size)) return {};
    const MeanError error = error_of_mean(influence, pasts, level);
    sum.standard_error = error.standard_error;
    sum.low = sum.value - error.half_width;
    sum.high = sum.value + error.half_width;
    return sum;
}

}  // namespace staffsim::stats
