// Lists of levers for people, programs and editors.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "sim/engine/policy.hpp"
#include "sim/levers/listing.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/support/unwrapped.hpp"

using namespace staffsim;

namespace {

std::vector<const levers::Row*> rows() {
    std::vector<const levers::Row*> all;
    for (const auto& lever : engine::all_levers()) all.push_back(&lever.row);
    return all;
}

}  // namespace

TEST_CASE("the table of levers fits a terminal in both languages", "[levers]") {
    for (const Language language : {Language::en, Language::zh}) {
        std::istringstream lines(levers::listing_text(rows(), levers::Selection::all, language));
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(display_width(line) <= 78);
        }
    }
}

TEST_CASE("the short table holds policy levers only", "[levers]") {
    const std::string text = levers::listing_text(rows(), levers::Selection::policy_only, Language::en);
    CHECK(text.find("pay.township_allowance") != std::string::npos);
    CHECK(text.find("leaving.pay_elasticity") == std::string::npos);
    CHECK(levers::listing_text({}, levers::Selection::all, Language::en) == "There are no levers to list.\n");
}

TEST_CASE("the Chinese table has Chinese units, ranges and authorities, and what choices mean", "[levers]") {
    std::string text;  // without the sources, which stand as they were written, further in
    std::istringstream lines(levers::listing_text(rows(), levers::Selection::all, Language::zh));
    for (std::string line; std::getline(lines, line);) text += line.starts_with("        ") ? "" : line + "\n";
    CHECK(text.find("400 元/月") != std::string::npos);
    CHECK(text.find("（0 至 5000 元/月）") != std::string::npos);
    CHECK(text.find("（可选 all 全部、leaders 领导") != std::string::npos);
    for (const char* english : {"one of", "yuan", "county\n", "assumption\n"}) {
        CHECK(text.find(english) == std::string::npos);
    }
}

TEST_CASE("the JSON list has every key of every row", "[levers]") {
    const auto list = nlohmann::json::parse(levers::listing_json(rows(), levers::Selection::all));
    REQUIRE(list.size() == rows().size());
    for (const char* key : {"key", "type", "unit", "default", "low", "high", "choices", "names", "kind", "authority",
                            "scope", "clause", "label", "meaning", "source", "grade"}) {
        for (const auto& row : list) CHECK(row.contains(key));
    }
    std::set<std::string> keys;
    for (const auto& row : list) CHECK(keys.insert(row["key"]).second);
}

TEST_CASE("the schema knows levers, file keys and nothing else", "[levers]") {
    const auto schema = nlohmann::json::parse(scenario::json_schema());
    CHECK(schema["additionalProperties"] == false);
    CHECK(schema["properties"]["years"]["maximum"] == 1000);
    const auto& pay = schema["properties"]["pay"];
    CHECK(pay["additionalProperties"] == false);
    CHECK(pay["properties"]["township_allowance"]["minimum"] == 0);
    CHECK(pay["properties"]["township_allowance"]["default"] == 400);
    CHECK(pay["properties"].contains("starts"));
    CHECK(pay["properties"]["long_service"]["properties"]["enabled"]["type"] == "boolean");
}

TEST_CASE("the long table says of every lever how sure its number is", "[levers]") {
    for (const Language language : {Language::en, Language::zh}) {
        const std::string text = unwrapped(levers::listing_text(rows(), levers::Selection::all, language));
        std::string dense = text;  // Chinese lines end anywhere
        std::erase(dense, ' ');
        const std::string word = language == Language::en ? ",grade" : "证据等级";
        std::size_t grades = 0;
        for (auto at = dense.find(word); at != std::string::npos; at = dense.find(word, at + 1)) ++grades;
        CHECK(grades >= rows().size());
        const auto death = text.find("leaving.death ");
        REQUIRE(death != std::string::npos);
        const std::string row = text.substr(death, 400);
        CHECK(row.find(language == Language::en ? "plausible " : "合理范围 ") != std::string::npos);
    }
    const std::string brief = levers::listing_text(rows(), levers::Selection::policy_only, Language::en);
    CHECK(brief.find(", grade ") == std::string::npos);
}
