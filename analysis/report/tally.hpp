// The verdicts of one variant at one verdict year, sorted by what the answer says of them, and the words for a change.
// The size of a difference is counted in smallest changes that matter (where none is given, in standard errors).
#pragma once

#include <vector>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis::telling {

struct Tally {
    std::vector<const Cell*> better, worse, small_better, small_worse;  // without cost, see is_latent; largest first
    std::vector<const Cell*> cost;
    std::size_t counted = 0;  // outcomes with a verdict, without cost
    std::size_t identical = 0, all = 0;
    std::vector<const Cell*> moved_without_verdict;  // exploratory outcomes that differ in any future
    std::size_t too_close = 0, too_rare = 0, assumptions = 0, not_measured = 0;
    std::uint32_t fewest_more = 0;  // futures that settle the nearest of the too close
};

Tally tally_of(const Comparison& comparison, std::size_t scenario, int verdict_year);

double size_of(const Comparison& comparison, const Cell& cell);

// Scores inside the model, which nobody can count, come after what somebody can.
bool is_latent(const Comparison& comparison, const Cell& cell);

struct Wording {
    const measures::Outcome& outcome;
    std::string difference, low, high;
};
Wording wording(const Comparison& comparison, const Cell& cell);

// "empty places per township −0.4 places"
Text change(const Comparison& comparison, const Cell& cell);

// "empty places −0.4 places; leavers −2 people": the largest of them.
Text largest(const Comparison& comparison, const std::vector<const Cell*>& cells);

// "better on 2 (…), worse on 1 (…)": adds one side to the text; nothing when there are no cells.
void add_side(Text& text, const Comparison& comparison, const std::vector<const Cell*>& cells, const Text& side);
Text both_sides(const Comparison& comparison, const std::vector<const Cell*>& better,
                const std::vector<const Cell*>& worse);

void add(Text& text, const Text& sentence);

}  // namespace staffsim::analysis::telling
