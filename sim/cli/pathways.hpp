// --pathways of compare: through what differences go, traced on futures of their own before the comparison is lived.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/cli/common.hpp"

namespace staffsim::cli {

struct PathwayOptions {
    bool wanted = false;
    std::int64_t futures = 20;

    void declare(Options& options);
};

// Empty unless wanted; nothing when interrupted.
std::optional<analysis::PathwayStudy> traced_pathways(const PathwayOptions& options,
                                                      const std::vector<scenario::Scenario>& scenarios,
                                                      const BatchOptions& batch, const ShowOptions& show);

}  // namespace staffsim::cli
