// Every lever has a witness.
#pragma once

#include <string>
#include <vector>

#include "tests/situations/runner/situation.hpp"

namespace staffsim::situations {

// Complaints: a lever without a witness that `not_yet` does not list, and a listed lever that has a witness or does not
// exist. Lines of `not_yet` that begin with # are comments; what follows a key is its reason.
std::vector<std::string> complaints_about_coverage(const std::vector<Situation>& situations,
                                                   const std::string& not_yet_file);

}  // namespace staffsim::situations
