// The policy block: the rules of every family as plain fields, compiled from lever values, immutable during a run. A
// county may live under several blocks at once (pilot townships) and change them on dated days.
#pragma once

#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/levers/table.hpp"
#include "sim/processes/rules.hpp"

namespace staffsim::engine {

// Levers of all families, in listing order.
const std::vector<levers::Lever<Policy>>& all_levers();

// A block with every lever at its default.
Policy default_policy();

// From `from` on, unit u lives under blocks[block_of_unit[u]] and county-wide rules are those of blocks[county_block].
struct PolicyStep {
    Day from;
    std::size_t county_block = 0;
    std::vector<std::size_t> block_of_unit;
};

struct PolicyTimeline {
    std::vector<Policy> blocks;
    std::vector<PolicyStep> steps;  // by rising day; the first one holds from the beginning of time
};

}  // namespace staffsim::engine
