#include "analysis/settings.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/setting_words.hpp"
#include "sim/scenario/origin.hpp"
#include "sim/scenario/resolved.hpp"

namespace staffsim::analysis {

namespace {

using scenario::ResolvedLever;

const ResolvedLever* find_lever(const scenario::Scenario& scenario, const std::string& key) {
    const auto found = std::ranges::find_if(scenario.levers, [&](const ResolvedLever& l) { return l.row->key == key; });
    return found == scenario.levers.end() ? nullptr : &*found;
}

bool is_dated(const scenario::Setting& setting, Day start) { return setting.starts && *setting.starts > start; }

// The one day on which the lever changes, for every unit; nothing when it is more than that.
std::optional<Day> single_start(const ResolvedLever& lever, Day start) {
    std::optional<Day> day;
    for (const scenario::Setting& setting : lever.settings) {
        if (setting.units || setting.new_entrants || setting.phase_in_years > 1) return std::nullopt;
        if (!is_dated(setting, start)) continue;
        if (day && *day != *setting.starts) return std::nullopt;
        day = setting.starts;
    }
    return day;
}

// What a lever is under everywhere from the first day on; empty where it is not one value, or no such lever exists.
std::string only_value(const scenario::Scenario& scenario, const std::string& key) {
    const ResolvedLever* lever = find_lever(scenario, key);
    if (lever == nullptr) return "";
    const Day start = scenario.input.plan.start;
    const bool is_single = std::ranges::none_of(
        lever->settings, [&](const auto& one) { return one.units || one.new_entrants || is_dated(one, start); });
    return is_single ? levers::to_text(*lever->row, scenario::value_on(*lever, start, nullptr)) : "";
}

// Levers whose value has no effect: a part that is switched off, a share of competition where nobody competes.
bool is_unused(const scenario::Scenario& scenario, const std::string& key) {
    constexpr std::string_view share = "competition_share", competition = "competition";
    if (key.ends_with(share)) {
        const std::string regime = only_value(scenario, key.substr(0, key.size() - share.size()) + "regime");
        return !regime.empty() && regime != competition;
    }
    for (std::size_t at = key.find('.'); at != std::string::npos; at = key.find('.', at + 1)) {
        const std::string part = key.substr(0, at) + ".enabled";
        if (part != key && only_value(scenario, part) == "false") return true;
    }
    return false;
}

void describe_lever(Setting& setting, const ResolvedLever& lever, Day start) {
    setting.label = lever.row->label;
    if (lever.row->kind == levers::Kind::policy) setting.authority = levers::name(lever.row->authority);
    const std::optional<Day> day = single_start(lever, start);
    const std::string before = levers::to_text(*lever.row, scenario::value_on(lever, start, nullptr));
    if (before != setting.old_value) return;
    if (!day) {  // several days, pilots or new entrants: told in words, which name the first day
        const std::string same_so_far = setting.old_value + "; from ";
        constexpr std::size_t date_length = 10;
        if (setting.new_value.starts_with(same_so_far))
            setting.starts = setting.new_value.substr(same_so_far.size(), date_length);
        return;
    }
    setting.starts = to_text(*day);
    setting.new_value = levers::to_text(*lever.row, scenario::value_on(lever, *day, nullptr));
}

// A share of empty places approved for all is approved for the county organs as well, which then draw fewer people from
// the townships: who means the townships has to name them.
bool holds_in_organs(const Setting& setting, const scenario::Scenario& scenario) {
    const bool has_organs = std::ranges::any_of(scenario.input.plan.units,
                                                [](const UnitPlan& unit) { return unit.kind != UnitKind::township; });
    return has_organs && setting.key == "recruitment.approved_share" && confined_to(setting).empty();
}

}  // namespace

std::vector<Setting> settings_between(const scenario::Scenario& baseline, const scenario::Scenario& variant) {
    std::vector<Setting> settings;
    for (const scenario::Difference& difference : scenario::differences(baseline, variant)) {
        Setting setting;
        setting.key = difference.key;
        setting.label = {difference.key, difference.key};
        setting.old_value = difference.before;
        setting.old_is_unused = is_unused(baseline, difference.key);
        setting.new_value = difference.after;
        setting.unit = difference.unit;
        setting.origin = scenario::place_text(scenario::without_folders(difference.place));
        const ResolvedLever* lever = find_lever(variant, difference.key);
        if (lever != nullptr) describe_lever(setting, *lever, variant.input.plan.start);
        if (holds_in_organs(setting, variant)) {
            setting.label.en += ", townships and county organs";
            setting.label.zh += "（乡镇和县直机关）";
        }
        settings.push_back(std::move(setting));
    }
    return settings;
}

}  // namespace staffsim::analysis
