// How a terminal wants its text: language, colour, plain ASCII. Colour only when stdout is a terminal and NO_COLOR
// (https://no-color.org) is not set; never without a mark and a word that say the same.
#pragma once

#include <string>
#include <string_view>

#include "sim/foundation/text.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::analysis {

struct Style {
    Language language = Language::en;
    bool colour = false;
    bool ascii = false;

    const std::string& say(const Text& text) const { return in(text, language); }
};

// Colour by what stdout is. ASCII implies English.
Style style_for_stdout(Language language, bool ascii);

// `text` (already padded) in the colour of the verdict: differences that matter only.
std::string coloured(const Style& style, stats::Verdict verdict, const std::string& text);

// The whole screen as asked for: marks, signs and ellipses in ASCII; whatever else is not ASCII becomes "?".
std::string finished(const Style& style, std::string screen);

}  // namespace staffsim::analysis
