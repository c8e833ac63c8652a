// True performance: what somebody really contributes, as far as this model goes. Nobody in the county sees it;
// assessments and competitions see noisy signs of it.
#pragma once

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct PerformanceRules {
    double ability_weight, skill_weight, motivation_weight;
    double stability;  // year-to-year correlation of true performance at constant traits
};
const levers::Table<PerformanceRules>& performance_levers();

// Lasting part of true performance, about N(0,1) in the baseline.
double potential(const PerformanceRules& rules, const Traits& traits);
// Potential mixed with the luck of a calendar year.
double performance_in_year(const PerformanceRules& rules, const World& world, PersonId person, std::int32_t year);

}  // namespace staffsim
