// How outcomes are told: the unit of a change, the years that a number covers, and which of two townships is thinner.
// One place, so that terminal, page and workbook say the same.
#pragma once

#include <string>

#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::analysis {

// The unit of a difference between two levels: shares differ by percentage points ("% of discoveries" by "percentage
// points of discoveries"), everything else by its own unit.
Text change_unit(const measures::Outcome& outcome);

// Does an English label begin with its unit? "Person-years per promotion"
bool is_said_by(const std::string& label, const std::string& unit);

// For a table that holds levels and changes: "%; changes in percentage points".
Text level_and_change_unit(const measures::Outcome& outcome);

// Is the number at a verdict year put together from all years so far? Otherwise it is of that year alone.
bool is_over_years(const measures::Outcome& outcome);

// "over years 1 to 3", or "in year 3" for what is of that year alone.
Text years_words(const measures::Outcome& outcome, int year);

// What the mark stands for that tables put on outcomes over the years so far.
inline constexpr const char* over_years_mark = "*";
Text over_years_note(int year);

// Whose outcomes are told, of a county that has organs beside townships.
Text judged_words();

// Is a change below a tenth of what matters? Such changes are counted where others are named.
bool is_trifle(const measures::Outcome& outcome, double difference);

// Does a township with level `a` lack hands more than one with `b`? More is thinner unless higher is better.
bool is_thinner(const measures::Outcome& outcome, double a, double b);

}  // namespace staffsim::analysis
