// Theory J and K: functions that need no county, on the numbers of their own files, held against what enumeration of
// the same numbers gives.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

// Each reads its numbers, all of them. Problems stay in `numbers`.
PureCase retention_case(OwnNumbers& numbers);
PureCase assignment_case(OwnNumbers& numbers);

}  // namespace staffsim::theory
