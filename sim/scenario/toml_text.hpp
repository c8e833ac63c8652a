// The only door to the TOML library: text in, our own tree with positions out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::scenario {

// The table of a whole file, members in order of position. The text must be fit for the parser (source_text.hpp). The
// library stops at its first syntax error, so there is at most one per file.
std::optional<Node> parse_toml(const std::string& text, const std::string& file, Diagnostics& diagnostics);

// A value as written behind key= on the command line: a TOML value, or a bare word (competition, 09-15) as text. Keeps
// in `text` what was written. The place of all its parts is `place`.
Node parse_value(std::string_view written, const Place& place);

}  // namespace staffsim::scenario
