// A small sound county for tests, in the working folder, and short ways to load variations of it.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "tests/scenario/folder.hpp"

namespace staffsim::tests {

inline const std::string establishment =
    "单位 unit,名称 name_zh,name_en,类型 kind,行政编制 places,正科职数 section_chief,副科职数 deputy_section,"
    "中层正职 office_head,中层副职 office_deputy,常住人口 residents,距县城 km_to_seat,边远类别 remote_class\n"
    "T03,甲乡,Township A,township,22,1,2,1,0,2600,48,3\n"
    "T11,乙镇,Township B,乡镇,34,3,8,5,2,9800,21.5,2\n"
    "C05,县某局,Bureau X,county_organ,18,1,3,5,2,,0,1\n";

inline const std::string base =
    "name = { zh = \"现行\", en = \"Current\" }\n"
    "establishment = \"establishment.csv\"\n"
    "start = 2026-01-01\n"
    "years = 10\n"
    "start_full = false\n"
    "[pay]\n"
    "township_allowance = 400\n"
    "[recruitment]\n"
    "approved_share = 0.8\n";

// base.toml and establishment.csv in a folder of its own.
class CountyFiles : public TemporaryFolder {
  public:
    CountyFiles() {
        write("base.toml", base);
        write("establishment.csv", establishment);
    }
    // An overlay of base.toml.
    void overlay(const std::string& name, const std::string& content) const {
        write(name, "extends = \"base.toml\"\n" + content);
    }
    scenario::Scenario load(const std::string& text, const scenario::LoadOptions& options = {}) const {
        return scenario::load_scenario(scenario::parse_spec(text, "base.toml"), options);
    }
    // The county with this roster.
    scenario::Scenario with_roster(const std::string& roster) const {
        write("roster.csv", roster);
        overlay("rostered.toml", "roster = \"roster.csv\"\n");
        return load("rostered.toml");
    }
    std::string message(const std::string& text, const scenario::LoadOptions& options = {}) const {
        try {
            load(text, options);
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    }
};

inline const scenario::ResolvedLever& lever(const scenario::Scenario& loaded, const std::string& key) {
    for (const scenario::ResolvedLever& one : loaded.levers) {
        if (one.row->key == key) return one;
    }
    throw std::runtime_error("no lever " + key);
}

// Its value as text on a day, for the whole county or in a unit.
inline std::string value(const scenario::Scenario& loaded, const std::string& key, Day day = to_day({2026, 1, 1}),
                         const std::string& unit = "") {
    const scenario::ResolvedLever& one = lever(loaded, key);
    return levers::to_text(*one.row, scenario::value_on(one, day, unit.empty() ? nullptr : &unit));
}

inline bool warns(const scenario::Scenario& loaded, const std::string& phrase) {
    for (const Problem& problem : loaded.warnings) {
        if (to_text(problem).en.find(phrase) != std::string::npos) return true;
    }
    return false;
}

}  // namespace staffsim::tests
