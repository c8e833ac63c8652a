#include "sim/stats/level.hpp"

#include "sim/stats/ratio.hpp"

namespace staffsim::stats {

LevelSummary level_summary(std::span<const measures::Ratio> ratios, Pasts pasts, double level) {
    const LinearisedRatio ratio = linearised(ratios);
    const auto [standard_error, half] = error_of_mean(ratio.influence, pasts, level);
    return {static_cast<std::uint32_t>(ratios.size()), ratio.estimate, standard_error, ratio.estimate - half,
            ratio.estimate + half};
}

}  // namespace staffsim::stats
