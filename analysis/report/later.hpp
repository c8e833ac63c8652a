// What turns better or worse after the first verdict year, and what is so no longer: an official reads the answer of
// the first year, and a policy that gains by then may lose later.
#pragma once

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

struct Later {
    Text lead, body;  // empty: nothing changes
};

// One sentence for every later verdict year at which a verdict is another one than at `verdict_year`: every change is
// told against that year, not against the one before.
Later later_changes(const Comparison& comparison, int verdict_year);

}  // namespace staffsim::analysis
