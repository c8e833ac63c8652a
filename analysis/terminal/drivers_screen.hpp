// What drives the differences, for the terminal: tornado, joint draws and variance shares of chosen outcomes.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// For every variant and each of `outcomes`: the assumptions that move the difference most (at most `most`), with the
// difference at both ends of their ranges; sign flips are marked. Empty when nothing was varied.
std::string drivers_screen(const Comparison& comparison, const std::vector<std::size_t>& outcomes, int verdict_year,
                           std::size_t most, const Style& style);

// "Hinges on" of every variant, as part of the first screen.
std::string hinges_text(const Comparison& comparison, int verdict_year, const Style& style);

}  // namespace staffsim::analysis
