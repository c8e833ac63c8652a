// Which examples a report tells, of the one future whose lives are kept. The rules look at the baseline alone and take
// whoever comes first, so that nobody is chosen for what a policy did:
//   lives: of those who enter under every policy, the first who reaches a leading post (where there is none, any higher
//   post), the first who leaves of own will or for a county organ, and the first who stays a clerk in the township;
//   chains: of retirements from leading posts whose chain ended under every policy, the first whose chain has the
//   length that is the most frequent one among them.
#pragma once

#include "analysis/portraits.hpp"

namespace staffsim::analysis {

Examples examples_of(const store::Store& store);

// The rules on their own; [scenario] lists as they are kept.
std::vector<std::vector<measures::Life>> chosen_lives(const std::vector<std::vector<measures::Life>>& by_scenario);
std::vector<measures::ChainExample> chosen_chains(const std::vector<std::vector<measures::ChainExample>>& by_scenario);

// Words of stages, ends and posts.
Text words_of(measures::Stage stage);
Text words_of(measures::CareerEnd where);
Text words_of(measures::PostKind post);

}  // namespace staffsim::analysis
