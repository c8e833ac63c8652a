// How often rules fired, as CSV: one row a scenario and rule that is on.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/export/csv_text.hpp"

namespace staffsim::analysis {

CsvText rule_headings();
void add_rule(CsvText& csv, const std::string& scenario, const RuleUse& use);

}  // namespace staffsim::analysis
