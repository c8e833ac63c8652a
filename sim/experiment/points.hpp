// Compared scenarios lived again at many points, each point other values of the same levers in all of them: what a
// sensitivity study is made of. At every point the same matched futures are lived, so that differences between points
// are due to the values, not to luck. A point's warm-up is lived anew where its values reach into the history of the
// starting people. Points are handed over in their order, whatever the threads; memory is bounded by what is in flight.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/experiment/futures.hpp"
#include "sim/experiment/progress.hpp"
#include "sim/scenario/given_values.hpp"

namespace staffsim::experiment {

// The difference of one outcome between a scenario and the first one.
struct PairEstimate {
    double difference = 0;
    double standard_error = 0;  // of the matched replications at this point; no value for a single one
    double discordant = 0;      // pairs that differ
};

struct PointPlan {
    std::vector<scenario::Scenario> scenarios;  // [0] is the baseline
    std::vector<std::size_t> outcomes;
    std::vector<int> verdict_years;  // counts of years, each at most the horizon
    std::uint32_t seed = 1;
    std::uint32_t replications = 20;
    int threads = 0;  // points at once; below 1: as many as there are processors

    std::size_t estimates_per_point() const { return (scenarios.size() - 1) * outcomes.size() * verdict_years.size(); }
    // Where a variant's (from 1) estimate of the outcome and year, given by their places in the lists, stands.
    std::size_t place_of(std::size_t scenario, std::size_t outcome, std::size_t year) const {
        return ((scenario - 1) * outcomes.size() + outcome) * verdict_years.size() + year;
    }
};

using Point = std::vector<scenario::GivenValue>;

// One point. A pure function of plan and point; `present` holds warm-ups that points may share.
std::vector<PairEstimate> live_point(const PointPlan& plan, const Point& point, WarmUps& present);

// Lives points[done] … and hands each over by commit(number, estimates), in rising order, one at a time. Stops
// beginning new points when `interrupted` becomes true; those begun are finished and handed over as far as they follow
// on each other. Returns how many points have been handed over in all, `done` included.
std::uint32_t run_points(const PointPlan& plan, const std::vector<Point>& points, std::uint32_t done,
                         const std::function<void(std::uint32_t, const std::vector<PairEstimate>&)>& commit,
                         Progress& progress, const std::atomic<bool>& interrupted);

}  // namespace staffsim::experiment
