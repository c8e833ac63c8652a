// The policy blocks a scenario compiles to, asked for one lever: the township allowance.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tests/scenario/county.hpp"

namespace staffsim::tests {

inline constexpr const char* allowance = "pay.township_allowance";

inline Day first_of(int year) { return first_of_year(year); }

inline std::vector<Day> days_of(const engine::PolicyTimeline& timeline) {
    std::vector<Day> days;
    for (const engine::PolicyStep& step : timeline.steps) days.push_back(step.from);
    return days;
}

// Value of the allowance in yuan for everybody and for new entrants, in a unit, under the step in force on a day.
inline double allowance_on(const engine::PolicyTimeline& timeline, Day day, std::size_t unit,
                           std::optional<Day> entry = std::nullopt) {
    const engine::PolicyStep* step = &timeline.steps.front();
    for (const engine::PolicyStep& one : timeline.steps) {
        if (one.from <= day) step = &one;
    }
    std::size_t block = step->block_of_unit[unit];
    for (std::size_t c = 0; entry && c < timeline.entrants_since.size(); ++c) {
        if (timeline.entrants_since[c] <= *entry) {
            block = step->block_of_entrants[c * step->block_of_unit.size() + unit];
        }
    }
    return to_yuan(timeline.blocks[block].pay.township_allowance);
}

// The same blocks, days and units: a run cannot tell them apart.
inline bool same_timeline(const engine::PolicyTimeline& a, const engine::PolicyTimeline& b) {
    bool same =
        a.blocks.size() == b.blocks.size() && a.steps.size() == b.steps.size() && a.entrants_since == b.entrants_since;
    for (std::size_t s = 0; same && s < a.steps.size(); ++s) {
        same = a.steps[s].from == b.steps[s].from && a.steps[s].county_block == b.steps[s].county_block &&
               a.steps[s].block_of_unit == b.steps[s].block_of_unit &&
               a.steps[s].block_of_entrants == b.steps[s].block_of_entrants;
    }
    return same;
}

}  // namespace staffsim::tests
