// What an experiment found, point by point: the declared family laid out by point, as CSV, as JSON and on the terminal.
// Showing some of the points changes no verdict: the family stays the one that was declared.
#pragma once

#include <string>
#include <vector>

#include "analysis/declared.hpp"
#include "analysis/experiment/load.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

struct PointTable {
    std::uint32_t replications = 0;
    int look = 1;
    std::size_t family = 0;
    std::vector<std::size_t> points;  // positions in the plan, those that are shown
    std::vector<DeclaredCell> cells;  // by scenario
};

PointTable point_table(const store::Store& store, std::uint32_t replications, int look, const PointFilter& filter);

// One row per point, outcome, group and verdict year: point, hash, sweep, scenario, a column for every swept lever
// (empty where it is not swept), outcome, group, year, level with its range, paired difference with its interval, share
// of futures in which it is better with its Wilson range, regret, verdict, futures still needed, variance factor.
std::string points_csv(const store::Plan& plan, const PointTable& table);
std::string points_json(const store::Plan& plan, const PointTable& table);

// The points at the first verdict year for the whole county, a column for each of the first three outcomes.
std::string point_screen(const store::Plan& plan, const PointTable& table, const Style& style);

}  // namespace staffsim::analysis
