// Values given on the command line, as a table like that of a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::scenario {

// "a=1, b={x=1, y=2}" -> its parts; commas within brackets and quotes do not part.
std::vector<std::string> assignments_in(std::string_view text);

// Table of the assignments "key=value", keys dotted. Reports what is not of that form, empty and too deep keys, and
// keys given twice. `from` names the origin in messages: "--set" or the name of the variant.
Node table_of(const std::vector<std::string>& assignments, const std::string& from, Diagnostics& diagnostics);

// Identifier of a scenario from its name: lower-case letters, digits, other characters than ASCII; the rest becomes
// "_".
std::string identifier_of(std::string_view name);

}  // namespace staffsim::scenario
