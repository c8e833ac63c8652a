// Questions as the designs of studies (kept_answers.hpp), and back. Within the analysis layer only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "analysis/kept_answers.hpp"

namespace staffsim::analysis {

using Json = nlohmann::ordered_json;

// `asked` gives the study its name; `beside` may change without making it another question.
KeptQuestion kept_question(const std::string& kind, const Json& asked, const Json& beside);

PackageQuestion package_question(const Json& design);
RaceQuestion race_question(const Json& design);
std::pair<SeekReport, SeekSearch> seek_question_of(const Json& design);

inline Json json_of(const Text& text) { return Json::array({text.en, text.zh}); }
inline Text text_of(const Json& json) { return {json.at(0), json.at(1)}; }

}  // namespace staffsim::analysis
