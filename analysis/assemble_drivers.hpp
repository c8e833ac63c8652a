// From the studies of assumptions in a store to what is said of them, and to the verdicts that depend on them.
#pragma once

#include "analysis/comparison.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// Fills `comparison.drivers` from the store's finished studies and passes every verdict for which assumptions were
// varied through stats::with_sensitivity. Cells and family must be there already. A study that was interrupted counts
// for nothing until it is finished. Studies may have varied different assumptions: each counts with its own, so that
// what one of them turned stays turned when another is added. Does nothing when there is none.
//
// The sign that has to stay is that of the comparison's own difference. A range end counts against it when its paired
// interval lies wholly on the other side of 0; the interval's error probability is that of the comparison (1 -
// confidence) divided by the number of range ends tried, at least half of the pairs must differ, and by more than the
// rounding of sums makes. A joint draw
// counts against it in the same way at the comparison's own error probability: a sign that the few futures of a draw
// could have turned by luck is calculation, not assumption.
void add_drivers(const store::Store& store, Comparison& comparison);

// Factors to keep for Sobol's shares, rising: the `most` with the largest mean absolute effect, taken relative to the
// sum over factors for each outcome, year and variant and the largest of these; none that does nothing at all.
// `points` are the kept numbers of a finished morris study.
struct Study;
std::vector<std::size_t> screened(const Study& morris, const std::vector<std::vector<double>>& points,
                                  const std::vector<std::size_t>& outcomes, std::size_t variants, std::size_t most);

}  // namespace staffsim::analysis
