#include <boost/random/sobol.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/random.hpp"
#include "sim/stats/unit_points.hpp"

namespace staffsim::stats {

namespace {

std::vector<std::uint32_t> digital_shift(std::size_t dimension, std::uint32_t seed) {
    const Draws draws({seed, 0});
    std::vector<std::uint32_t> shift(dimension);
    for (std::size_t d = 0; d < dimension; ++d) shift[d] = draws.block({combine(entity_key("sobol points"), d)})[0];
    return shift;
}

}  // namespace

std::vector<UnitPoint> sobol_points(std::size_t dimension, std::size_t count, std::uint32_t seed) {
    if (dimension < 1 || dimension > boost::random::default_sobol_table::max_dimension) {
        throw InvariantError("sobol_points: no dimension, or more than the library's table has");
    }
    boost::random::sobol_engine<std::uint32_t, 32> sequence(dimension);
    const std::vector<std::uint32_t> shift = digital_shift(dimension, seed);
    std::vector<UnitPoint> points(count, UnitPoint(dimension));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t d = 0; d < dimension; ++d) {
            // The library leaves out the origin, without which the first 2^k points are no net.
            points[i][d] = Draws::to_uniform((i == 0 ? 0 : sequence()) ^ shift[d]);
        }
    }
    return points;
}

}  // namespace staffsim::stats
