// The people of the county from the roster table. Required columns: id, unit, post, sex, birth, entry, education; the
// rest may be missing or empty and is then drawn in every replication, and counted. Names of persons are dropped on
// reading. Assumption: a date without a day of the month means the 15th (but not after the first simulated day).
#pragma once

#include <vector>

#include "sim/model/county_plan.hpp"
#include "sim/scenario/csv.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::scenario {

struct Roster {
    std::vector<PersonPlan> people;
    RosterSummary summary;
};

// `plan` needs start, posts and units. Errors: unknown words, units and posts (with a suggestion), malformed dates, an
// id twice, birth or dates after the start, entry before the 16th birthday, dates in the current post or rank before
// entry, stays of no kind or that begin after the start, more holders of a title than the unit's quota, a table without
// persons. Warnings (without personal codes): units with more staff than places, fields of study read as "other".
Roster roster_of(const CsvTable& table, const CountyPlan& plan, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
