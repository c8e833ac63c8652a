// A text for people, put into words of both languages where it arises: the same numbers and names in an English and a
// Chinese template.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <type_traits>

#include "sim/foundation/text.hpp"

namespace staffsim {

// What stands in the hole of a template: of a Text its own language, everything else as fmt writes it.
inline const std::string& spoken(const Text& text, Language language) { return in(text, language); }
template <typename Value>
const Value& spoken(const Value& value, Language) {
    return value;
}
template <typename Value>
using Spoken = decltype(spoken(std::declval<const Value&>(), Language::en));

// Whether each of `count` values has its hole, by order or by number.
consteval bool has_all_holes(std::string_view words, std::size_t count) {
    std::size_t by_order = 0;
    unsigned long long found = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] != '{' && words[at] != '}') continue;
        if (at + 1 < words.size() && words[at + 1] == words[at]) {
            ++at;
            continue;
        }
        if (words[at] == '}') continue;
        std::size_t number = 0;
        const bool is_numbered = words[at + 1] >= '0' && words[at + 1] <= '9';
        while (words[at + 1] >= '0' && words[at + 1] <= '9')
            number = number * 10 + static_cast<std::size_t>(words[++at] - '0');
        found |= 1ULL << (is_numbered ? number : by_order++);
    }
    return found == (1ULL << count) - 1;
}

// A literal with holes as of fmt::format. Does not compile when a value is left out in it, or cannot be written so.
template <typename... Values>
struct Template {
    std::string_view words;
    consteval Template(const char* literal) : words(literal) {
        [[maybe_unused]] const fmt::format_string<Spoken<Values>...> checked(literal);
        if (!has_all_holes(words, sizeof...(Values))) throw "a value without a hole in the template";
    }
};

// Chinese may have the holes in another order: {1} … {0}.
template <typename... Values>
Text worded(Template<std::type_identity_t<Values>...> en, Template<std::type_identity_t<Values>...> zh,
            const Values&... values) {
    return {fmt::vformat(en.words, fmt::make_format_args(spoken(values, Language::en)...)),
            fmt::vformat(zh.words, fmt::make_format_args(spoken(values, Language::zh)...))};
}

}  // namespace staffsim
