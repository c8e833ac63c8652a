// What `check` says, as JSON: for editors and for programs that make scenarios.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// {"sound": true, "scenarios": [{"file", "id", "name", …, "warnings": [{"file", "line", "column", "key", "en", "zh"}],
// "notes": [{"en", "zh"}]}]}; with `origin` every scenario's "values": [{"key", "value", "unit", "origin"}].
std::string check_json(const std::vector<std::string>& specs, const std::vector<scenario::Scenario>& loaded,
                       bool origin);

// {"sound": false, "problems": [{"file", "line", "column", "key", "message"}]}; line and column 0: the whole file.
std::string problems_json(const std::vector<Problem>& problems);

// {"sound": true, "differences": [{"key", "before", "after", "unit", "origin"}]}
std::string differences_json(const scenario::Scenario& before, const scenario::Scenario& after);

}  // namespace staffsim::analysis
