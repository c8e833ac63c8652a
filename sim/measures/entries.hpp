// The parts of the catalogue of outcomes, one file per aim: words and formula of each outcome side by side.
#pragma once

#include <vector>

#include "sim/measures/observe.hpp"

namespace staffsim::measures {

struct Entry {
    Outcome outcome;
    Formula formula;
};

using enum Aim;
using enum Direction;
using enum Window;

inline double share_denominator(const GroupYear& g) { return g.stock(Stock::staff); }

const std::vector<Entry>& stability_entries();
const std::vector<Entry>& structure_entries();
const std::vector<Entry>& quality_entries();
const std::vector<Entry>& vitality_entries();
const std::vector<Entry>& conduct_entries();
const std::vector<Entry>& service_entries();
const std::vector<Entry>& cost_entries();

}  // namespace staffsim::measures
