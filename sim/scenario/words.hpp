// Words of the closed vocabularies in files, with the other spellings that personnel offices use.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/terms.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::scenario {

// The vocabulary's word for a common other spelling ("大学本科" -> "本科", "F" -> "female"); the word itself otherwise.
std::string_view usual_word(std::string_view word);

template <class Enum>
std::vector<std::string> words_of() {
    std::vector<std::string> words;
    for (const Term<Enum>& term : Vocabulary<Enum>::terms) {
        words.emplace_back(term.name);
        words.emplace_back(term.zh);
    }
    return words;
}

// "unknown word …; allowed: …; did you mean …"
template <class Enum>
Text unknown_word(std::string_view word) {
    std::string allowed;
    for (const Term<Enum>& term : Vocabulary<Enum>::terms) {
        allowed += fmt::format("{}{} {}", allowed.empty() ? "" : ", ", term.zh, term.name);
    }
    return worded("\"{}\" is not known; allowed: {}{}", "“{}”无法识别；可用：{}{}", word, allowed,
                  suggestion(word, words_of<Enum>()));
}

template <class Enum>
std::optional<Enum> find_word(std::string_view word) {
    const auto exact = find_term<Enum>(word);
    return exact ? exact : find_term<Enum>(usual_word(word));
}

// The standard title for what offices call a post of that kind of unit ("副科" -> "deputy_section", of a township also
// "副镇长"); the word itself otherwise. Only words that mean one post: 主任 may be any of three.
std::string_view usual_title(std::string_view word, UnitKind kind);

// 1 (二级科员) … 12 (一级巡视员), also from the digits 1 … 12.
std::optional<int> rank_of(std::string_view word);
std::vector<std::string> rank_words();

// Field of study from a vocabulary word or from what the name of the subject contains (会计 -> economics). Nothing when
// no rule knows the subject; it then counts as `other`.
std::optional<Field> field_of(std::string_view subject);

// 是 否 yes no true false 1 0
std::optional<bool> truth_of(std::string_view word);

}  // namespace staffsim::scenario
