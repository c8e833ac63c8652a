// From a store to a finished comparison: every number that terminal, CSV, JSON and report show is computed here, once.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// The comparison over the first `replications` futures of the store as look number `look` (Store::look_for). Cells
// cover every outcome, scenario and verdict year for the headline group. Primary outcomes have simultaneous intervals
// over the declared family (declared.hpp: family_size) and a verdict; all others plain 95 % intervals and none. A store
// with a single scenario gives levels, bands and outlook only. `threads`: below 1, as many as there are processors; the
// result is the same for any number. Differences between variants (Comparison::between) are there for up to
// `most_switchable` scenarios, for more only those with `baseline`.
inline constexpr std::size_t most_switchable = 8;
// The breakdowns to show, as in breakdown_of.
struct BreakdownWish {
    int min_cell = usual_min_cell;
    std::vector<measures::Dimension> dimensions = {};
};
Comparison assemble(const store::Store& store, std::uint32_t replications, int look, int threads = 0,
                    std::size_t baseline = 0, const BreakdownWish& breakdown = {});

// Of a run that was stopped after `replications` futures: no verdicts, plain ranges everywhere, and no look, for
// nothing is judged. Without what pages alone show: breakdowns and portraits.
Comparison assemble_stopped(const store::Store& store, std::uint32_t replications, const Stopped& stopped);

}  // namespace staffsim::analysis
