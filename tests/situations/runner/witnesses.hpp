// What is generated from the witness lists: a lever must matter where a situation witnesses it, and every lever has a
// witness.
#pragma once

#include <string>
#include <vector>

#include "tests/situations/runner/situation.hpp"

namespace staffsim::situations {

// Sets each witnessed lever to both ends of its range (every choice; each single share of shares that sum to one) and
// lives the situation to its end in five futures. Complaints: a lever that is not known, a value with which the
// situation cannot be loaded or breaks a gate, a lever that changes nothing that happens or is counted.
std::vector<std::string> complaints_about_ends(const Situation& situation);

// Complaints: a lever without a witness that `not_yet` does not list, and a listed lever that has a witness or does not
// exist. Lines of `not_yet` that begin with # are comments; what follows a key is its reason.
std::vector<std::string> complaints_about_coverage(const std::vector<Situation>& situations,
                                                   const std::string& not_yet_file);

}  // namespace staffsim::situations
