// Training: planned days a year by kind raise three skills towards a ceiling and fade without use. Training's total
// contribution to a skill is capped, so that no amount of it makes everybody outstanding. Everybody has a training day
// of their own in the year.
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

// A day of their own for everybody, spread over the year, or half a year after the anniversary of entry (textbook
// models).
enum class TrainingTiming : std::uint8_t { spread, half_year_after_entry };

struct TrainingRules {
    std::array<double, skill_count> days;  // a year: administration, law, mass work
    double covered;                        // share of staff covered
    double gain_per_10_days;               // z, far from the ceiling
    double decay;                          // per year
    double ceiling;                        // z, training's total contribution
    double learning_effect;                // log gain per z of learning motivation
    Money cost_per_day;
    TrainingTiming timing;
    double luck;  // share of a gain that is multiplied by a unit exponential
};
const levers::Table<TrainingRules>& training_levers();

// Day of the year (0..364) of a person's training.
std::uint32_t training_day(const TrainingRules& rules, const PersonCold& person);
// The unit exponentials of training's luck in a calendar year, by slot as far as there is room, or of one person;
// needed when the rules' luck is above 0.
void draw_training_luck(const World& world, std::int32_t year, std::span<double> luck);
double training_luck(const World& world, std::int32_t year, PersonId person);
// One year's training and fading of one person. `luck`: the person's of this calendar year.
void train(const TrainingRules& rules, World& world, PersonId person, double luck = 1);

}  // namespace staffsim
