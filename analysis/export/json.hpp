// Comparison and manpower tables for programs. Numbers that do not exist are null.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/manpower.hpp"

namespace staffsim::analysis {

// {"comparisons": [...], "rules": [...]}, each a list of objects of one kind.
// comparisons, one per outcome, variant and verdict year: outcome, scenario, verdict_year, year, baseline, value,
// difference, low, high, probability_better, probability_low, probability_high, verdict (null for exploratory
// outcomes), matters, unit, replications, more_needed, wins, ties, losses, regret, regret_of_baseline, discordant,
// differing_low, differing_high, variance_factor, equal_cost, pathways (null where not asked for).
// rules, one per rule and variant (how often it fired in a future): rule, scenario, label, baseline, value, difference,
// low, high, unit, replications, fired_in, never_triggered.
// "answers" beside them when the store keeps answers to single questions (answers.hpp).
std::string comparison_json(const Comparison& comparison);

// Array with one object per scenario, group and year.
std::string manpower_json(const std::vector<ManpowerTable>& tables);

}  // namespace staffsim::analysis
