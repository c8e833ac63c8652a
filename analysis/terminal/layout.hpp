// Text in columns of a terminal, where a Chinese character takes two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace staffsim::analysis {

inline constexpr std::size_t page_width = 78;

// Lines of at most `width` columns, parted at blanks and beside wide characters; a word longer than a line is cut.
// At least one line, which may be empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// Lines joined with line feeds; the first behind `first`, the others behind as many blanks. The width is the page's.
std::string paragraph(std::string_view first, std::string_view text);

// The text, or its beginning with "…" when it is wider.
std::string fitted(std::string_view text, std::size_t width);

}  // namespace staffsim::analysis
