#include "sim/stats/morris.hpp"

#include <cmath>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/random.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/shuffled.hpp"

namespace staffsim::stats {

Trajectory morris_trajectory(std::size_t factors, std::uint32_t seed, std::size_t number) {
    const Draws draws({seed, 0});
    const EntityKey name = combine(entity_key("morris trajectory"), number);
    // Levels 0 and 1/3 can only move up, 2/3 and 1 only down: the four levels are equally likely to be met.
    UnitPoint start(factors);
    for (std::size_t i = 0; i < factors; ++i) {
        const double u = draws.uniform({combine(name, i)});
        start[i] = std::floor(u * static_cast<double>(morris_levels)) / (static_cast<double>(morris_levels) - 1);
    }
    Trajectory trajectory{{start}, shuffled(factors, draws, name)};
    for (const std::size_t i : trajectory.moved) {
        UnitPoint next = trajectory.points.back();
        next[i] += next[i] < 0.5 ? morris_step : -morris_step;
        trajectory.points.push_back(std::move(next));
    }
    return trajectory;
}

std::vector<ElementaryEffect> elementary_effects(const std::vector<Trajectory>& trajectories,
                                                 std::span<const double> values) {
    if (trajectories.empty()) return {};
    const std::size_t factors = trajectories.front().moved.size();
    if (values.size() != trajectories.size() * (factors + 1)) {
        throw InvariantError("elementary_effects: the values are not those of the trajectories");
    }
    std::vector<std::vector<double>> effects(factors);
    for (std::size_t t = 0; t < trajectories.size(); ++t) {
        const auto own = values.subspan(t * (factors + 1), factors + 1);
        for (std::size_t k = 0; k < factors; ++k) {
            const std::size_t i = trajectories[t].moved[k];
            const double step = trajectories[t].points[k + 1][i] - trajectories[t].points[k][i];
            effects[i].push_back((own[k + 1] - own[k]) / step);
        }
    }
    std::vector<ElementaryEffect> result;
    for (const std::vector<double>& own : effects) {
        ElementaryEffect effect;
        for (const double one : own) {
            effect.mean += one / static_cast<double>(own.size());
            effect.mean_absolute += std::abs(one) / static_cast<double>(own.size());
        }
        effect.spread = std::sqrt(sample_variance(own));
        result.push_back(effect);
    }
    return result;
}

}  // namespace staffsim::stats
