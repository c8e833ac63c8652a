// Versions that results carry. The model version changes whenever a rule, a default or a draw changes, so that results
// of different models are never mixed in one store; the program version is that of the release.
#pragma once

#include <string>

namespace staffsim::analysis {

std::string program_version();  // "0.1.0"
std::string model_version();    // "1"

}  // namespace staffsim::analysis
