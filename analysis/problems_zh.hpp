// Errors about scenarios, tables and options in Chinese. Readers put them together in English, with the user's own
// words and numbers in them; here each is known again by its pattern and said in Chinese with the same words and
// numbers. A message of no known pattern stays as it is; a test holds every bad input against the lists.
#pragma once

#include <string>
#include <vector>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis {

std::string chinese_problem(const std::string& english);

// All of them as they are told, one a line: places and keys as ever, messages in Chinese.
std::string told_in_chinese(const std::vector<Problem>& problems);

}  // namespace staffsim::analysis
