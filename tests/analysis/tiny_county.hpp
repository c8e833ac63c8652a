// The tiny county of the program's tests, loaded.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace staffsim::tests {

inline scenario::Scenario tiny(const std::string& spec, const std::vector<std::string>& sets = {}) {
    const std::string base = std::string(TINY_COUNTY) + "baseline.toml";
    const bool is_file = spec.ends_with(".toml");
    return scenario::load_scenario(scenario::parse_spec(is_file ? TINY_COUNTY + spec : spec, base), {sets, {}, {}});
}

}  // namespace staffsim::tests
