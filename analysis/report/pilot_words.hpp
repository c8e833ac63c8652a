// What a policy does that holds in some townships alone, in sentences: there, and in the other townships.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

// "T03, T11"; of many "T01, T02, T03, T04 and 8 others".
Text pilot_names(const std::vector<std::string>& units);

// "these 2 townships", "the other 19 townships".
Text pilot_part_words(const Pilot& pilot, PilotPart part);

// Why nothing is told of a pilot: too few people work there, or in the other townships. Empty where it is told.
Text hidden_pilot_words(const Comparison& comparison, std::size_t scenario, int verdict_year);

// "It holds in T03, T11 alone. In these 2 townships: better on 1 (resignations −0.8 people [−1.2, −0.4]); the other 7
// of 8 outcomes with verdicts are not shown to change. In the other 19 townships: …" Of a pilot of units that are not
// townships, or for another reason not judged by itself, how to have it judged. Empty of policies that are none.
Text pilot_words(const Comparison& comparison, std::size_t scenario, int verdict_year);

}  // namespace staffsim::analysis
