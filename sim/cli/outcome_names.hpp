// Outcomes named on the command line.
#pragma once

#include <string>
#include <vector>

namespace staffsim::cli {

// Places in measures::outcomes(), in the order given. InputError for an unknown id, with the nearest right one.
std::vector<std::size_t> outcomes_named(const std::vector<std::string>& ids, const std::string& option);

}  // namespace staffsim::cli
