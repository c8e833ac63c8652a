// A changed setting in words: each day once, in both languages.
#include "analysis/setting_words.hpp"

#include <catch2/catch.hpp>

#include "analysis/report/html.hpp"
#include "analysis/terminal/comparison_screen.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

Setting changed_to(const std::string& value, const std::string& starts) {
    return {"pay.township_allowance", {"Allowance", "补贴"}, "400", value, "yuan/month", "county", "a.toml:1", starts};
}

}  // namespace

TEST_CASE("a setting that changes on one day names the day once") {
    const Setting setting = changed_to("800", "2028-01-01");
    CHECK(change_words(setting).en == "400 → 800 yuan/month from 2028-01-01");
    CHECK(change_words(setting).zh == "400 → 800 元/月，自 2028-01-01 起");
    CHECK(change_words(changed_to("800", "")).en == "400 → 800 yuan/month");
}

TEST_CASE("pilots, steps and new entrants name their days themselves, and what holds now is not repeated") {
    const Setting pilot = changed_to("400; from 2027-07-01 in T03, T11: 900", "2027-07-01");
    CHECK(names_its_start(pilot));
    CHECK(change_words(pilot).en == "400 → from 2027-07-01 in T03, T11: 900 yuan/month");
    CHECK(change_words(pilot).zh == "400 → 自 2027-07-01 起，T03、T11：900 元/月");
    const Setting steps = changed_to("400; from 2028-01-01: 600; from 2029-01-01: 800", "2028-01-01");
    CHECK(change_words(steps).en == "400 → from 2028-01-01: 600; from 2029-01-01: 800 yuan/month");
    CHECK(change_words(steps).zh == "400 → 自 2028-01-01 起：600；自 2029-01-01 起：800 元/月");
    const Setting entrants = changed_to("400; from 2028-01-01 for entrants since 2028-01-01: 500", "2028-01-01");
    CHECK(change_words(entrants).zh == "400 → 自 2028-01-01 起，2028-01-01 以后新进人员：500 元/月");
}

TEST_CASE("a setting is confined to units where nobody else gets another value") {
    CHECK(confined_to(changed_to("400; from 2027-07-01 in T03, T11: 900", "2027-07-01")) ==
          std::vector<std::string>{"T03", "T11"});
    CHECK(confined_to(changed_to("400; in T03: 900; in T11: 800", "")) == std::vector<std::string>{"T03", "T11"});
    CHECK(confined_to(changed_to("400; in T03: 900; from 2028-01-01: 500", "")).empty());
    CHECK(confined_to(changed_to("800", "")).empty());
}

TEST_CASE("terminal and page say such a day once") {
    Comparison comparison = tests::sample_comparison();
    comparison.scenarios[1].settings = {changed_to("400; from 2027-07-01 in T03: 900", "2027-07-01")};
    CHECK(count_of(comparison_screen(comparison, in_english, false), "2027-07-01") == 1);
    CHECK(contains(comparison_screen(comparison, in_chinese, false), "自 2027-07-01 起，T03：900"));
    comparison.scenarios[2].settings.clear();
    const std::string page = section_of(render_html(comparison, Language::en), "compared");
    CHECK(contains(page, "from 2027-07-01 in T03: 900"));
    CHECK_FALSE(contains(page, "<td class=\"date\">2027-07-01"));
}

TEST_CASE("who decides over a fact or an assumption is said in the same words on terminal and page") {
    Comparison comparison = tests::sample_comparison();
    comparison.scenarios[1].settings = {changed_to("800", "")};
    comparison.scenarios[1].settings.front().authority.clear();
    CHECK(contains(comparison_screen(comparison, in_english, false), "[nobody: fact or assumption]"));
    CHECK(contains(section_of(render_html(comparison, Language::en), "compared"), "nobody: fact or assumption"));
}
