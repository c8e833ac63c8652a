// Units with their establishment: from the establishment table, from [units.<id>], or from both ([units] wins, field by
// field).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/model/county_plan.hpp"
#include "sim/scenario/csv.hpp"
#include "sim/scenario/entries.hpp"
#include "sim/scenario/posts.hpp"

namespace staffsim::scenario {

struct Units {
    std::vector<UnitPlan> plans;          // table first, then units that only [units] knows
    std::map<std::string, Place> places;  // "units.<id>" and "units.<id>.<field>" -> where it was set
};

// `table` may be null. Errors: wrong types and words, numbers out of range, a unit given twice in the table, missing
// kind or places, quotas for titles that the unit's kind does not have, a kind without an entry post. Warning: more
// titled posts than places.
Units units_of(const Entries& entries, const CsvTable* table, const Posts& posts, Diagnostics& diagnostics);

// Position of the unit, or -1.
int unit_index(const std::vector<UnitPlan>& units, const std::string& id);

}  // namespace staffsim::scenario
