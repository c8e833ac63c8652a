// The long-run view: where policies lead if nothing else ever changed. 200 years, the first 60 discarded, law frozen:
// every dated step lies in the years that are discarded, and trends from outside stand still. It is no forecast and
// carries no verdict: verdicts concern the finite horizon from today's roster. Levels and differences are means over
// the years kept, of all futures; intervals are plain 95 % ones and looking costs nothing.
#pragma once

#include <string>
#include <vector>

#include "analysis/terminal/style.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/verdict.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

inline constexpr int long_run_years = 200, discarded_years = 60;

// What freezes the law, as --set of every scenario.
std::vector<std::string> frozen_law();

// InputError naming every setting that starts in the years that are kept.
void check_frozen(const std::vector<scenario::Scenario>& scenarios);

struct LongRunCell {
    std::size_t outcome = 0, scenario = 0;
    stats::LevelSummary level;
    stats::PairedSummary paired;    // against the baseline
    std::size_t settled_after = 0;  // years, by the marginal standard error rule on the mean of all futures; diagnostic
};

// Primary outcomes of every scenario for the headline group.
std::vector<LongRunCell> long_run_cells(const store::Store& store, std::uint32_t replications);

std::string long_run_screen(const store::Plan& plan, const std::vector<LongRunCell>& cells, std::uint32_t replications,
                            const Style& style);
std::string long_run_csv(const store::Plan& plan, const std::vector<LongRunCell>& cells);

}  // namespace staffsim::analysis
