// The manpower table as CSV: one row a scenario, group and year.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/export/csv_text.hpp"

namespace staffsim::analysis {

CsvText manpower_csv();  // the headings
void add_manpower(CsvText& csv, const std::string& scenario, const std::string& group,
                  const std::vector<ManpowerYear>& table);

}  // namespace staffsim::analysis
