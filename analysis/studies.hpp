// Studies of assumptions: what is varied, at which points, and how a store remembers it. A study belongs to a
// comparison: same scenarios, same seed; its points are lived on the first futures of the comparison.
//
//   tornado  point 0 is the present; then one assumption at one end of its range, or at another setting
//   joint    Latin hypercube of all assumptions, `size` points
//   morris   `size` trajectories through all assumptions
//   sobol    `size` blocks of a Saltelli design of the `kept` assumptions, the others at their present values
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/drivers.hpp"
#include "sim/experiment/factors.hpp"
#include "sim/experiment/points.hpp"

namespace staffsim::analysis {

struct StudyEnd {
    std::size_t factor = 0;
    bool is_high = false;
    std::string value;
};

struct Study {
    std::string method;
    std::vector<DriverFactor> factors;
    std::vector<std::string> not_varied;
    std::vector<std::string> outcomes;  // ids
    std::vector<int> verdict_years;
    std::uint32_t seed = 1, replications = 0;
    std::uint32_t size = 0;
    std::uint32_t points = 0;       // in all
    std::vector<StudyEnd> ends;     // tornado: one per point from 1
    std::vector<std::size_t> kept;  // sobol: factors
};

// As kept in the store; equal studies give equal texts.
std::string to_json(const Study& study);
// InvariantError when it is not what to_json wrote.
Study study_of(const std::string& json);

struct PlannedStudy {
    Study study;
    std::vector<experiment::Point> points;
};
// `common`: factors, outcomes, years, seed, replications already set by common_study.
Study common_study(const experiment::PointPlan& plan, const experiment::Factors& factors);
PlannedStudy plan_tornado(Study common, const experiment::Factors& factors);
PlannedStudy plan_joint(Study common, const experiment::Factors& factors, std::uint32_t draws);
PlannedStudy plan_morris(Study common, const experiment::Factors& factors, std::uint32_t trajectories);
PlannedStudy plan_sobol(Study common, const experiment::Factors& factors, std::vector<std::size_t> kept,
                        std::uint32_t blocks);

// The numbers that the store keeps of a point: three per estimate.
std::vector<double> numbers_of(const std::vector<experiment::PairEstimate>& estimates);
// Estimate number `place` (PointPlan::place_of) of kept numbers.
experiment::PairEstimate estimate_in(const std::vector<double>& numbers, std::size_t place);

}  // namespace staffsim::analysis
