// What the TOML library says of a syntax error, in Chinese as far as it is known: its words are its own and come in
// English only, so that this one table has to know them again. A test goes through it with files that are wrong so.
#pragma once

#include <string_view>

#include "sim/foundation/text.hpp"

namespace staffsim::scenario {

// English as it came. What the table does not know stays English in the Chinese one, too.
Text words_of_parser(std::string_view description);

}  // namespace staffsim::scenario
