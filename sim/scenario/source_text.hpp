// Bytes of input files, judged before any parser sees them. Scenario files are UTF-8 TOML; tables (CSV) are UTF-8 with
// or without a byte-order mark, or GB18030, which is what a Chinese Excel saves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::scenario {

inline constexpr std::size_t largest_scenario_file = std::size_t{8} << 20;
inline constexpr std::size_t largest_table_file = std::size_t{64} << 20;
inline constexpr std::size_t longest_line = 1'000'000;  // bytes
inline constexpr int deepest_key = 16;                  // parts of a dotted key

// Content of the file `path`. `named_at` and `key`: where the name of the file was read; errors (missing, a directory,
// not readable, larger than `limit`) are reported there.
std::optional<std::string> read_file(const std::string& path, std::size_t limit, const Place& named_at,
                                     const std::string& key, Diagnostics& diagnostics);

// Whether a scenario text is fit for the TOML parser: no NUL byte, UTF-8, no line longer than longest_line, no dotted
// key deeper than deepest_key (very deep keys crash the parser). Reports the first fault with line and column (in
// bytes).
bool is_fit_for_parser(const std::string& text, const std::string& file, Diagnostics& diagnostics);

// The text with every line ended by a line feed alone, whatever ended it (CR LF, CR).
std::string with_line_feeds(std::string_view text);

// A table's text as UTF-8 without a byte-order mark; the encoding is recognised. Reports NUL bytes (UTF-16), bytes of
// neither encoding, and overlong lines.
std::optional<std::string> decoded_table(const std::string& bytes, const std::string& file, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
