#include "analysis/terminal/differences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/setting_words.hpp"
#include "analysis/terminal/layout.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t most_settings = 8;

}  // namespace

std::string setting_text(const Setting& setting, const Style& style) {
    const bool is_lever = setting.label.en != setting.key;  // years, posts and units have nobody's name
    const std::string who = style.say(levers::authority_words(setting.authority));
    return fmt::format("{}: {}{}", style.say(setting.label), style.say(change_words(setting)),
                       is_lever ? " [" + who + "]" : "");
}

std::string differences_text(const Comparison& comparison, const Style& style) {
    const Text title{"0 What differs: old → new [who decides]", "0 改了什么：旧 → 新［谁决定］"};
    const Text nothing{"nothing: the same settings, so every future is the same one",
                       "没有差别：设定相同，每次推演也就相同"};
    std::string text = style.say(title) + "\n";
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        const ComparedScenario& scenario = comparison.scenarios[s];
        text += paragraph("  ", style.say(scenario.name));
        if (scenario.settings.empty()) text += paragraph("    ", style.say(nothing));
        for (std::size_t i = 0; i < std::min(most_settings, scenario.settings.size()); ++i)
            text += paragraph("    ", setting_text(scenario.settings[i], style));
        if (scenario.settings.size() <= most_settings) continue;
        const std::size_t more = scenario.settings.size() - most_settings;
        text += "    " +
                style.say({fmt::format("{} more: staffsim check --diff", more),
                           fmt::format("另有 {} 项：staffsim check --diff", more)}) +
                "\n";
    }
    return text;
}

}  // namespace staffsim::analysis
