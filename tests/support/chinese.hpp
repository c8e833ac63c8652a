// Whether a text has an ideograph.
#pragma once

#include <algorithm>
#include <string>

namespace staffsim::tests {

inline bool is_chinese(const std::string& text) {
    // Three bytes, the first of them from 0xE4 to 0xE9: U+4000 to U+9FFF.
    return std::ranges::any_of(text, [](unsigned char c) { return c >= 0xE4 && c <= 0xE9; });
}

}  // namespace staffsim::tests
