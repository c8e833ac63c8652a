// What a comparison lives again to show that nothing but the policies makes a difference: the baseline under another
// name for two futures, and the last future of every scenario alone and on another number of threads. Costs as many
// runs as there are scenarios and two; kept in the store, so that whoever reports it later tells the same.
#pragma once

#include <optional>

#include "analysis/batch.hpp"
#include "analysis/comparison.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// Lives what the store lacks of it. InvariantError, naming the future, when anything differs: then no number of the
// store can be relied on. `threads`: as many as the comparison was lived on, below 1: as many as there are processors.
void live_proofs(const Batch& batch, store::Store& store, int threads);

// What the store holds of it; nothing when none was lived for the futures it has now.
std::optional<Proofs> proofs_in(const store::Store& store);

}  // namespace staffsim::analysis
