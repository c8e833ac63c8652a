// Invented futures with known means, matched in pairs: drawn by address, so that repetition r is the same study on
// every machine and in whatever order.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/foundation/random.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::coverage {

struct Pairs {
    std::vector<measures::Ratio> baseline, variant;
};

class Luck {
  public:
    Luck(const char* study, std::uint32_t repetition) : draws_({repetition, 0}), entity_(entity_key(study)) {}
    double normal(std::uint32_t future, std::uint16_t sub) const { return draws_.normal(at(future, sub)); }
    double exponential(std::uint32_t future, std::uint16_t sub) const { return draws_.exponential(at(future, sub)); }
    double uniform(std::uint32_t future, std::uint16_t sub) const { return draws_.uniform(at(future, sub)); }

  private:
    DrawAddress at(std::uint32_t future, std::uint16_t sub) const {
        return {entity_, 0, static_cast<std::int32_t>(future), sub};
    }
    Draws draws_;
    EntityKey entity_;
};

// Counts, normal, correlated .8 between the two policies; the variant is `effect` higher.
inline Pairs normal_pairs(const Luck& luck, std::uint32_t n, double effect, std::uint16_t family = 0) {
    Pairs pairs;
    for (std::uint32_t i = 0; i < n; ++i) {
        const auto sub = static_cast<std::uint16_t>(3 * family);
        const double shared = 2 * luck.normal(i, sub);
        pairs.baseline.push_back({10 + shared + luck.normal(i, static_cast<std::uint16_t>(sub + 1)), 1});
        pairs.variant.push_back({10 + effect + shared + luck.normal(i, static_cast<std::uint16_t>(sub + 2)), 1});
    }
    return pairs;
}

// Events over exposure. Exposure is 40 give or take a tenth (the share of a county's people that luck moves), events
// have mean rate x exposure, given the exposure; so the ratio of the means is the rate, exactly.
inline Pairs ratio_pairs(const Luck& luck, std::uint32_t n, double rate, double effect) {
    Pairs pairs;
    const auto future = [](double r, double exposure, double noise) {
        return measures::Ratio{r * exposure + 0.3 * std::sqrt(exposure) * noise, exposure};
    };
    for (std::uint32_t i = 0; i < n; ++i) {
        const double shared = luck.normal(i, 0);
        const double exposure = 40 + 4 * luck.normal(i, 1);
        pairs.baseline.push_back(future(rate, exposure, shared));
        pairs.variant.push_back(
            future(rate + effect, exposure + 2 * luck.normal(i, 2), 0.8 * shared + 0.6 * luck.normal(i, 3)));
    }
    return pairs;
}

// The same with exposure as uneven as it can be: exponential with mean 40 (a handful of people waiting), and events
// whose spread grows with it.
inline Pairs uneven_pairs(const Luck& luck, std::uint32_t n, double rate, double effect) {
    Pairs pairs;
    for (std::uint32_t i = 0; i < n; ++i) {
        const double exposure = 40 * luck.exponential(i, 0);
        const double own = exposure * (0.8 + 0.4 * luck.uniform(i, 1));
        const double shared = luck.exponential(i, 2);
        pairs.baseline.push_back({rate * exposure * shared, exposure});
        pairs.variant.push_back({(rate + effect) * own * (0.5 * shared + 0.5 * luck.exponential(i, 3)), own});
    }
    return pairs;
}

}  // namespace staffsim::coverage
