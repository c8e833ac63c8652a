// Work motivation: everybody returns to an own disposition; relative pay, results, promotions and lost competitions
// push it up or down for a while.
#pragma once

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct MotivationRules {
    bool enabled;
    double reversion;   // per year
    double pay_effect;  // z per log point of relative pay
    double pay_centre;
    double excellent_effect;  // z
    double poor_result_effect;
    double promotion_effect;
    double lost_competition_effect;
    double incentive_effect;  // z per unit of stakes x fairness
    double fairness_centre;
    double service_load_effect;  // z per log load of citizens' matters
    double stagnation_effect;    // z, target shift after ten years at the lowest tier
};
const levers::Table<MotivationRules>& motivation_levers();

// What an assessment gives to feel about: how much hangs on results, 0 to 1, and the new one. Nothing where nobody is
// assessed.
struct AssessmentFelt {
    double stakes = 0;
    Result result = Result::none;
};
// Once a year, after the assessment where there is one; whether motivation changed. Results that matter motivate where
// they are fair and demotivate where they are not.
bool review_motivation(const MotivationRules& rules, World& world, PersonId person, AssessmentFelt felt);
void lose_competition(const MotivationRules& rules, World& world, PersonId person);
void win_promotion(const MotivationRules& rules, World& world, PersonId person);
// Came home from far away: `fall` is how much motivation suffered, z.
void bear_family_burden(const MotivationRules& rules, World& world, PersonId person, double fall);

}  // namespace staffsim
