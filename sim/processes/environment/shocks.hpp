// What happens to the whole county in a year: outside wages, workload, attention to discipline. Drawn by county and
// calendar year, so every policy meets the same years, and luck is not understated by treating people as independent.
#pragma once

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct EnvironmentRules {
    double outside_wage_sd, workload_sd, attention_sd;
    bool shocks;
};
const levers::Table<EnvironmentRules>& environment_levers();

// All zero when shocks are switched off.
CountyShocks shocks_of_year(const EnvironmentRules& rules, const Draws& draws, EntityKey county, std::int32_t year);

}  // namespace staffsim
