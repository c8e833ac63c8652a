#include <numeric>
#include <utility>

#include "sim/foundation/random.hpp"
#include "sim/stats/shuffled.hpp"
#include "sim/stats/unit_points.hpp"

namespace staffsim::stats {

std::vector<UnitPoint> latin_hypercube(std::size_t dimension, std::size_t count, std::uint32_t seed) {
    const Draws draws({seed, 0});
    std::vector<UnitPoint> points(count, UnitPoint(dimension));
    for (std::size_t d = 0; d < dimension; ++d) {
        const EntityKey coordinate = combine(entity_key("latin hypercube"), d);
        const std::vector<std::size_t> stratum = shuffled(count, draws, coordinate);
        for (std::size_t i = 0; i < count; ++i) {
            const double within = draws.uniform({combine(coordinate, i)});
            points[i][d] = (static_cast<double>(stratum[i]) + within) / static_cast<double>(count);
        }
    }
    return points;
}

}  // namespace staffsim::stats
