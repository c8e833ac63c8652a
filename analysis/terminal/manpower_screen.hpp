// The manpower table on the terminal: a line a year, means over futures.
#pragma once

#include <string>
#include <vector>

#include "analysis/manpower.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// Tables one below the other, each with its group's name; 78 columns.
std::string manpower_screen(const std::vector<ManpowerTable>& tables, const Style& style);

}  // namespace staffsim::analysis
