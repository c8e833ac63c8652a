// A comparison as tidy tables: one row a fact, ids in every row, the same numbers as in terminal and report.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"

namespace staffsim::analysis {

struct CsvFile {
    std::string name;  // comparison.csv …
    std::string content;
};

// comparison (levels, differences, verdicts), yearly (bands across futures), units (empty places by township), manpower
// (outlook of the baseline), settings (what the variants change), dictionary (every outcome and column in words), luck
// (quantiles across futures of levels and paired differences, with their ranges).
std::vector<CsvFile> comparison_tables(const Comparison& comparison);

// Writes them into `folder`, which is made when it does not exist; OutputError when it cannot be filled. All are
// written before the first takes its place, so that a full disk leaves the tables of before and no mixture. Asks nobody
// whether a table may be replaced: own_tables.hpp.
void write_tables(const std::filesystem::path& folder, const std::vector<CsvFile>& tables);

}  // namespace staffsim::analysis
