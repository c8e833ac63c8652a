#include "sim/scenario/origin.hpp"

#include <fmt/format.h>

#include <fmt/ranges.h>
#include <filesystem>

#include <map>

namespace staffsim::scenario {

namespace {

std::string with_unit(const levers::Row& row, const levers::Value& value) {
    return levers::to_text(row, value) + (row.unit.empty() ? "" : " " + row.unit);
}

// "{ village = 2 }" where a dated table gives no more than that.
std::string with_unit(const levers::Row& row, const Setting& setting) {
    if (setting.given.empty()) return with_unit(row, setting.value);
    levers::Row given = row;
    given.names.clear();
    std::vector<double> values;
    for (std::size_t i = 0; i < row.names.size(); ++i) {
        if (!setting.given[i]) continue;
        given.names.push_back(row.names[i]);
        values.push_back(std::get<std::vector<double>>(setting.value)[i]);
    }
    return with_unit(given, levers::Value(values));
}

std::string conditions_text(const Setting& setting) {
    std::string text;
    if (setting.starts) text += " from " + to_text(*setting.starts);
    if (setting.phase_in_years > 1) text += fmt::format(" in {} yearly steps", setting.phase_in_years);
    if (setting.new_entrants) text += " for new entrants";
    if (setting.units) text += fmt::format(" in {}", fmt::join(*setting.units, ", "));
    return text;
}

std::string source_text(const Scenario& scenario, const levers::Row& row) {
    const auto own = scenario.sources.find(row.key);
    if (own != scenario.sources.end()) return "  source: " + own->second;
    return row.source.empty() ? "" : fmt::format("  source: {} [{}]", row.source, levers::name(row.grade));
}

std::string lever_text(const Scenario& scenario, const ResolvedLever& lever) {
    const levers::Row& row = *lever.row;
    const std::string source = source_text(scenario, row);
    if (lever.settings.empty())
        return fmt::format("{} = {}  (default){}\n", row.key, with_unit(row, row.default_value), source);
    const Setting& top = lever.settings.back();
    std::string text = fmt::format("{} = {}{}  ({}){}\n", row.key, with_unit(row, top), conditions_text(top),
                                   place_text(top.place), source);
    for (auto below = lever.settings.rbegin() + 1; below != lever.settings.rend(); ++below) {
        text += fmt::format("    over {}{}  ({})\n", with_unit(row, *below), conditions_text(*below),
                            place_text(below->place));
    }
    const bool is_partial = lever.settings.front().starts || lever.settings.front().units;
    return text + (is_partial ? fmt::format("    over {}  (default)\n", with_unit(row, row.default_value)) : "");
}

bool is_lever(const Scenario& scenario, const std::string& key) {
    for (const ResolvedLever& lever : scenario.levers) {
        if (lever.row->key == key) return true;
    }
    return false;
}

std::map<std::string, const ResolvedLine*> by_key(const Scenario& scenario) {
    std::map<std::string, const ResolvedLine*> lines;
    for (const ResolvedLine& line : scenario.resolved) lines[line.key] = &line;
    return lines;
}

std::string unit_of(const Scenario& scenario, const std::string& key) {
    for (const ResolvedLever& lever : scenario.levers) {
        if (lever.row->key == key) return lever.row->unit;
    }
    return "";
}

}  // namespace

Place without_folders(Place place) {
    place.file = std::filesystem::path(place.file).filename().string();
    return place;
}

std::string place_text(const Place& place) {
    if (place.file.empty()) return "default";
    return place.line > 0 ? fmt::format("{}:{}", place.file, place.line) : place.file;
}

std::string origin_text(const Scenario& scenario) {
    std::string text;
    for (const ResolvedLever& lever : scenario.levers) text += lever_text(scenario, lever);
    for (const ResolvedLine& line : scenario.resolved) {
        if (!is_lever(scenario, line.key))
            text += fmt::format("{} = {}  ({})\n", line.key, line.value, place_text(line.place));
    }
    return text;
}

std::vector<Difference> differences(const Scenario& before, const Scenario& after) {
    std::vector<Difference> found;
    const auto old_lines = by_key(before);
    const auto new_lines = by_key(after);
    for (const ResolvedLine& line : after.resolved) {
        const auto old = old_lines.find(line.key);
        const std::string was = old == old_lines.end() ? "" : old->second->value;
        if (was == line.value) continue;
        const bool has_place = !line.place.file.empty() || old == old_lines.end();
        found.push_back(
            {line.key, was, line.value, unit_of(after, line.key), has_place ? line.place : old->second->place});
    }
    for (const ResolvedLine& line : before.resolved) {
        if (!new_lines.contains(line.key)) found.push_back({line.key, line.value, "", "", line.place});
    }
    return found;
}

std::string diff_text(const Scenario& before, const Scenario& after) {
    std::string text;
    for (const Difference& difference : differences(before, after)) {
        const std::string was = difference.before.empty() ? "nothing" : difference.before;
        const std::string is = difference.after.empty() ? "nothing" : difference.after;
        text += fmt::format("{}: {} → {}{}{} ({})\n", difference.key, was, is, difference.unit.empty() ? "" : " ",
                            difference.unit, place_text(difference.place));
    }
    return text.empty() ? "no difference\n" : text;
}

}  // namespace staffsim::scenario
