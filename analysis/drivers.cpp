#include "analysis/drivers.hpp"

#include <algorithm>
#include <set>

namespace staffsim::analysis {

double TornadoRow::swing() const {
    const auto [low, high] = std::minmax({present, at_low.difference, at_high.difference});
    return high - low;
}

const DriverStudy* find_study(const Drivers& drivers, std::string_view method) {
    const auto found = std::ranges::find(drivers.studies, method, &DriverStudy::method);
    return found == drivers.studies.end() ? nullptr : &*found;
}

std::size_t assumptions_varied(const Drivers& drivers) {
    std::set<std::string_view> keys;
    for (const DriverFactor& factor : drivers.factors) keys.insert(factor.key);
    return keys.size();
}

}  // namespace staffsim::analysis
