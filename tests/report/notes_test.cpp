// Warnings and notes in both languages.
#include "analysis/notes.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "analysis/warnings_zh.hpp"
#include "tests/support/chinese.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::is_chinese;

TEST_CASE("a warning keeps its numbers and names in Chinese") {
    CHECK(chinese_warning(
              "T07 is 2 over establishment (24 staff, 22 places); it recruits nobody until enough have left") ==
          "T07 超编 2 人（实有 24，编制 22）；在减到编制数以内之前不招录");
    CHECK(chinese_warning("has 9 titled posts but only 7 places") == "有 9 个领导职数，但只有 7 个编制");
    CHECK(chinese_warning("replaces the value set in a.toml:4:1") == "取代了 a.toml:4:1 中的取值");
}

TEST_CASE("a text that is no known warning stays as it is") {
    CHECK(chinese_warning("something new") == "something new");
    CHECK(chinese_warning("") == "");
    CHECK(chinese_warning("has 9 titled posts but only") == "has 9 titled posts but only");
}

TEST_CASE("warnings of a scenario come with place and key in both languages") {
    scenario::Scenario scenario;
    scenario.warnings = {{{"county/roster.csv", 3, 0},
                          "away",
                          "2 persons are away on the first day; the column is read but "
                          "not simulated, they start at home"}};
    const std::vector<Text> warnings = warnings_of({scenario, scenario});
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].en.find("roster.csv:3: away: 2 persons are away") == 0);
    CHECK(warnings[0].zh == "roster.csv:3: away: 2 人期初在外；该列只读取、不模拟，视为在原单位");
}

TEST_CASE("every warning that the worked scenarios' reader can give is known in Chinese") {
    for (const char* warning :
         {"4 fields of study are not known and count as \"other\"",
          "year 30 lies beyond the 20 simulated years and is left out",
          "2060-01-01 lies beyond the 20 simulated years; nothing changes",
          "the last of 3 yearly steps lies beyond the 20 simulated years",
          "starts, phase_in_years, units and applies_to hold for the values of their own table, which has none",
          "has no effect: in a transfer two people take each other's place",
          "has no effect while pay.long_service.enabled is false", "has no effect while exchange.rotation_years is 0",
          "lets nobody go, so exchange.pairs_per_year has no effect",
          "gives weight to clients while no client is asked", "asks clients whose word has no weight",
          "long-service pay answers the lack of non-leadership ranks; under parallel ranks people already rise in rank "
          "and "
          "pay, so little is left for it to do",
          "announcement, exam, interview and entry do not follow each other within a year: recruits of an announcement "
          "enter more than a year later",
          "family planning ended as front-line work by 2021; it belongs in historical scenarios"}) {
        CAPTURE(warning);
        CHECK(chinese_warning(warning) != warning);
        CHECK(is_chinese(chinese_warning(warning)));
    }
}
