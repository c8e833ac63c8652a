// Whether a text has characters beyond ASCII, as every Chinese one has.
#pragma once

#include <algorithm>
#include <string>

namespace staffsim::tests {

inline bool is_chinese(const std::string& text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c >= 0x80; });
}

}  // namespace staffsim::tests
