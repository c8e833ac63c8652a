// The worked county's files: each loads, warns of nothing but what is meant, and is named in the index.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/synthetic_roster.hpp"

using namespace staffsim;
namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(SCENARIOS_FOLDER) / "jingning";

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// Marginals and calibration targets are no scenarios.
bool is_scenario(const fs::path& file) {
    const std::string name = file.stem().string();
    return file.extension() == ".toml" && !name.starts_with("marginals") && !name.starts_with("calibration");
}

std::vector<std::string> scenario_files() {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (is_scenario(entry.path())) files.push_back(fs::relative(entry.path(), folder).generic_string());
    }
    std::ranges::sort(files);
    return files;
}

// Every roster has one township over its establishment, on purpose, and a few who stay past their age, as drawn; pay by
// years beside parallel ranks is odd.
bool is_meant(const std::string& file, const Problem& warning) {
    const std::string text = to_text(warning).en;
    if (text.find("over establishment") != std::string::npos) return true;
    if (text.find("past the statutory age of retirement on the first day") != std::string::npos) return true;
    const bool is_odd = text.find("long-service pay answers the lack") != std::string::npos;
    return is_odd && !file.starts_with("2009/") && !file.starts_with("contrasts/");
}

}  // namespace

// What the policies at hand decide is what a planner looks for first.
TEST_CASE("the policies of the worked county move everyday levers", "[worked]") {
    for (const char* file :
         {"allowance.toml", "competition.toml", "exchange.toml", "exchange_long_service.toml", "front_line.toml",
          "long_service.toml", "salary.toml", "contrasts/minimum_service_3.toml"}) {
        const auto loaded = scenario::load_scenario(scenario::parse_spec((folder / file).string()), {});
        for (const scenario::ResolvedLever& lever : loaded.levers) {
            const bool is_set = std::ranges::any_of(lever.settings, [](const scenario::Setting& one) {
                return !one.place.file.ends_with("baseline.toml");
            });
            INFO(file << ": " << lever.row->key);
            if (is_set && lever.row->kind == levers::Kind::policy) CHECK(lever.row->everyday);
        }
    }
}

TEST_CASE("every file of the worked county loads without an unexpected warning", "[worked]") {
    const std::vector<std::string> files = scenario_files();
    CHECK(files.size() >= 50);
    for (const std::string& file : files) {
        const auto context = file == "drain.toml";  // needs a scenario under it
        const std::string base = context ? "baseline.toml" : file;
        scenario::LoadOptions options;
        if (context) options.contexts.push_back((folder / file).string());
        INFO(file);
        const auto loaded = scenario::load_scenario(scenario::parse_spec((folder / base).string()), options);
        CHECK(loaded.input.years == 20);
        CHECK_FALSE(loaded.name.zh.empty());
        for (const Problem& warning : loaded.warnings) {
            INFO(to_text(warning).en);
            CHECK(is_meant(file, warning));
        }
    }
}

TEST_CASE("the index of the worked county names every file", "[worked]") {
    const std::string index = content(folder / "README.md");
    for (const std::string& file : scenario_files()) {
        INFO(file);
        CHECK(index.find("`" + file + "`") != std::string::npos);
    }
}

TEST_CASE("no two files of one baseline are the same scenario", "[worked]") {
    std::map<std::string, std::string> by_hash;
    for (const std::string& file : scenario_files()) {
        if (file == "drain.toml") continue;
        const auto loaded = scenario::load_scenario(scenario::parse_spec((folder / file).string()));
        const auto [known, is_new] = by_hash.emplace(loaded.resolved_hash, file);
        INFO(file << " is " << known->second);
        CHECK(is_new);
    }
}

TEST_CASE("the rosters of the worked county are drawn from their marginals with seed 1", "[worked]") {
    const std::pair<std::string, std::string> worlds[] = {{"marginals.toml", ""}, {"marginals-2009.toml", "-2009"}};
    for (const auto& [marginals, suffix] : worlds) {
        INFO(marginals);
        const auto made = scenario::make_synthetic_county((folder / marginals).string(), 1);
        CHECK((made.roster_csv == content(folder / ("roster" + suffix + ".csv"))));
        CHECK((made.establishment_csv == content(folder / ("establishment" + suffix + ".csv"))));
    }
}

// Was a defect: everybody whose age fell short of a drawn age of entry had entered three months before the start.
TEST_CASE("no month of a synthetic roster has many times the entries of others, and titles come after three years",
          "[worked]") {
    for (const std::uint32_t seed : {1u, 2u, 3u}) {
        const auto made = scenario::make_synthetic_county((folder / "marginals.toml").string(), seed);
        std::istringstream lines(made.roster_csv);
        std::map<std::string, int> entries;  // by month
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) {
            std::vector<std::string> cells;
            std::istringstream row(line);
            for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
            const std::string &title = cells[2], &birth = cells[4], &entry = cells[5];
            ++entries[entry];
            INFO("seed " << seed << ": " << line);
            const double age_at_entry = std::stod(entry.substr(0, 4)) - std::stod(birth.substr(0, 4)) +
                                        (std::stod(entry.substr(5)) - std::stod(birth.substr(5))) / 12;
            CHECK(age_at_entry >= 21.9);
            CHECK(age_at_entry <= 29.1);
            if (title != "clerk") CHECK(entry <= "2023.01");
        }
        // About six a month entered of late; that one of 120 such months has more than 20 (Poisson) happens in one of
        // 5,000 counties.
        const auto most = std::ranges::max_element(entries, {}, [](const auto& month) { return month.second; });
        INFO("seed " << seed << ": " << most->first);
        CHECK(most->second <= 20);
    }
}

TEST_CASE("the rules that came later end family planning at the front line and leave a county's own places",
          "[worked]") {
    scenario::LoadOptions options;
    options.contexts.push_back((folder / "2009/later_rules.toml").string());
    const auto loaded =
        scenario::load_scenario(scenario::parse_spec((folder / "2009/front_line.toml").string()), options);
    const auto places =
        std::ranges::find_if(loaded.levers, [](const auto& one) { return one.row->key == "front_line.places"; });
    const auto on = [&](CivilDate date) {
        return levers::to_text(*places->row, scenario::value_on(*places, to_day(date), nullptr));
    };
    CHECK(on({2021, 7, 19}) == "{ village = 1, project = 1, stability = 1, family_planning = 1 }");
    CHECK(on({2021, 7, 20}) == "{ village = 1, project = 1, stability = 1, family_planning = 0 }");
}
