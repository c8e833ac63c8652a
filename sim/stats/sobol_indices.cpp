#include "sim/stats/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/random.hpp"
#include "sim/stats/quantiles.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::stats {

namespace {

// What a block adds to the sums from which shares are made.
struct Block {
    double a = 0, b = 0;        // centred
    std::vector<double> mixed;  // by factor, centred
    double first(std::size_t i) const { return b * (mixed[i] - a); }
    double total(std::size_t i) const { return (a - mixed[i]) * (a - mixed[i]) / 2; }
};

double mean_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<Block> blocks_of(std::span<const double> values, std::size_t factors, double mean) {
    std::vector<Block> blocks(values.size() / (factors + 2));
    for (std::size_t j = 0; j < blocks.size(); ++j) {
        const auto own = values.subspan(j * (factors + 2), factors + 2);
        blocks[j] = {own[0] - mean, own[1] - mean, {}};
        for (std::size_t i = 0; i < factors; ++i) blocks[j].mixed.push_back(own[i + 2] - mean);
    }
    return blocks;
}

struct Shares {
    double variance = 0;
    std::vector<double> first, total;
};

// `chosen`: which block stands at each place, for the bootstrap.
Shares shares_of(const std::vector<Block>& blocks, std::span<const std::size_t> chosen, std::size_t factors) {
    Shares shares{0, std::vector<double>(factors), std::vector<double>(factors)};
    double sum = 0, squares = 0;
    for (const std::size_t j : chosen) {
        const Block& block = blocks[j];
        sum += block.a + block.b;
        squares += block.a * block.a + block.b * block.b;
        for (std::size_t i = 0; i < factors; ++i) {
            shares.first[i] += block.first(i);
            shares.total[i] += block.total(i);
        }
    }
    const double count = static_cast<double>(chosen.size());
    const double mean = sum / (2 * count);
    shares.variance = squares / (2 * count) - mean * mean;
    const double scale = shares.variance > 0 ? 1 / (count * shares.variance) : 0;
    for (std::size_t i = 0; i < factors; ++i) {
        shares.first[i] *= scale;
        shares.total[i] *= scale;
    }
    return shares;
}

std::vector<std::size_t> resampled(std::size_t blocks, std::size_t sample, const Draws& draws) {
    const EntityKey name = combine(entity_key("sobol bootstrap"), sample);
    std::vector<std::size_t> chosen(blocks);
    for (std::size_t j = 0; j < blocks; ++j) {
        chosen[j] = static_cast<std::size_t>(draws.uniform({combine(name, j)}) * static_cast<double>(blocks));
    }
    return chosen;
}

ShareEstimate estimate(double value, std::vector<double>& samples, double level) {
    std::sort(samples.begin(), samples.end());
    return {value, quantile_of_sorted(samples, level / 2), quantile_of_sorted(samples, 1 - level / 2)};
}

}  // namespace

std::vector<UnitPoint> saltelli_points(std::size_t factors, std::size_t blocks, std::uint32_t seed) {
    std::vector<UnitPoint> points;
    points.reserve(blocks * (factors + 2));
    for (const UnitPoint& both : sobol_points(2 * factors, blocks, seed)) {
        const auto middle = both.begin() + static_cast<std::ptrdiff_t>(factors);
        const UnitPoint a(both.begin(), middle);
        const UnitPoint b(middle, both.end());
        points.push_back(a);
        points.push_back(b);
        for (std::size_t i = 0; i < factors; ++i) {
            points.push_back(a);
            points.back()[i] = b[i];
        }
    }
    return points;
}

SobolIndices sobol_indices(std::span<const double> values, std::size_t factors, std::uint32_t seed, double level) {
    if (factors < 1 || values.empty() || values.size() % (factors + 2) != 0) {
        throw InvariantError("sobol_indices: the values are not those of a Saltelli design");
    }
    const double mean = mean_of(values);
    const std::vector<Block> blocks = blocks_of(values, factors, mean);
    std::vector<std::size_t> own(blocks.size());
    std::iota(own.begin(), own.end(), std::size_t{0});
    const Shares shares = shares_of(blocks, own, factors);
    std::vector<std::vector<double>> first(factors), total(factors);
    const Draws draws({seed, 0});
    for (std::size_t sample = 0; sample < bootstrap_samples; ++sample) {
        const Shares again = shares_of(blocks, resampled(blocks.size(), sample, draws), factors);
        for (std::size_t i = 0; i < factors; ++i) {
            first[i].push_back(again.first[i]);
            total[i].push_back(again.total[i]);
        }
    }
    SobolIndices result{mean, shares.variance, {}, {}};
    for (std::size_t i = 0; i < factors; ++i) {
        result.first.push_back(estimate(shares.first[i], first[i], level));
        result.total.push_back(estimate(shares.total[i], total[i], level));
    }
    return result;
}

double noise_share(std::span<const double> values, std::span<const double> standard_errors) {
    const double variance = sample_variance(values);
    if (!(variance > 0)) return 0;
    double squares = 0;
    for (const double error : standard_errors) squares += has_value(error) ? error * error : 0;
    return squares / static_cast<double>(standard_errors.size()) / variance;
}

}  // namespace staffsim::stats
