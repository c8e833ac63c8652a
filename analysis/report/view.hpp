// Small helpers to fill mustache templates (library: kainjow mustache; it escapes every variable). A text in both
// languages becomes an object {en, zh}, shown by the partial {{>t}}, of which the style sheet hides one. Other partials
// of all sections:
// {{>stays}} (the comparisons here stay with A), {{>beside_choice}} and {{>spread_table}} (web/sections).
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/text.hpp"

namespace staffsim::analysis::view {

using kainjow::mustache::data;

inline constexpr std::string_view both_languages = R"(<span lang="en">{{en}}</span><span lang="zh">{{zh}}</span>)";

data text(const Text& text);
data list(const std::vector<Text>& texts);
data empty_list();

// Renders `source` with `values`; throws InvariantError when the template is wrong (a defect of the program).
std::string render(std::string_view source, data& values);

}  // namespace staffsim::analysis::view
