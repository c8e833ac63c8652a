#include "analysis/terminal/heading.hpp"

#include <fmt/format.h>

#include "analysis/terminal/layout.hpp"
#include "analysis/terminal/overrides_text.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t shown_warnings = 4;

std::string county_line(const Heading& heading, const Style& style) {
    const Text counts{fmt::format("{} places, {} staff, {} township{}", heading.places, heading.staff,
                                  heading.townships, heading.townships == 1 ? "" : "s"),
                      fmt::format("编制 {}，实有 {}，乡镇 {}", heading.places, heading.staff, heading.townships)};
    const std::string mark = heading.synthetic ? (style.ascii ? "SYNTHETIC" : "SYNTHETIC 合成数据") : "";
    const std::size_t left = page_width - display_width(mark);
    const std::string tail = fmt::format(" {}  {}", heading.start_year, style.say(counts));
    const std::string name = fitted(heading.name, left - display_width(tail) - 1);
    return std::string(trimmed(pad_right(name + tail, left) + mark)) + "\n";
}

std::string warnings_text(const Heading& heading, const Style& style) {
    std::string text;
    for (std::size_t i = 0; i < heading.warnings.size() && i < shown_warnings; ++i)
        text += paragraph("! ", style.say(heading.warnings[i]));
    if (heading.warnings.size() <= shown_warnings) return text;
    const std::size_t more = heading.warnings.size() - shown_warnings;
    const Text words{fmt::format("{} more {}: staffsim check", more, more == 1 ? "warning" : "warnings"),
                     fmt::format("另有 {} 条提醒：staffsim check", more)};
    return text + "! " + style.say(words) + "\n";
}

}  // namespace

std::string heading_text(const Heading& heading, const Style& style) {
    std::string text =
        county_line(heading, style) + overrides_text(heading.overrides, style) + warnings_text(heading, style);
    for (const Text& note : heading.notes) text += paragraph("  ", style.say(note));
    return text;
}

}  // namespace staffsim::analysis
