// Units, choices and authorities of levers in both languages. A lever row names them once, in English, as they stand in
// scenario files; a reader of a Chinese report or screen needs them in Chinese. Unknown words stay as they are.
#pragma once

#include <string_view>

#include "sim/foundation/text.hpp"

namespace staffsim::levers {

// "yuan/month", "of seats" …
Text unit_words(std::string_view unit);
// A value as a scenario file has it: choices, true and false are translated, numbers and lists are not.
Text value_words(std::string_view value);
// A name in a table or list of numbers: "open_exam" is "open exam", "公开招考".
Text entry_words(std::string_view name);
// "county"; nothing: nobody decides, it is a fact or an assumption.
Text authority_words(std::string_view authority);

}  // namespace staffsim::levers
