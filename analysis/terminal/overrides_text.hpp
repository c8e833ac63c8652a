// What was put on top of every scenario's files, and what that changed: below the heading of every table.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// Empty when nothing was put on top.
std::string overrides_text(const Overrides& overrides, const Style& style);

}  // namespace staffsim::analysis
