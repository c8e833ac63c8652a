// Warnings and notes in both languages.
#include "analysis/notes.hpp"

#include <catch2/catch.hpp>

#include "sim/scenario/warnings.hpp"
#include "tests/support/chinese.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::is_chinese;

TEST_CASE("warnings of a scenario come with place and key in both languages") {
    scenario::Scenario scenario;
    scenario.warnings = {{{"county/roster.csv", 3, 0},
                          "field",
                          {"2 fields of study are not known and count as \"other\"", "2 人的专业无法识别，按“其他”计"},
                          "unknown_fields"}};
    const std::vector<ToldWarning> warnings = warnings_of({scenario, scenario});
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].kind == id_of(scenario::Warning::unknown_fields));
    CHECK(warnings[0].en.find("roster.csv:3: field: 2 fields of study") == 0);
    CHECK(warnings[0].zh == "roster.csv:3: field: 2 人的专业无法识别，按“其他”计");
}

TEST_CASE("every warning that a reader can give is told in both languages, with its names and numbers") {
    for (const scenario::WarningText& text : scenario::warning_texts()) {
        Diagnostics diagnostics;
        scenario::warn(diagnostics, {}, "", text.warning, "N1", "N2", "N3", "N4", "N5");
        const Text& message = diagnostics.warnings().at(0).message;
        CHECK(diagnostics.warnings().at(0).kind == text.id);
        CAPTURE(message.en, message.zh);
        CHECK(message.en.find("{}") == std::string::npos);
        CHECK(is_chinese(message.zh));
        for (const char* name : {"N1", "N2", "N3", "N4", "N5"}) {
            CHECK((message.en.find(name) == std::string::npos) == (message.zh.find(name) == std::string::npos));
        }
    }
}

TEST_CASE("a warning keeps its numbers and names in Chinese") {
    Diagnostics diagnostics;
    scenario::warn(diagnostics, {}, "", scenario::Warning::over_establishment, "T07", 2, 24, 22);
    CHECK(diagnostics.warnings().at(0).message ==
          Text{"T07 is 2 over establishment (24 staff, 22 places); it recruits nobody until enough have left",
               "T07 超编 2 人（实有 24，编制 22）；在减到编制数以内之前不招录"});
}
