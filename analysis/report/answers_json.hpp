// What the page's script needs to draw answers to single questions.
#pragma once

#include <nlohmann/json.hpp>

#include "analysis/answer_types.hpp"

namespace staffsim::analysis {

// null when there are none. Numbers have the digits that are shown.
nlohmann::json answers_data(const Answers& answers);

}  // namespace staffsim::analysis
