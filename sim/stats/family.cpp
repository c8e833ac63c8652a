#include "sim/stats/family.hpp"

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::stats {

double comparison_level(double alpha, std::size_t family_size, int look) {
    if (!(alpha > 0 && alpha < 1) || family_size < 1 || look < 1) {
        throw InvariantError("comparison_level: alpha outside (0, 1), an empty family or no look");
    }
    const double looks = static_cast<double>(look) * (look + 1.0);
    return alpha / looks / static_cast<double>(family_size);
}

}  // namespace staffsim::stats
