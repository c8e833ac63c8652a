// Ability is all there is to performance, and to suitability for a post.
#pragma once

#include "sim/processes/shared/performance.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

inline PerformanceRules ability_alone() {
    PerformanceRules all = defaults(performance_levers());
    all.ability_weight = 1;
    all.skill_weight = all.motivation_weight = 0;
    all.stability = 1;
    all.fit_effect = 0;
    return all;
}

}  // namespace staffsim::tiny
