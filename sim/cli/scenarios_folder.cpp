#include "sim/cli/scenarios_folder.hpp"

#include <cstdlib>

namespace staffsim::cli {

std::filesystem::path scenarios_folder() {
    const char* named = std::getenv("STAFFSIM_SCENARIOS");
    return named != nullptr && *named != '\0' ? named : STAFFSIM_SCENARIOS_DIR;
}

}  // namespace staffsim::cli
