// What drives the differences, as CSV files and JSON.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/export/comparison_csv.hpp"

namespace staffsim::analysis {

// tornado.csv, joint.csv, shares.csv; only those that have rows.
std::vector<CsvFile> drivers_tables(const Comparison& comparison);

// One object: verdicts (with sign agreement and the assumptions that turn them), assumptions, tornado, shares.
std::string drivers_json(const Comparison& comparison);

}  // namespace staffsim::analysis
