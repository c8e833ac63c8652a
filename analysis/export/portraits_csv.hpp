// Portraits as tidy tables: structure.csv (one row per scenario, year and cell), careers.csv (per link and stage) and
// chains.csv. Means over futures with the range of nine in ten of them. No examples: those are no statistics.
#pragma once

#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/export/comparison_csv.hpp"

namespace staffsim::analysis {

// Empty when the comparison holds no portraits.
std::vector<CsvFile> portraits_tables(const Comparison& comparison);

}  // namespace staffsim::analysis
