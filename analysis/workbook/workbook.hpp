// The comparison as an Excel workbook to hand on: answer, scorecard, yearly series with charts, flows of the baseline,
// townships, settings, run record, dictionary. The same numbers and verdict words as in terminal, CSV and report, in
// one language. Text from scenario files stays text: nothing becomes a formula. Same comparison, same bytes (the
// creation date is fixed).
#pragma once

#include <filesystem>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

// Writes a neighbour of `path` and renames it over `path`. OutputError when it cannot be written.
void write_workbook(const Comparison& comparison, Language language, const std::filesystem::path& path);

}  // namespace staffsim::analysis
