// Leaving by personal causes: proportional hazards on what a person can feel (relative pay, workload, visible prospect,
// motivation, distance), and statutory retirement by birth date and sex. Base hazards are population rates of the
// baseline; covariates are centred there. With behaviour off only the base hazards remain and the model is a textbook
// one.
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct RetentionRules {
    bool behaviour;
    // statutory retirement
    bool retirement, retirement_reform;
    int age_men, age_women;
    // base hazards, per year
    double resignation, early_retirement, death;
    std::array<double, 3> moved_above;  // under 35, 35 to 44, 45 and over
    bool early_retirement_needs_service;
    int moved_above_seats;  // a year, whole county
    // effects
    double pay_elasticity, pay_centre;
    double workload_effect, workload_centre;
    double prospect_effect, prospect_centre;
    double motivation_effect, taste_effect, distance_effect, distance_centre, native_effect;
    double moved_above_pay_share;
    double prospect_half_life;  // years over which openings are remembered
};
const levers::Table<RetentionRules>& retention_levers();

// Retirement law: delay of the reform of 2025 in months for a birth month (theory I); 0 when the reform is off.
int retirement_delay_months(bool reform, Sex sex, Day birth);
// Day on which the statutory age is reached.
Day statutory_retirement(const RetentionRules& rules, Sex sex, Day birth);

// Factors on the hazards of everybody in a unit this month.
struct UnitPressure {
    std::array<double, hazard_cause_count> factor{1, 1, 1, 1, 1};
};
UnitPressure unit_pressure(const RetentionRules& rules, const World& world, UnitId unit);
// Workload: log of places over hands present, with the year's shock; 0 when every place is staffed.
double workload(const World& world, UnitId unit);

// Yearly hazards of a person before the unit's factor, from what the person is as of the month. Leaves the sanction
// hazard alone. The second does only what changes by growing older.
void refresh_personal_hazards(const RetentionRules& rules, World& world, PersonId person);
void refresh_hazards_by_age(const RetentionRules& rules, World& world, PersonId person);
// Draws the thresholds of a new spell for every cause.
void begin_spells(World& world, PersonId person);
void begin_spell(World& world, PersonId person, HazardCause cause);
// Sets today's rates and asks for an event for each cause that falls due by `next_review`, that day included.
void update_rates(const UnitPressure& pressure, World& world, PersonId person, Day next_review);

}  // namespace staffsim
