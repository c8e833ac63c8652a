// A baseline held against what is known of such counties: targets from a file, each with its estimator, group of units,
// band and source, and what the model gives. Says what is inside its band and what is not; changes nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/calibration/estimators.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

struct CalibrationTarget {
    const Estimator* estimator = nullptr;
    std::size_t group = 0;  // measures::townships_group …
    double low = 0, high = 0;
    int starts_from = 0, starts_until = 9999;  // years in which the scenarios that it holds for start, both included
    std::string source;
    bool is_key = false;  // held by a test
};

// InputError with everything that is wrong in the file.
std::vector<CalibrationTarget> read_targets(const std::string& file);

struct CalibrationRequest {
    std::uint32_t seed = 1, futures = 20;
    int threads = 0;
    int first_year = 1, last_year = 20;  // of the run, both included
};

struct CalibrationRow {
    CalibrationTarget target;
    double got = 0, low = 0, high = 0;  // with its 95 % range (calculation)
    bool is_inside = false;             // got lies in the target's band
};

// The rows of the targets that hold for the scenario, in the file's order. The same for any number of threads.
std::vector<CalibrationRow> calibrate(const scenario::Scenario& scenario, const std::vector<CalibrationTarget>& targets,
                                      const CalibrationRequest& request);

std::string calibration_table(const std::vector<CalibrationRow>& rows, Language language);  // 78 columns
std::string calibration_markdown(const std::vector<CalibrationRow>& rows);
std::string calibration_csv(const std::vector<CalibrationRow>& rows);

}  // namespace staffsim::analysis
