// Levels of the named townships at the verdict years, and how each changes under a policy. Townships get no verdicts:
// no comparison of one was declared. But whoever asks which of them loses most looks at all of them, so the ranges of
// their changes hold for all townships of a policy, outcome and year together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/context.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// By scenario, outcome, year, township. Empty places say who is missing for good, hands present also who is away on
// exchange, borrowed or at the front line; who may be chosen for a leadership post tells where nobody succeeds. Changes
// are against `baseline`, a place among the scenarios.
std::vector<UnitLevel> unit_levels_of(const store::Store& store, const Context& context, std::uint32_t replications,
                                      std::size_t baseline);

}  // namespace staffsim::analysis
