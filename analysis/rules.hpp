// Which rules that are on fired, and which never did: words for terminal, exports and run record.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// Of all scenarios of the store over its first `replications` futures, in the order of measures::rules(). `level`: that
// of the intervals of differences, 0.05 for 95 %.
std::vector<RuleUse> rule_uses(const store::Store& store, std::uint32_t replications, double level);
// The same of futures that were not stored, for one scenario.
std::vector<RuleUse> rule_uses(const std::vector<measures::RuleCount>& counts, std::size_t scenario);

// "return after a failed trial, secondment": the rules of a scenario that never fired; empty when all did.
std::string never_triggered(const std::vector<RuleUse>& uses, std::size_t scenario, Language language);
// Scenarios of which the same rules never fired, told once: whose ("all policies", or names) and which rules.
struct NeverTriggered {
    Text whose, rules;
};
std::vector<NeverTriggered> never_triggered(const std::vector<RuleUse>& uses, const std::vector<Text>& scenarios);
// "Never triggered in 20 futures: …" for people; empty when all fired.
Text never_triggered_sentence(const std::vector<RuleUse>& uses, std::size_t scenario);

}  // namespace staffsim::analysis
