#include "sim/stats/students_t.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <utility>

#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/remembered.hpp"

namespace staffsim::stats {

namespace {

double rounded_to_30_bits(double x) {
    int exponent = 0;
    const double fraction = std::frexp(x, &exponent);
    return std::ldexp(std::nearbyint(std::ldexp(fraction, 30)), exponent - 30);
}

}  // namespace

double two_sided_t(double level, std::size_t degrees_of_freedom) {
    if (!(level > 0 && level < 1) || degrees_of_freedom < 1) {
        throw InvariantError("two_sided_t: level outside (0, 1) or no degrees of freedom");
    }
    return remembered(std::pair(level, degrees_of_freedom), [&] {
        const boost::math::students_t distribution(static_cast<double>(degrees_of_freedom));
        return rounded_to_30_bits(boost::math::quantile(boost::math::complement(distribution, level / 2)));
    });
}

}  // namespace staffsim::stats
