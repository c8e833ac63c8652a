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
    double added_period;             // share of the period of a further sanction that is added
};
const levers::Table<ConductRules>& conduct_levers();

// Legal period in months: promotion is barred, and pay steps from demerit on.
int sanction_months(Sanction kind);
// Day from which a sanction imposed today no longer counts. While another one is in force, a share of the new period is
// added to what is left of the old one; never shorter than the new period alone, at most 48 months from today. Months
// are added one period after another, so that a sanction of the 29th to 31st may end up to three days early when it is
// extended.
Day sanction_end(const ConductRules& rules, const County& county, PersonId person, Sanction kind);
// A demerit or worse withholds pay steps while it is in force; a warning does not.
bool withholds_steps(const County& county, PersonId person);
void refresh_sanction_hazard(const ConductRules& rules, World& world, PersonId person);
// The sanction hazard fired. Returns true when the person is dismissed (the caller lets the person leave).
bool impose_sanction(const ConductRules& rules, World& world, PersonId person);

}  // namespace staffsim
