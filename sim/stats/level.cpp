#include "sim/stats/level.hpp"

#include <cmath>

#include "sim/stats/ratio.hpp"
#include "sim/stats/students_t.hpp"

namespace staffsim::stats {

LevelSummary level_summary(std::span<const measures::Ratio> ratios, Pasts pasts, double level) {
    const LinearisedRatio ratio = linearised(ratios);
    const double standard_error = std::sqrt(variance_of_mean(ratio.influence, pasts));
    const double half = has_value(standard_error)
                            ? two_sided_t(level, pasts.among(ratios.size()) - 1) * standard_error
                            : standard_error;
    return {static_cast<std::uint32_t>(ratios.size()), ratio.estimate, standard_error, ratio.estimate - half,
            ratio.estimate + half};
}

}  // namespace staffsim::stats
