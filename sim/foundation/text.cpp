#include "sim/foundation/text.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>

namespace staffsim {

namespace {

// Code point at `at`, which moves behind it; nothing when the bytes are not UTF-8 there.
std::optional<char32_t> next_code_point(std::string_view bytes, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const int length = lead < 0x80 ? 1 : (lead >> 5) == 6 ? 2 : (lead >> 4) == 14 ? 3 : (lead >> 3) == 30 ? 4 : 0;
    if (length == 0 || at + static_cast<std::size_t>(length) > bytes.size()) return std::nullopt;
    char32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
        if ((byte >> 6) != 2) return std::nullopt;
        code = (code << 6) | (byte & 0x3Fu);
    }
    static constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return std::nullopt;
    at += static_cast<std::size_t>(length);
    return code;
}

bool is_wide(char32_t code) {
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
           (code >= 0xFFE0 && code <= 0xFFE6) || (code >= 0x20000 && code <= 0x3FFFD);
}

// As far as it is below `limit`; a larger one may be told as any number from `limit` on.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= limit) return limit;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
        if (*std::ranges::min_element(row) >= limit) return limit;
    }
    return row.back();
}

}  // namespace

Text operator+(Text before, const Text& behind) {
    before.en += behind.en;
    before.zh += behind.zh;
    return before;
}

Text joined(const std::vector<Text>& texts, const Text& between) {
    Text all;
    for (std::size_t i = 0; i < texts.size(); ++i) all = all + (i == 0 ? Text{} : between) + texts[i];
    return all;
}

bool is_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (!next_code_point(bytes, at)) return false;
    }
    return true;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < utf8.size()) {
        const auto code = next_code_point(utf8, at);
        if (!code) {
            ++at;
            ++width;
        } else {
            width += is_wide(*code) ? 2 : 1;
        }
    }
    return width;
}

std::string pad_right(std::string_view utf8, std::size_t width) {
    const std::size_t used = display_width(utf8);
    return std::string(utf8) + std::string(used < width ? width - used : 0, ' ');
}

std::string pad_left(std::string_view utf8, std::size_t width) {
    const std::size_t used = display_width(utf8);
    return std::string(used < width ? width - used : 0, ' ') + std::string(utf8);
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t best_distance = word.size() / 3 + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate, best_distance);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace staffsim
