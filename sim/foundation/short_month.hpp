// Dates that a spreadsheet has spoilt.
#pragma once

#include <string_view>

namespace staffsim {

// "1985.1": a year, a dot and one digit. A spreadsheet that takes 1985.10 for a number saves October so, which nobody
// can tell from January; parse_partial_date refuses it.
bool is_short_month(std::string_view text);

}  // namespace staffsim
