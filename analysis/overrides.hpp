// What --context and --set changed under every scenario: a reader has to know it before any number, because no file of
// the comparison says it. Told of the baseline; where a value of a variant is replaced, a warning says so.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// `lived`: the baseline with everything on top. `plain`: how its files are loaded without (with what the program itself
// sets, such as the years of --years, which then is no change). Nothing is read when nothing was put on top.
Overrides overrides_of(const scenario::Spec& baseline, const scenario::Scenario& lived,
                       const std::vector<std::string>& contexts, const std::vector<std::string>& sets,
                       const scenario::LoadOptions& plain);

// "context drain.toml, --set leaving.death=0.002"; empty for nothing.
Text names_of(const Overrides& overrides);

// "On top of the files of every scenario: …" and, where no change can be listed, why. Empty for nothing.
Text overrides_sentence(const Overrides& overrides);

// The same without the lead, for a run record: what was given, and a line for every change. Empty for nothing.
std::vector<Comparison::RunFact> facts_of(const Overrides& overrides);

}  // namespace staffsim::analysis
