// How numbers are written for people, in one place: a true minus sign, grouped thousands, the outcome's own decimals.
// A number that does not exist (not finite) is written as a dash.
#pragma once

#include <string>
#include <vector>

#include "sim/measures/outcome.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::analysis {

std::string plain_number(double value, int decimals);             // −1,234.5
std::string signed_number(double value, int decimals);            // +0.4, −0.4, 0.0
std::string signed_range(double low, double high, int decimals);  // [−0.6, −0.2]

// As signed_number; where the range is clear of 0, what has no digit left keeps its sign: +0.000, −0.00.
std::string signed_within(double value, double low, double high, int decimals);
// A difference, as its range lets it be written.
std::string signed_difference(const stats::PairedSummary& paired, int decimals);

// Decimals that let the width of the interval be seen: the outcome's own and at most two more; and as many as keep a
// range that is clear of 0 from being written as one that touches it (clear_decimals). But no digit below a hundredth
// of what matters, unless the outcome's own has it.
int shown_decimals(const stats::PairedSummary& paired, const measures::Outcome& outcome);

// At least `decimals`; up to four more while the range is clear of 0 and one of its ends would be written as 0; of an
// outcome with a smallest change that matters, no digit below a hundredth of it.
int clear_decimals(double low, double high, int decimals);
int clear_decimals(double low, double high, int decimals, const measures::Outcome& outcome);

// "84 (76–90)": of 100 matched futures, with the Wilson range. "8 (2–25) =92": and in 92 more no difference.
std::string of_100(double probability, double low, double high, double equal = 0);
std::string of_100(const stats::PairedSummary& paired);
std::string of_100(int whole, double low, double high, int equal);  // of whole_percentages

// Percentages that add up as the shares do: those of the largest remainders are rounded up, the first of equal ones
// first.
std::vector<int> whole_percentages(const std::vector<double>& shares);

}  // namespace staffsim::analysis
