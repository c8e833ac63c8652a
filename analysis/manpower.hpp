// The manpower table: what a personnel office plans with, year by year, as means over futures. Everything is read off
// the numerators and denominators of outcomes, so the table says nothing that the outcomes do not.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/context.hpp"
#include "analysis/series.hpp"

namespace staffsim::analysis {

// One group's table, `units` of them in the group (empty places are told per unit, empty leadership posts for all).
// other_exits: death, dismissal and failed probation; for county organs also moves down to townships.
std::vector<ManpowerYear> manpower_of(const Totals& totals, std::size_t group, std::size_t units, int start_year);

// For so many years it is told who succeeds.
inline constexpr int years_of_leaders_told = 6;

// Puts into the headline group's table when the leaders of the first day give up their posts by age.
void add_leaders_due(std::vector<ManpowerYear>& table, const Context& context);

// What the columns of a table leave out of "staff a year before - leave + filled". Empty when nothing is known of it.
Text arrivals_sentence(const std::vector<ManpowerYear>& table);
// Who succeeds, in words: "Leaders of the first day who reach retirement age: 2026: 3, 2027: 5; 20 of 84 together."
// Where some step down to the second line, how many of each.
// Empty when nothing is known of leaders.
Text leaders_due_sentence(const std::vector<ManpowerYear>& table, std::size_t leaders);
// "Units where nobody of their own may be chosen for a leadership post, at year end: 2026: 0.3, …", or that there are
// none.
Text without_candidates_sentence(const std::vector<ManpowerYear>& table, std::size_t leaders);

// The outcomes that the table is read off.
std::vector<std::size_t> manpower_outcomes();

struct ManpowerTable {
    std::string scenario;  // id
    Text scenario_name;
    std::string group;  // id
    Text group_label;
    bool is_unit = false;
    std::vector<ManpowerYear> years;
    std::size_t leaders = 0;                        // of townships on the first day; of the headline group
    std::vector<std::string> never_triggered = {};  // ids of the scenario's rules; for its headline group
};
// The tables of one scenario: its headline group, then every unit.
std::vector<ManpowerTable> manpower_tables(const store::Plan& plan, std::size_t scenario, const Totals& totals);

}  // namespace staffsim::analysis
