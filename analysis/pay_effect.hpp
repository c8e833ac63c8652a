// Policies that change pay, lived once more with pay acting as little as is plausible (leaving.pay_elasticity at the
// low end of its range): pay is where people are most unlike each other and the county most unlike the studies that the
// number comes from, so a conclusion has to say whether it needs the usual effect.
//
// Lived on the first futures of the comparison, with the same people on the first day (their history is not lived anew,
// unlike in a sensitivity study) and for the first verdict years only, so that it costs little. Kept in the store as a
// study of its own; no verdict is changed by it. Policies that set the assumption themselves are left out.
#pragma once

#include "analysis/batch.hpp"
#include "analysis/comparison.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

inline constexpr std::string_view pay_assumption = "leaving.pay_elasticity";

// Lives what the store lacks of it; nothing where no variant changes pay or the assumption is at its low end. The store
// holds all futures of the comparison. `threads`: below 1, as many as there are processors; any number gives the same.
void live_pay_effect(const Batch& batch, store::Store& store, int threads);

// What the store holds of it, for scenarios whose settings are known.
PayEffect pay_effect_in(const store::Store& store, const std::vector<ComparedScenario>& scenarios);

// "With an effect of 0.5 instead of 1.46 …": of the last verdict year lived up to `verdict_year`; empty when there is
// none.
Text pay_effect_words(const Comparison& comparison, int verdict_year);

}  // namespace staffsim::analysis
