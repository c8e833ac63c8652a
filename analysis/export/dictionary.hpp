// What every outcome and every column of the CSV files means, as a table of its own.
#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace staffsim::analysis {

std::string dictionary_csv(const Comparison& comparison);

}  // namespace staffsim::analysis
