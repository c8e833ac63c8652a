// The scenarios that come with the program.
#pragma once

#include <filesystem>

namespace staffsim::cli {

// The folder named by the environment variable STAFFSIM_SCENARIOS, or the one the program was built with. It need not
// exist.
std::filesystem::path scenarios_folder();

}  // namespace staffsim::cli
