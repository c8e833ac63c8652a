// The bound below which a group of people is not shown, in one place for everything that breaks a stock of people down
// by a trait: breakdowns, and the structure of the staff in page, workbook and CSV.
//
// A group of fewer than `min_cell` people (but not none) is too small. The total of a breakdown is told elsewhere, so
// that one hidden group alone could be worked out, and hidden groups of together fewer than `min_cell` people are a
// small group themselves: then the next smallest is hidden with them. Leaves out: what could be worked out from several
// reports with different bounds, or from two hidden groups that both stand at the bound.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace staffsim::analysis {

inline constexpr int usual_min_cell = 5;

enum class Shown : std::uint8_t { yes, too_small, with_another };

// Groups of one breakdown. What `shown` hides already stays hidden and counts as such.
void hide_small(std::span<const double> people, int min_cell, std::span<Shown> shown);

// A breakdown by two traits, `people[row * columns + column]`, of which the totals of rows and of columns are told
// elsewhere: no row and no column is left with a single hidden group beside groups that are shown.
std::vector<Shown> hidden_in_table(std::span<const double> people, std::size_t columns, int min_cell);

// What stands in place of a number of people: "<5", or "*" for a group that is hidden with another.
std::string hidden_text(Shown shown, int min_cell);

}  // namespace staffsim::analysis
