// The two baselines against their key targets.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "analysis/calibration/calibrate.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

const std::string jingning_folder = std::string(SCENARIOS_FOLDER) + "/jingning/";

std::vector<CalibrationRow> rows_of(const std::string& file, std::uint32_t futures) {
    const auto scenario = scenario::load_scenario(scenario::parse_spec(jingning_folder + file));
    return calibrate(scenario, read_targets(jingning_folder + "calibration.toml"),
                     {1, futures, 0, 1, scenario.input.years});
}

}  // namespace

// Seed fixed; means over 20 years of 10 futures vary by far less than the distance of the figures from their bands
// (docs/calibration.md shows both).
TEST_CASE("both baselines lie inside the bands of their key targets", "[calibration]") {
    for (const char* file : {"baseline.toml", "baseline-2009.toml"}) {
        std::size_t keys = 0;
        for (const CalibrationRow& row : rows_of(file, 10)) {
            if (!row.target.is_key) continue;
            ++keys;
            INFO(file << ": " << row.target.estimator->id << " " << row.got << ", " << row.target.low << " to "
                      << row.target.high);
            CHECK(row.is_inside);
        }
        CHECK(keys >= 12);
    }
}

TEST_CASE("estimators of the same thing agree", "[calibration]") {
    const auto scenario = scenario::load_scenario(scenario::parse_spec(jingning_folder + "baseline.toml"));
    std::vector<CalibrationTarget> targets;
    for (const char* id : {"turnover", "exits", "retirements", "early_retirements", "resignations", "deaths",
                           "dismissals", "mean_age", "mean_age_clerks"})
        targets.push_back({find_estimator(id), measures::all_group, 0, 0, 0, 9999, "", false});
    const auto rows = calibrate(scenario, targets, {1, 2, 1, 1, 3});
    // In the whole county nobody moves to the other kind, so leavers are those who exit.
    CHECK(rows[0].got == Approx(rows[1].got));
    double causes = 0;
    for (std::size_t i = 2; i < 7; ++i) causes += rows[i].got;
    CHECK(causes < rows[1].got);  // moves above the county and failed probation are the rest
    CHECK(rows[8].got < rows[7].got);
}

// Who could move is counted where the moves are: the first year of a run has neither, so leaving it out changes
// nothing.
TEST_CASE("rates of moves up do not depend on whether the first year of a run is looked at", "[calibration]") {
    const auto scenario = scenario::load_scenario(scenario::parse_spec(jingning_folder + "baseline.toml"));
    std::vector<CalibrationTarget> targets;
    for (const char* id : {"up_under_35", "up_35_to_44", "up_from_45", "share_up_under_35"})
        targets.push_back({find_estimator(id), measures::townships_group, 0, 0, 0, 9999, "", false});
    const auto all = calibrate(scenario, targets, {1, 4, 1, 1, 4}),
               later = calibrate(scenario, targets, {1, 4, 1, 2, 4});
    for (std::size_t i = 0; i < targets.size(); ++i) {
        INFO(targets[i].estimator->id);
        CHECK(all[i].got == later[i].got);
    }
    CHECK(all[0].got > 0);
}

TEST_CASE("a file of targets names everything that is wrong with it", "[calibration]") {
    CHECK_THROWS_AS(read_targets(jingning_folder + "nothing.toml"), InputError);
    CHECK_THROWS_AS(read_targets(jingning_folder + "baseline.toml"), InputError);
}

// Was a defect: targets held for a scenario by the name of its file, so that a copy lost ten of them.
TEST_CASE("targets hold by the year in which a scenario starts, not by the name of its file", "[calibration]") {
    const auto targets = read_targets(jingning_folder + "calibration.toml");
    const auto rows = [&](const std::string& file) {
        const auto scenario =
            scenario::load_scenario(scenario::parse_spec(jingning_folder + file), {{"years=1"}, {}, {}});
        return calibrate(scenario, targets, {1, 2, 1, 1, 1});
    };
    const auto of_2026 = rows("baseline.toml");
    CHECK(rows("salary.toml").size() == of_2026.size());
    const auto of_2009 = rows("baseline-2009.toml");
    CHECK(of_2009.size() < targets.size());
    CHECK(of_2026.size() < targets.size());
    const auto has = [](const std::vector<CalibrationRow>& held, const char* estimator) {
        return std::ranges::any_of(held,
                                   [&](const CalibrationRow& row) { return row.target.estimator->id == estimator; });
    };
    CHECK(has(of_2009, "time_in_post"));
    CHECK_FALSE(has(of_2026, "time_in_post"));
    CHECK(has(of_2026, "centre_fairness"));
}

TEST_CASE("the table of targets says units and ranges, in both languages, and ends with words", "[calibration]") {
    const CalibrationTarget met{find_estimator("resignations"), measures::townships_group, .2, 1.5, 0, 9999, "", false};
    const CalibrationTarget missed{
        find_estimator("share_up_under_35"), measures::all_group, 60, 100, 0, 9999, "", false};
    const std::vector<CalibrationRow> rows{{met, .5, .4, .6, true}, {missed, 50, 48, 52, false}};
    const std::string english = calibration_table(rows, Language::en);
    CHECK(english.find("Resignations, per 100 a year") != std::string::npos);
    CHECK(english.find("0.50 ±0.10") != std::string::npos);
    CHECK(english.find("! Of those who move up, under 35, %") != std::string::npos);
    CHECK(english.find("1 of 2 targets are met") != std::string::npos);
    const std::string chinese = calibration_table(rows, Language::zh);
    CHECK(chinese.find("每百人年") != std::string::npos);
    CHECK(chinese.find("乡镇") != std::string::npos);
    CHECK(chinese.find("townships") == std::string::npos);
    for (const std::string& text : {english, chinese}) {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(display_width(line) <= 78);
        }
    }
}
