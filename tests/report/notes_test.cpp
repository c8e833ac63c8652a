// Warnings and notes in both languages.
#include "analysis/notes.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "analysis/warnings_zh.hpp"
#include "sim/scenario/warnings.hpp"
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
                          "field",
                          "2 fields of study are not known and count as \"other\"",
                          "unknown_fields"}};
    const std::vector<ToldWarning> warnings = warnings_of({scenario, scenario});
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].kind == id_of(scenario::Warning::unknown_fields));
    CHECK(warnings[0].en.find("roster.csv:3: field: 2 fields of study") == 0);
    CHECK(warnings[0].zh == "roster.csv:3: field: 2 人的专业无法识别，按“其他”计");
}

TEST_CASE("every warning that a reader can give is known in Chinese, with its names and numbers") {
    for (const scenario::WarningText& text : scenario::warning_texts()) {
        Diagnostics diagnostics;
        scenario::warn(diagnostics, {}, "", text.warning, "N1", "N2", "N3", "N4", "N5");
        const std::string english = diagnostics.warnings().at(0).message;
        CHECK(diagnostics.warnings().at(0).kind == text.id);
        const std::string chinese = chinese_warning(english);
        CAPTURE(english, chinese);
        CHECK(english.find("{}") == std::string::npos);
        CHECK(is_chinese(chinese));
        CHECK(chinese ==
              fmt::format(fmt::runtime(text.zh), "N1", "N2", "N3", "N4", "N5"));  // and not that of another one
        for (const char* name : {"N1", "N2", "N3", "N4", "N5"}) {
            CHECK((english.find(name) == std::string::npos) == (chinese.find(name) == std::string::npos));
        }
    }
}
