// What a run is given: the county on paper, the rules over time, and the rules under which its people grew up.
#pragma once

#include "sim/engine/policy.hpp"
#include "sim/model/county_plan.hpp"

namespace staffsim::engine {

struct CountyInput {
    CountyPlan plan;
    PolicyTimeline policy;
    // Rules of the warm-up from which the starting people's latent traits are drawn: the policy levers of the root file
    // of the scenario chain with the facts and assumptions of this scenario, without dated changes.
    Policy history;
    int warm_up_years = 60;  // 0: no warm-up, latent traits are drawn fresh
    int warm_up_lives = 20;  // warm-ups with different luck, which replications continue in turn
    int years = 20;
};

}  // namespace staffsim::engine
