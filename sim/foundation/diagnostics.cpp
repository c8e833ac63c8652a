#include "sim/foundation/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace staffsim {

namespace {

Text one_a_line(const std::vector<Problem>& problems) {
    std::vector<Text> lines;
    for (const Problem& problem : problems) lines.push_back(to_text(problem));
    return joined(lines, same_in_both("\n"));
}

}  // namespace

Text to_text(const Problem& problem) {
    std::string where;
    const Place& place = problem.place;
    if (!place.file.empty()) where += place.file + ":";
    if (place.line > 0) where += fmt::format("{}:", place.line);
    if (place.line > 0 && place.column > 0) where += fmt::format("{}:", place.column);
    if (!where.empty()) where += " ";
    if (!problem.key.empty()) where += problem.key + ": ";
    return same_in_both(where) + problem.message;
}

InputError::InputError(std::vector<Problem> problems)
    : WordedError(one_a_line(problems)), problems_(std::move(problems)) {}

InputError::InputError(Text message) : InputError(std::vector{Problem{{}, "", std::move(message)}}) {}

void Diagnostics::error(Place place, std::string key, Text message) {
    errors_.push_back({std::move(place), std::move(key), std::move(message)});
}

void Diagnostics::warning(Place place, std::string key, Text message, std::string kind) {
    warnings_.push_back({std::move(place), std::move(key), std::move(message), std::move(kind)});
}

void Diagnostics::throw_if_errors() const {
    if (errors_.empty()) return;
    std::vector<Problem> sorted = errors_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    throw InputError(std::move(sorted));
}

}  // namespace staffsim
