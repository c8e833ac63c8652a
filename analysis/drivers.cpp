#include "analysis/drivers.hpp"

#include <algorithm>

namespace staffsim::analysis {

double TornadoRow::swing() const {
    const auto [low, high] = std::minmax({present, at_low.difference, at_high.difference});
    return high - low;
}

}  // namespace staffsim::analysis
