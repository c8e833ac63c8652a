// The [[sweep]] tables of an experiment file.
#pragma once

#include "sim/experiment/design_nodes.hpp"

namespace staffsim::experiment {

// One of them. What is wrong is told to the reader's diagnostics.
Sweep read_sweep(const scenario::Node& node, const NodeReader& reader);

}  // namespace staffsim::experiment
