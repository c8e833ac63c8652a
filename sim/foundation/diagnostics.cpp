#include "sim/foundation/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace staffsim {

namespace {

std::string joined(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) text += (text.empty() ? "" : "\n") + to_text(problem);
    return text;
}

}  // namespace

std::string to_text(const Problem& problem) {
    std::string text;
    const Place& place = problem.place;
    if (!place.file.empty()) text += place.file + ":";
    if (place.line > 0) text += fmt::format("{}:", place.line);
    if (place.line > 0 && place.column > 0) text += fmt::format("{}:", place.column);
    if (!text.empty()) text += " ";
    if (!problem.key.empty()) text += problem.key + ": ";
    return text + problem.message;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

InputError::InputError(std::string message) : InputError(std::vector{Problem{{}, "", std::move(message)}}) {}

void Diagnostics::error(Place place, std::string key, std::string message) {
    errors_.push_back({std::move(place), std::move(key), std::move(message)});
}

void Diagnostics::warning(Place place, std::string key, std::string message, std::string kind) {
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
