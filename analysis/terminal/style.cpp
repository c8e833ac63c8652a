#include "analysis/terminal/style.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>

namespace staffsim::analysis {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> substitutes{{{"▲", "^"},
                                                                                     {"▼", "v"},
                                                                                     {"△", "'"},
                                                                                     {"▽", ","},
                                                                                     {"≈", "~"},
                                                                                     {"·", "."},
                                                                                     {"○", "o"},
                                                                                     {"\u2212", "-"},
                                                                                     {"–", "-"},
                                                                                     {"…", "."},
                                                                                     {"→", ">"},
                                                                                     {"万元", "10k yuan"}}};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

bool no_colour_wanted() {
    const char* value = std::getenv("NO_COLOR");
    return value != nullptr && *value != '\0';
}

}  // namespace

Style style_for_stdout(Language language, bool ascii) {
    return {ascii ? Language::en : language, ::isatty(STDOUT_FILENO) == 1 && !no_colour_wanted(), ascii};
}

std::string coloured(const Style& style, stats::Verdict verdict, const std::string& text) {
    using stats::Verdict;
    if (!style.colour) return text;
    if (verdict == Verdict::better) return "\x1b[1;36m" + text + "\x1b[0m";
    if (verdict == Verdict::worse) return "\x1b[1;35m" + text + "\x1b[0m";
    if (verdict == Verdict::higher || verdict == Verdict::lower) return "\x1b[1m" + text + "\x1b[0m";
    return text;
}

std::string finished(const Style& style, std::string screen) {
    if (!style.ascii) return screen;
    for (const auto& [from, to] : substitutes) replace_all(screen, from, to);
    std::string plain;
    for (const char c : screen) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) plain += c;
        if (byte >= 0xC0) plain += '?';
    }
    return plain;
}

}  // namespace staffsim::analysis
