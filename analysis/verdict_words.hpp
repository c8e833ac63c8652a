// Verdicts in the words of one comparison. A comparison of fewer futures than a verdict needs has no rare events, only
// too few futures: it says so, once in plain words and in place of "too rare to tell". The rule itself is
// stats/verdict.hpp; CSV and JSON keep its names.
#pragma once

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::analysis {

bool has_too_few_futures(std::uint32_t replications);
bool has_too_few_futures(const Comparison& comparison);

// "Only 10 matched futures: verdicts need at least 20 …"; empty when there are enough.
Text too_few_futures(std::uint32_t replications);
Text too_few_futures(const Comparison& comparison);

Text verdict_words(const Comparison& comparison, stats::Verdict verdict);
// The same of cost, which in Chinese is more or less and not worse or better.
Text cost_words(const Comparison& comparison, stats::Verdict verdict);

// Whether in place of the range stands in how many futures it differs: also of outcomes that never get a verdict.
bool is_rare(const Cell& cell);

// "differs in 7 of 10 futures [18–98 %]": what is told in place of a range that is not trusted.
Text differing_words(const stats::PairedSummary& paired);
// The same in numbers, and for a narrow column, 7/10 [18–98 %], and what it means.
struct DifferingPercent {
    int low, high;  // in how many of 100 futures it very likely differs
};
DifferingPercent differing_percent(const stats::PairedSummary& paired);
std::string differing_numbers(const stats::PairedSummary& paired);
Text differing_help(const Comparison& comparison);

}  // namespace staffsim::analysis
