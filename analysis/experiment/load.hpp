// From an experiment file to something that can run: every point loaded, points that resolve alike joined, the plan
// with its declared family. Nothing is simulated here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/batch.hpp"
#include "sim/experiment/design.hpp"

namespace staffsim::analysis {

// Which points of an experiment are meant; the base always is. A point must meet every one of `only` ("key=value", or a
// condition as in constraints; points that do not sweep the key do not meet it) and, when there are any, one of `names`
// (globs with * and ? over the point's name).
struct PointFilter {
    std::vector<std::string> only, names;
    bool is_empty() const { return only.empty() && names.empty(); }
};

// InputError when a condition is malformed or names a key that no point sweeps.
std::vector<bool> kept_points(const std::vector<store::PlannedPoint>& points, const PointFilter& filter);

struct LoadRequest {
    PointFilter filter;
    std::vector<std::string> sets, contexts;  // on top of the file's
    std::uint32_t seed = 1;
    int threads = 0;
    std::optional<std::int64_t> years = {};  // instead of the file's
};

// InputError with all problems of all points, each once; values out of range are told at the place of the sweep. Also
// when the filter leaves nothing to compare with the base.
Batch load_experiment(const experiment::Design& design, const LoadRequest& request);

}  // namespace staffsim::analysis
