// A loaded scenario with other values for some of its levers, without reading its files again: for studies that try
// many values. Assumes that the scenario was loaded without errors; leaves out warnings about odd combinations and the
// lines of `resolved`.
#pragma once

#include <span>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace staffsim::scenario {

struct GivenValue {
    std::string key;
    levers::Value value;
    bool operator==(const GivenValue&) const = default;
};

// Each value takes the place of the one that would have been the last to win, with its date, steps, units and entrants.
// The rules over time and the history of the starting people are made anew: policies leave the history as it was,
// facts and assumptions hold in it, too. No value: the scenario as it is. InvariantError for an unknown lever or a
// value that its row does not allow.
Scenario with_values(const Scenario& scenario, std::span<const GivenValue> values);

}  // namespace staffsim::scenario
