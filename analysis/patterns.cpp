#include "analysis/patterns.hpp"

namespace staffsim::analysis {

namespace {

std::vector<std::string_view> pieces_of(std::string_view pattern) {
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0;;) {
        const std::size_t hole = pattern.find("{}", at);
        pieces.push_back(pattern.substr(at, hole == std::string_view::npos ? hole : hole - at));
        if (hole == std::string_view::npos) return pieces;
        at = hole + 2;
    }
}

}  // namespace

std::optional<std::vector<std::string>> matched(std::string_view text, std::string_view pattern) {
    const std::vector<std::string_view> pieces = pieces_of(pattern);
    if (!text.starts_with(pieces.front()) || !text.ends_with(pieces.back())) return std::nullopt;
    std::vector<std::string> found;
    std::size_t at = pieces.front().size();
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool is_last = i + 1 == pieces.size();
        const std::size_t next = is_last ? text.size() - pieces[i].size() : text.find(pieces[i], at);
        if (next == std::string_view::npos || next < at) return std::nullopt;
        found.emplace_back(text.substr(at, next - at));
        at = next + pieces[i].size();
    }
    if (at != text.size()) return std::nullopt;
    return found;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& found) {
    std::string text(pattern);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string hole = "{" + std::to_string(i) + "}";
        if (const std::size_t at = text.find(hole); at != std::string::npos) text.replace(at, hole.size(), found[i]);
    }
    return text;
}

std::size_t fixed_characters(std::string_view pattern) {
    std::size_t count = 0;
    for (const std::string_view piece : pieces_of(pattern)) count += piece.size();
    return count;
}

}  // namespace staffsim::analysis
