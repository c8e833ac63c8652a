#include "analysis/setting_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "sim/levers/words.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t date_length = 10;

std::vector<std::string> split(const std::string& text, std::string_view separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, at - begin));
        begin = at + separator.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

// Takes "from 2027-07-01" off the front of a step's head, and gives the day; empty when it is not there.
std::string taken(std::string& head, const std::string& word) {
    if (!head.starts_with(word) || head.size() < word.size() + date_length) return "";
    const std::string day = head.substr(word.size(), date_length);
    head.erase(0, std::min(head.size(), word.size() + date_length + 1));
    return day;
}

bool is_head(const std::string& text) {
    return text.starts_with("from ") || text.starts_with("for entrants ") || text.starts_with("in ");
}

// "from 2027-07-01 for entrants since 2027-07-01 in T03, T11" -> "自 2027-07-01 起，2027-07-01 以后新进人员，T03、T11"
std::string head_in_chinese(std::string head) {
    std::vector<std::string> said;
    if (const std::string day = taken(head, "from "); !day.empty()) said.push_back("自 " + day + " 起");
    if (const std::string day = taken(head, "for entrants since "); !day.empty()) said.push_back(day + " 以后新进人员");
    if (head.starts_with("in ")) {
        std::string units;
        for (const std::string& unit : split(head.substr(3), ", ")) units += (units.empty() ? "" : "、") + unit;
        said.push_back(units);
    }
    std::string text;
    for (const std::string& one : said) text += (text.empty() ? "" : "，") + one;
    return text;
}

Text step_words(const std::string& step) {
    const std::size_t colon = step.find(": ");
    if (colon == std::string::npos || !is_head(step)) return levers::value_words(step);
    const std::string head = step.substr(0, colon), value = step.substr(colon + 2);
    const Text words = value == "as others" ? Text{value, "同其他"} : levers::value_words(value);
    return {head + ": " + words.en, head_in_chinese(head) + "：" + words.zh};
}

std::string steps_of(const Setting& setting) {
    const std::string same_so_far = setting.old_value + "; ";
    const bool repeats = !setting.old_value.empty() && setting.new_value.starts_with(same_so_far);
    return repeats ? setting.new_value.substr(same_so_far.size()) : setting.new_value;
}

}  // namespace

Text old_value_words(const Setting& setting) {
    if (setting.old_is_unused) return {"not used", "未采用"};
    return levers::value_words(setting.old_value);
}

Text new_value_words(const Setting& setting) {
    Text text;
    for (const std::string& step : split(steps_of(setting), "; ")) {
        const Text words = step_words(step);
        text.en += (text.en.empty() ? "" : "; ") + words.en;
        text.zh += (text.zh.empty() ? "" : "；") + words.zh;
    }
    return text;
}

std::vector<std::string> confined_to(const Setting& setting) {
    std::vector<std::string> units;
    for (const std::string& step : split(steps_of(setting), "; ")) {
        std::string head = step.substr(0, std::min(step.find(": "), step.size()));
        if (!is_head(step)) return {};
        taken(head, "from ");
        taken(head, "for entrants since ");
        if (!head.starts_with("in ")) return {};
        for (const std::string& unit : split(head.substr(3), ", "))
            if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
    }
    return units;
}

bool names_its_start(const Setting& setting) { return steps_of(setting).starts_with("from "); }

Text change_words(const Setting& setting) {
    const Text before = old_value_words(setting), after = new_value_words(setting),
               unit = levers::unit_words(setting.unit);
    Text text{before.en + " → " + after.en, before.zh + " → " + after.zh};
    if (!setting.unit.empty()) text = {text.en + " " + unit.en, text.zh + " " + unit.zh};
    if (setting.starts.empty() || names_its_start(setting)) return text;
    return {text.en + " from " + setting.starts, text.zh + "，自 " + setting.starts + " 起"};
}

Text sought_holds(const scenario::ResolvedLever& lever, Day start) {
    if (lever.settings.empty()) return {};
    const scenario::Setting& setting = lever.settings.back();
    std::vector<std::string> en, zh;
    if (setting.starts && *setting.starts > start) {
        en.push_back("from " + to_text(*setting.starts));
        zh.push_back("自 " + to_text(*setting.starts) + " 起");
    }
    if (setting.phase_in_years > 1) {
        en.push_back(fmt::format("in {} yearly steps", setting.phase_in_years));
        zh.push_back(fmt::format("分 {} 年到位", setting.phase_in_years));
    }
    if (setting.new_entrants) en.emplace_back("for new entrants"), zh.emplace_back("只对新进人员");
    if (setting.units) {
        en.push_back(fmt::format("in {}", fmt::join(*setting.units, ", ")));
        zh.push_back(fmt::format("只在 {}", fmt::join(*setting.units, "、")));
    }
    return {fmt::format("{}", fmt::join(en, " ")), fmt::format("{}", fmt::join(zh, "，"))};
}

}  // namespace staffsim::analysis
