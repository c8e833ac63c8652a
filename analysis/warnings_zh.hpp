// Warnings about scenarios and rosters in Chinese. They are written in English where they arise; here stands each of
// them with its translation, so that a Chinese report needs no English. One that is not known stays as it is.
#pragma once

#include <string>

namespace staffsim::analysis {

std::string chinese_warning(const std::string& english);

}  // namespace staffsim::analysis
