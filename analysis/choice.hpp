// A report of a part of what was compared: some of the scenarios, or another one as baseline. Showing a subset changes
// no verdict, for the declared family stays what it was. Against a baseline that was not declared before the run
// nothing has a verdict: outcomes that would have one say "exploratory", with plain ranges, as wide as declared where
// the declared baseline is what is compared; where nothing differs, or in too few futures, they say that.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/store/plan.hpp"

namespace staffsim::analysis {

struct Choice {
    std::size_t baseline = 0;        // among all scenarios
    std::vector<std::size_t> shown;  // rising, the baseline among them; empty: all
};

// From the names that people use: id, English or Chinese name, or the letter of reports (A is the declared baseline).
// `scenarios` are separated by commas; the baseline is shown in any case. Empty texts: the declared baseline, all.
// InputError with suggestions for every name that is not known, or when nothing is left to compare.
Choice choice_of(const store::Plan& plan, const std::string& baseline, const std::string& scenarios);

// The comparison with the chosen baseline first, then the other scenarios shown, in their order. What only concerns
// scenarios that are not shown is left out, and against another baseline everything that was asked with the declared
// one: what assumptions do, pathways, equal cost, quantiles of differences.
Comparison chosen(Comparison comparison, const Choice& choice);

}  // namespace staffsim::analysis
