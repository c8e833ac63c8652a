// Warnings about scenarios and rosters in Chinese: an English one is found among the texts of sim/scenario/warnings.hpp
// by its pattern and written in Chinese with the same names and numbers. One that is not known stays as it is.
#pragma once

#include <string>

namespace staffsim::analysis {

std::string chinese_warning(const std::string& english);

}  // namespace staffsim::analysis
