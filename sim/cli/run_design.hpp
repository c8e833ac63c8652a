// What `experiment` and `report` share: showing the points of an experiment's store.
#pragma once

#include <string>

#include "analysis/experiment/point_table.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/outputs.hpp"

namespace staffsim::cli {

struct PointOptions {
    analysis::PointFilter filter;

    void declare(Options& options);
};

// Prints the points, writes points.csv (and, where there are few enough scenarios, the report and all tables of a
// comparison). The last line is the path of what was written last.
void put_out_points(const store::Store& store, std::uint32_t replications, int look, const PointOptions& points,
                    const OutputOptions& outputs, const ShowOptions& show, const std::string& path);

// InputError when a report is asked for that would have to show too many scenarios.
void check_can_report(const store::Plan& plan, const OutputOptions& outputs);

}  // namespace staffsim::cli
