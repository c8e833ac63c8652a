// How numbers are written for people, in one place: a true minus sign, grouped thousands, the outcome's own decimals.
// A number that does not exist (not finite) is written as a dash.
#pragma once

#include <string>

#include "sim/measures/outcome.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::analysis {

std::string plain_number(double value, int decimals);             // −1,234.5
std::string signed_number(double value, int decimals);            // +0.4, −0.4, 0.0
std::string signed_range(double low, double high, int decimals);  // [−0.6, −0.2]

// Decimals that let the width of the interval be seen: the outcome's own and at most two more; and as many as keep a
// range that is clear of 0 from being written as one that touches it (clear_decimals).
int shown_decimals(const stats::PairedSummary& paired, const measures::Outcome& outcome);

// At least `decimals`; up to four more while the range is clear of 0 and one of its ends would be written as 0.
int clear_decimals(double low, double high, int decimals);

// "84 (76–90)": of 100 matched futures, with the Wilson range.
std::string of_100(double probability, double low, double high);

}  // namespace staffsim::analysis
