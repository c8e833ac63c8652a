// What stands above every table on the terminal: the county, whether it is synthetic, what was put on top
// of the files, warnings, what was drawn.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

struct Heading {
    std::string name;
    int start_year = 0;
    std::size_t places = 0, staff = 0, townships = 0;
    bool synthetic = false;
    std::vector<Text> warnings, notes;
    Overrides overrides;
};

std::string heading_text(const Heading& heading, const Style& style);

}  // namespace staffsim::analysis
