// The facts of a run that let a reader trust or repeat it: versions, seed, identities, gates. No clock, no host, no
// threads.
#pragma once

#include "analysis/comparison.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

std::vector<Comparison::RunFact> run_record(const store::Store& store, const Comparison& comparison);

}  // namespace staffsim::analysis
