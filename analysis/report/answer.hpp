// The answer in brief: sentences made from the verdicts of one verdict year by fixed rules, so that report and terminal
// say the same. Outcomes without a verdict are spoken of in one sentence of their own, when they changed by at least
// what matters; cost is told apart from gains and losses. The size of a difference is counted in smallest changes that
// matter (where none is given, in standard errors).
#pragma once

#include <optional>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

struct AnswerPart {
    std::optional<std::size_t> scenario;  // the variant it is about, if about one
    Text lead;                            // the variant's name, or what the sentence is about
    Text body;
};

// One part per variant, then the cheapest way to a gain (when two variants gain), what policies on pay do at the lowest
// effect of pay, then the honest limits.
// A verdict year without cells gives only the limits. With too few futures for verdicts the variants have their cost
// alone; why, is said by too_few_futures (verdict_words.hpp), once for all of them.
std::vector<AnswerPart> answer_parts(const Comparison& comparison, int verdict_year);

// The honest limits alone.
Text limits_words(const Comparison& comparison);

// A cost that is a mean over the years, of a policy that begins later: what it is in the verdict year alone, where that
// is another number. "in year 3 alone +330 [+325, +335]"; empty where there is nothing to add.
Text in_year_alone(const Comparison& comparison, const Cell& cell);

// The same as whole sentences, lead and body joined.
std::vector<Text> answer_sentences(const Comparison& comparison, int verdict_year);

}  // namespace staffsim::analysis
