// Discipline: misconduct that is found and punished. A hazard moved by integrity and the year's attention leads to one
// of six sanctions with their legal periods; dismissal is an exit. Left out here: supervision, complaints, inquiry, and
// that demotion and removal lower grade and post (later issue).
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct ConductRules {
    double sanction;                 // per year
    std::array<double, 6> severity;  // warning … dismissal
    double integrity_effect;         // log hazard per z less integrity
};
const levers::Table<ConductRules>& conduct_levers();

// Legal period in months: promotion is barred, and pay steps from demerit on.
int sanction_months(Sanction kind);
void refresh_sanction_hazard(const ConductRules& rules, World& world, PersonId person);
// The sanction hazard fired. Returns true when the person is dismissed (the caller lets the person leave).
bool impose_sanction(const ConductRules& rules, World& world, PersonId person);

}  // namespace staffsim
