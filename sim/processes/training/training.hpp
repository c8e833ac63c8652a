// Training: planned days a year by kind raise three skills towards a ceiling and fade without use. Training's total
// contribution to a skill is capped, so that no amount of it makes everybody outstanding. Everybody has a training day
// of their own in the year.
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct TrainingRules {
    std::array<double, skill_count> days;  // a year: administration, law, mass work
    double covered;                        // share of staff covered
    double gain_per_10_days;               // z, far from the ceiling
    double decay;                          // per year
    double ceiling;                        // z, training's total contribution
    double learning_effect;                // log gain per z of learning motivation
    Money cost_per_day;
};
const levers::Table<TrainingRules>& training_levers();

// Day of the year (0..364) of a person's training, the same under every policy.
std::uint32_t training_day(EntityKey person);
// One year's training and fading of one person.
void train(const TrainingRules& rules, World& world, PersonId person);

}  // namespace staffsim
