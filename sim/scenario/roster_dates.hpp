// Dates of a roster as personnel offices and spreadsheets write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/foundation/date.hpp"
#include "sim/foundation/worded.hpp"

namespace staffsim::scenario {

// What parse_partial_date reads, and the forms that cannot mean anything else: 1985年7月3日, 1985年7月, and a date with
// the midnight that a spreadsheet puts behind it (1985/7/3 0:00). No day of it: 0.
std::optional<CivilDate> roster_date(std::string_view text);

// Why it is none, and what to write: also of a month that a spreadsheet cut (1985.1) and of a spreadsheet's number of a
// day (31231).
Text no_roster_date(std::string_view text);

}  // namespace staffsim::scenario
