// Through what does a policy work? A pathway is one way in which rules reach an outcome through what people do or
// learn: pay that keeps people, prospects that keep people, results that motivate. Each can be switched off, and what
// then is missing from the difference of two policies went through it.
//
// Assumes that effects are centred, as all of ours are: with one off, everybody behaves as in the average of the
// baseline. Switching off holds from the first day on; the people of that day are the same, since the warm-up keeps all
// effects. Leaves out: interactions of pathways (parts need not add up to the whole), and the rules themselves, which
// are what is left with all pathways off.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/engine/input.hpp"
#include "sim/foundation/text.hpp"
#include "sim/levers/row.hpp"

namespace staffsim::experiment {

struct Pathway {
    std::string id;  // permanent
    Text label;
    std::vector<std::pair<std::string, levers::Value>> off;  // lever key and the value that ends its effect
};

// In the order in which they are shown.
const std::vector<Pathway>& pathways();

// The input with the levers of the pathway at their ends in every policy block; the history is left alone. The values
// may lie outside the range in which a planner may set the lever. InvariantError when a key is unknown.
engine::CountyInput without_pathway(engine::CountyInput input, const Pathway& pathway);
// With all of them off.
engine::CountyInput without_pathways(engine::CountyInput input);

}  // namespace staffsim::experiment
