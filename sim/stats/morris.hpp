// Screening: which of many factors do anything at all, in few runs. Morris's elementary effects: along a trajectory
// through a grid of four levels one factor after another is moved by two thirds of its range, and what the quantity
// does is noted. Mean absolute effect (mu*): importance; spread (sigma): curvature or interaction. Ranks factors;
// variance shares are for sobol_indices.hpp. Sources: Morris, Technometrics 33 (1991) 161-174; Campolongo, Cariboni and
// Saltelli, Environ. Modell. Softw. 22 (2007) 1509-1518.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/stats/unit_points.hpp"

namespace staffsim::stats {

inline constexpr std::size_t morris_levels = 4;
inline constexpr double morris_step = 2.0 / 3;

// One trajectory: `factors` + 1 points, of which neighbours differ in one coordinate by the step. `number` names the
// trajectory; start, order and directions are addressed by (seed, number).
struct Trajectory {
    std::vector<UnitPoint> points;
    std::vector<std::size_t> moved;  // moved[k]: the coordinate that differs between points k and k + 1
};
Trajectory morris_trajectory(std::size_t factors, std::uint32_t seed, std::size_t number);

struct ElementaryEffect {
    double mean = 0;           // over trajectories, per whole range of the factor
    double mean_absolute = 0;  // mu*
    double spread = 0;         // sigma: standard deviation over trajectories; no value for a single one
};
// `values`: the quantity at all points of the trajectories, one after another. By factor.
std::vector<ElementaryEffect> elementary_effects(const std::vector<Trajectory>& trajectories,
                                                 std::span<const double> values);

}  // namespace staffsim::stats
