// A text in both languages of the product, and small helpers on UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace staffsim {

struct Text {
    std::string en;
    std::string zh;
    bool operator==(const Text&) const = default;
};

enum class Language { en, zh };
inline const std::string& in(const Text& text, Language language) {
    return language == Language::zh ? text.zh : text.en;
}

// The same in both languages: names, numbers, what the user wrote.
inline Text same_in_both(std::string words) { return {words, words}; }
Text operator+(Text before, const Text& behind);
Text joined(const std::vector<Text>& texts, const Text& between);

bool is_utf8(std::string_view bytes);
// Columns on a terminal: wide East-Asian characters count 2.
std::size_t display_width(std::string_view utf8);
// Pads with blanks to `width` columns; longer texts are returned unchanged.
std::string pad_right(std::string_view utf8, std::size_t width);
std::string pad_left(std::string_view utf8, std::size_t width);
std::string_view trimmed(std::string_view text);
// Candidate nearest to `word` by edit distance, empty when none is near (more than a third of its letters differ).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace staffsim
