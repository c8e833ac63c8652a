// What is counted of units and of the county: headcounts of the evening, flows and money since the start or in a year,
// stocks of a year's end; and who meets the conditions of a post.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tests/situations/runner/life.hpp"

namespace staffsim::situations {

// Nothing when the word is none of these. Throws InputError when there is no answer on that day.
std::optional<Quantity> counted(const View& view, const Sentence& sentence);
std::string count_phrase(std::string_view word);
std::string list_of_counts();

// Whether somebody meets the conditions of the post with that title in the own unit, under the rules of the day.
bool is_eligible(const View& view, PersonId person, const std::string& title);

// Throws InputError: what the sentence asks cannot be said, and why.
[[noreturn]] void no_answer(const Sentence& sentence, const std::string& why);

}  // namespace staffsim::situations
