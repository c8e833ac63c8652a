#include "analysis/terminal/overrides_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/overrides.hpp"
#include "analysis/terminal/differences.hpp"
#include "analysis/terminal/layout.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t most_changes = 12;

std::string more_text(std::size_t more, const Style& style) {
    return paragraph("    ", style.say({fmt::format("{} more: in the report, and by staffsim check --origin", more),
                                        fmt::format("另有 {} 项：见报告，或用 staffsim check --origin", more)}));
}

}  // namespace

std::string overrides_text(const Overrides& overrides, const Style& style) {
    if (overrides.is_empty()) return "";
    std::string text = paragraph("+ ", style.say(overrides_sentence(overrides)));
    const std::size_t shown = std::min(most_changes, overrides.changes.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const Setting& change = overrides.changes[i];
        const std::string origin = change.origin.empty() ? "" : " (" + change.origin + ")";
        text += paragraph("    ", setting_text(change, style) + origin);
    }
    return text + (shown < overrides.changes.size() ? more_text(overrides.changes.size() - shown, style) : "");
}

}  // namespace staffsim::analysis
