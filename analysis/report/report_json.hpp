// The numbers the page's charts are drawn from. Only what charts need: tables are written by the sections.
#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace staffsim::analysis {

// Whether readers can choose another baseline: all differences between variants are there.
bool has_baseline_switch(const Comparison& comparison);

// JSON that is safe inside a <script> element: every < is written as \u003c.
std::string report_json(const Comparison& comparison);

}  // namespace staffsim::analysis
