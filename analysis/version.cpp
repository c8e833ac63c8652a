#include "analysis/version.hpp"

namespace staffsim::analysis {

std::string program_version() { return STAFFSIM_VERSION; }
std::string model_version() { return "15"; }

}  // namespace staffsim::analysis
