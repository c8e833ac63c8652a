// Planned exchange between county organs and townships, and front-line exercise of outstanding young staff. Exchange is
// a secondment: the place stays at home, the chair is empty, the host gains hands. Who goes where is an optimal
// assignment with weights that a planner sets. Left out here: transfer of the place, ad hoc borrowing (later issue).
#pragma once

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct ExchangeRules {
    int pairs_per_year;
    MonthDay day;
    double term_years, min_service_years, min_years_between, max_age;
    int max_away_per_unit;
    double need_weight, skill_weight, distance_weight;
    double learning_per_year, learning_ceiling;
    Money cost_per_year;
};
const levers::Table<ExchangeRules>& exchange_levers();

struct FrontLineRules {
    int places_per_township;
    MonthDay day;
    double term_years, max_age, presence_at_home;
    int excellent_within_years;
    double learning_per_year, learning_ceiling;
    Money cost_per_year;
};
const levers::Table<FrontLineRules>& front_line_levers();

// The year's cycle: as many pairs as are planned and as both sides have candidates for.
void plan_exchange(const RulesView<ExchangeRules>& rules, World& world);
// The year's front-line exercise: fills the places of each township that are free.
void plan_front_line(const RulesView<FrontLineRules>& rules, World& world);
// The term is over: what was learned, and home.
void end_assignment(const ExchangeRules& exchange, const FrontLineRules& front_line, World& world, PersonId person);

}  // namespace staffsim
