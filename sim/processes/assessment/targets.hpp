// One-veto targets of responsibility systems: who misses one can not be excellent, or is capped lower still, unless the
// superior waives it. Somebody misses one by luck and by lack of performance.
#pragma once

#include <span>

#include "sim/foundation/real.hpp"
#include "sim/processes/assessment/pool.hpp"

namespace staffsim {

class Targets {
  public:
    explicit Targets(const TargetRules& rules);

    // Caps a result by target `k` if it is missed. `luck`: uniform, of that person and target.
    void hold(World& world, std::int32_t year, int k, double luck, Rated& rated) const {
        if (is_missed(rated.truth, luck)) miss(world, year, k, rated);
    }

  private:
    // Most people are far from missing one, whatever their luck is exactly.
    bool is_missed(double truth, double luck) const {
        const double by_truth = rules_.dependence * truth;
        if (by_truth + luck_sd_ * bounds_.at_least(luck) >= threshold_) return false;
        return by_truth + luck_sd_ * inverse_normal(luck) < threshold_;
    }
    void miss(World& world, std::int32_t year, int k, Rated& rated) const;

    const TargetRules& rules_;
    const NormalBounds& bounds_ = normal_bounds();
    double threshold_, luck_sd_;
};

}  // namespace staffsim
