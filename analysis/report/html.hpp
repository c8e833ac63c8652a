// The report of a policy comparison as one HTML file that opens from disk: style, charts, data and the files' licences
// are inside, nothing is fetched. Tables and the answer are in the page itself, so that they can be read without
// scripts; both languages are present and `initial_language` is shown first. Same comparison, same bytes.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

// Assumes scenarios[0] to be the baseline and at least one verdict year. Texts that are not UTF-8 have the wrong bytes
// replaced in the embedded data.
std::string render_html(const Comparison& comparison, Language initial_language);

}  // namespace staffsim::analysis
