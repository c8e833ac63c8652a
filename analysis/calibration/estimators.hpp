// The estimators a baseline is held against its targets by: what exactly is counted, over what. Each is a ratio of sums
// over the futures and years looked at, so that its range is that of a ratio (stats/level.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/calibration/population.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

struct Estimator {
    std::string id;
    Text label;
    std::string unit;
    Text estimand;
    int decimals;
    measures::Ratio (*of)(const PopulationSums& sums, std::size_t group);
};

const std::vector<Estimator>& estimators();
// Null when there is none of that name.
const Estimator* find_estimator(std::string_view id);

}  // namespace staffsim::analysis
