// What a variant changes, lever by lever, with who may decide it: the first thing a reader of a comparison asks.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// Everything in which `variant` differs from `baseline`, in the order of the lever list. A lever that changes once, on
// a later day, everywhere, has that day in `starts` and the value from then on in `new_value`; other dated or pilot
// values, phase-ins and policies for new entrants are told in `new_value` in words; `starts` then is the first of the
// days, if the lever has the value of the baseline before. Units, posts and horizons that differ have their key as
// label.
std::vector<Setting> settings_between(const scenario::Scenario& baseline, const scenario::Scenario& variant);

}  // namespace staffsim::analysis
