// The manpower table: what a personnel office plans with, year by year, as means over futures. Everything is read off
// the numerators and denominators of outcomes, so the table says nothing that the outcomes do not.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/series.hpp"

namespace staffsim::analysis {

// One group's table, `units` of them in the group (empty places are told per unit, empty leadership posts for all).
// other_exits: death, dismissal and failed probation; for county organs also moves down to townships.
std::vector<ManpowerYear> manpower_of(const Totals& totals, std::size_t group, std::size_t units, int start_year);

// The outcomes that the table is read off.
std::vector<std::size_t> manpower_outcomes();

struct ManpowerTable {
    std::string scenario;  // id
    Text scenario_name;
    std::string group;  // id
    Text group_label;
    bool is_unit = false;
    std::vector<ManpowerYear> years;
    std::vector<std::string> never_triggered = {};  // ids of the scenario's rules; for its headline group
};
// The tables of one scenario: its headline group, then every unit.
std::vector<ManpowerTable> manpower_tables(const store::Plan& plan, std::size_t scenario, const Totals& totals);

}  // namespace staffsim::analysis
