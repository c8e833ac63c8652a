// The declared family of a store: every comparison that gets a verdict, and whether enough is known of all of them.
// Primary outcomes x variants x verdict years for the headline group; in an experiment also for every unit that its
// file names, as far as the outcome is kept by unit; in a comparison also for the townships of a pilot and the others
// (pilots.hpp), whose cells are made there and are not waited for.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/level.hpp"
#include "sim/stats/precision.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

struct DeclaredCell {
    std::size_t outcome = 0, scenario = 0, group = 0;
    int verdict_year = 0;
    stats::LevelSummary level;
    stats::PairedSummary paired;  // against scenario 0, simultaneous over the family, at the look's share
    stats::Verdict verdict = stats::Verdict::identical;
};

// How many comparisons share the error probability, wherever they are told. Scenarios that resolve alike are one, those
// that resolve as the baseline does are none.
std::size_t family_size(const store::Plan& plan);

// Error levels of one comparison of a family of that size, at a look and at the one behind it.
struct FamilyLevels {
    double now = 0.05, next = 0.05;
};
FamilyLevels family_levels(const store::Plan& plan, std::size_t family_size, int look);

// A declared comparison, future by future: its range at the level of the look, its verdict, and how many more futures
// would settle it at the next look.
struct Judged {
    stats::PairedSummary paired;
    stats::Verdict verdict = stats::Verdict::identical;
};
Judged judged(const std::vector<measures::Ratio>& baseline, const std::vector<measures::Ratio>& own,
              const measures::Outcome& outcome, const FamilyLevels& levels, const stats::Pasts& pasts);

// Whether the outcome gets verdicts.
bool is_primary(const store::Plan& plan, std::size_t outcome);
// Groups of units that get verdicts: the headline group first.
std::vector<std::size_t> judged_groups(const store::Plan& plan);
bool is_judged(const store::Plan& plan, std::size_t outcome, std::size_t group);

// All of the family over the first `replications` futures as look number `look`; ordered by scenario, outcome, group
// and verdict year.
std::vector<DeclaredCell> declared_cells(const store::Store& store, std::uint32_t replications, int look);

// Whether every declared comparison needs no more replications (stats/precision.hpp).
bool all_precise_enough(const store::Store& store, std::uint32_t replications, int look,
                        const stats::PrecisionRule& rule);

}  // namespace staffsim::analysis
