// Tables of the page for policies that hold in some townships alone: outcomes by pilot townships and other townships.
#pragma once

#include "analysis/comparison.hpp"
#include "analysis/report/view.hpp"

namespace staffsim::analysis {

// One entry per pilot: {letter, name, where, hidden} or, instead of hidden, the tables {verdicts, further}.
view::data pilot_tables(const Comparison& comparison, int verdict_year);

}  // namespace staffsim::analysis
