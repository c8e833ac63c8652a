#include "analysis/problems_zh.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/patterns.hpp"
#include "analysis/problem_patterns.hpp"
#include "sim/foundation/text.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::analysis {

namespace {

struct Chinese {
    std::string text;
    std::size_t known = 0;  // characters of the English text that stand in patterns: more is surer
};

Chinese part(const std::string& english);

// By the pattern that leaves least to its holes; nothing when none fits.
std::optional<Chinese> by_patterns(std::string_view english, std::span<const Pattern> patterns) {
    std::optional<Chinese> best;
    for (const Pattern& pattern : patterns) {
        auto found = matched(english, pattern.en);
        if (!found) continue;
        Chinese chinese{"", fixed_characters(pattern.en)};
        for (std::string& hole : *found) {
            const Chinese inner = part(hole);
            hole = inner.text;
            chinese.known += inner.known;
        }
        chinese.text = filled(pattern.zh, *found);
        if (!best || chinese.known > best->known) best = std::move(chinese);
    }
    return best;
}

bool is_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

// "0 to 5000 yuan/month", "25 to 200 years old; 200 means none", "1926-01-01 to 2010-01-01".
std::optional<Chinese> range(std::string_view english) {
    const auto to = english.find(" to ");
    if (to == std::string_view::npos || to == 0) return std::nullopt;
    const std::string_view low = english.substr(0, to);
    std::string_view high = english.substr(to + 4);
    std::string none, unit;
    if (const auto means = matched(high, "{}; {} means none")) {
        none = fmt::format("；{} 表示不限", means->at(1));
        high = high.substr(0, high.find(';'));
    }
    if (const auto blank = high.find(' '); blank != std::string_view::npos) {
        if (high.find(';') != std::string_view::npos) return std::nullopt;  // something else stands behind the range
        const std::string words = levers::unit_words(high.substr(blank + 1)).zh;
        unit = (words.starts_with("（") ? "" : " ") + words;
        high = high.substr(0, blank);
    }
    const bool are_days = low.size() == 10 && high.size() == 10 && low[4] == '-' && high[4] == '-';
    if (!are_days && !(is_number(low) && is_number(high))) return std::nullopt;
    return Chinese{fmt::format("{} 至 {}{}{}", low, high, unit, none), english.size()};
}

Chinese part(const std::string& english) {
    if (auto numbers = range(english)) return *numbers;
    if (auto known = by_patterns(english, message_parts())) return *known;
    return {english, 0};
}

// As a whole, or without a tail and the tail behind it.
std::optional<Chinese> message(std::string_view english) {
    std::optional<Chinese> best = by_patterns(english, scenario_messages());
    auto of_command = by_patterns(english, command_messages());
    if (of_command && (!best || of_command->known > best->known)) best = std::move(of_command);
    for (const Pattern& tail : message_tails()) {
        const std::size_t at = english.rfind(tail.en.substr(0, tail.en.find("{}")));
        if (at == std::string_view::npos || at == 0) continue;
        const auto behind = by_patterns(english.substr(at), std::span(&tail, 1));
        const auto before = behind ? message(english.substr(0, at)) : std::nullopt;
        if (before && (!best || before->known + behind->known > best->known))
            best = Chinese{before->text + behind->text, before->known + behind->known};
    }
    return best;
}

}  // namespace

std::string chinese_problem(const std::string& english) {
    const auto known = message(english);
    return known ? known->text : english;
}

std::string told_in_chinese(const std::vector<Problem>& problems) {
    std::string text;
    for (Problem problem : problems) {
        problem.message = chinese_problem(problem.message);
        text += (text.empty() ? "" : "\n") + to_text(problem);
    }
    return text;
}

}  // namespace staffsim::analysis
