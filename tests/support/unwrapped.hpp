#pragma once

#include <string>

// Lines of a screen as one, so that it does not matter where they were broken.
inline std::string unwrapped(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool is_space = c == '\n' || c == ' ';
        if (!is_space || !line.ends_with(' ')) line += is_space ? ' ' : c;
    }
    return line;
}
