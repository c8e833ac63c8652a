// Whether the sentences of a situation hold, and the sentences as an official reads them.
//
// Chance: a sentence without luck must hold in every future looked at. A probability or a mean is judged by a normal
// approximation with the standard error of the claim or of the sample: a true sentence fails in one of 10,000 draws of
// luck (two-sided 3.891 standard errors). A comparison over several replications must differ by more than 3.719
// standard errors of the paired differences: a lever without effect passes in one of 10,000. The luck is fixed, so a
// verdict never changes by itself.
#pragma once

#include <string>
#include <vector>

#include "tests/situations/runner/situation.hpp"

namespace staffsim::situations {

struct Verdict {
    std::string told;   // the sentence
    std::string found;  // what was seen, when it does not hold
    bool holds = true;
};

std::vector<Verdict> judge(const Situation& situation);

}  // namespace staffsim::situations
