#include "analysis/terminal/layout.hpp"

#include <algorithm>

#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

namespace {

// Length in bytes of the UTF-8 character at the beginning.
std::size_t character_length(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) >> 6) == 2) ++end;
    return end;
}

// A line neither begins with the first nor ends with the second.
constexpr std::string_view closing = "）】》」』”’，。；：、？！％%/*]);,.", opening = "（【《「『“‘[(";

bool is_one_of(std::string_view character, std::string_view marks) {
    return !character.empty() && marks.find(character) != std::string_view::npos;
}

bool may_part_after(std::string_view character, std::string_view rest) {
    if (character == " ") return true;
    const std::string_view next = rest.substr(0, character_length(rest));
    const bool is_wide = display_width(character) > 1 || (display_width(next) > 1 && is_one_of(next, opening));
    return is_wide && !is_one_of(character, opening) && !is_one_of(next, closing);
}

// Bytes of the longest beginning of at most `width` columns, up to a good place to part it.
std::size_t line_length(std::string_view text, std::size_t width) {
    std::size_t end = 0, columns = 0, last_break = 0;
    while (end < text.size()) {
        const std::string_view character = text.substr(end, character_length(text.substr(end)));
        columns += display_width(character);
        if (columns > width) {
            if (character == " ") return end;
            return last_break > 0 ? last_break : std::max(end, character.size());
        }
        end += character.size();
        if (may_part_after(character, text.substr(end))) last_break = end;
    }
    return end;
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string_view rest = trimmed(text);
    do {
        const std::size_t length = line_length(rest, width);
        lines.emplace_back(trimmed(rest.substr(0, length)));
        rest = trimmed(rest.substr(length));
    } while (!rest.empty());
    return lines;
}

std::string paragraph(std::string_view first, std::string_view text) {
    const std::size_t indent = display_width(first);
    std::string result;
    for (const std::string& line : wrapped(text, page_width - indent)) {
        result += (result.empty() ? std::string(first) : std::string(indent, ' ')) + line + "\n";
    }
    return result;
}

std::string fitted(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    std::string result;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view character = rest.substr(0, character_length(rest));
        if (display_width(result) + display_width(character) + 1 > width) break;
        result += character;
        rest.remove_prefix(character.size());
    }
    return result + "…";
}

}  // namespace staffsim::analysis
