#include "sim/stats/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace staffsim::stats {

bool differ(double a, double b) { return std::abs(a - b) > rounding_share * std::max(std::abs(a), std::abs(b)); }

bool is_rounding(double difference, std::span<const double> influence, double level) {
    const double bound = rounding_share * std::abs(level);
    return std::abs(difference) <= bound &&
           std::ranges::all_of(influence, [=](double one) { return std::abs(one) <= bound; });
}

}  // namespace staffsim::stats
