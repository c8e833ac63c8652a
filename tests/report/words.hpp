// What a page or a screen says.
#pragma once

#include <string>

#include "analysis/terminal/style.hpp"
#include "tests/support/unwrapped.hpp"

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

// A section of the page; empty when it is not there.
inline std::string section_of(const std::string& page, const std::string& id) {
    const auto at = page.find("<section id=\"" + id + "\">");
    return at == std::string::npos ? "" : page.substr(at, page.find("</section>", at) - at);
}

inline const staffsim::analysis::Style in_english{staffsim::Language::en, false, false},
    in_chinese{staffsim::Language::zh, false, false};
