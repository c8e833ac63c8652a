// Behind the verdicts, for who wants to see it: how often a variant is better under matched luck, what a wrong choice
// would cost on average, and what matching saved.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

// One block per variant, one line per primary outcome that is no latent score.
std::string luck_table(const Comparison& comparison, int verdict_year, const Style& style);

// "Matched luck saves …": the variance factors of the primary outcomes in one sentence; empty when nothing differs.
std::string matching_sentence(const Comparison& comparison, int verdict_year, const Style& style);

}  // namespace staffsim::analysis
