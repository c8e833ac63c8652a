// Units of changes, the years a number covers, and which township is thinner: one rule for terminal, page and workbook.
#include "analysis/outcome_words.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/answers.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/report_json.hpp"
#include "analysis/terminal/comparison_screen.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

const measures::Outcome& outcome(const char* id) { return measures::outcomes()[measures::outcome_index(id)]; }

}  // namespace

TEST_CASE("shares differ by percentage points, everything else by its own unit") {
    CHECK(change_unit(outcome("share_under_35")).en == "percentage points");
    CHECK(change_unit(outcome("share_under_35")).zh == "个百分点");
    CHECK(change_unit(outcome("found_by_complaint")).en == "percentage points of discoveries");
    CHECK(change_unit(outcome("service_load")).zh == "个百分点（占工时）");
    CHECK(change_unit(outcome("leavers")).zh == "人/年");
    CHECK(level_and_change_unit(outcome("share_under_35")).en == "%; changes in percentage points");
    for (const measures::Outcome& each : measures::outcomes()) {
        CHECK_FALSE(contains(change_unit(each).en, "%"));
        CHECK_FALSE(contains(change_unit(each).zh, "%"));
    }
}

TEST_CASE("no table of changes on the terminal is in per cent, and charts of the page have the unit of changes") {
    const Comparison comparison = tests::sample_comparison();
    const std::string screen = comparison_screen(comparison, in_english, false);
    CHECK(contains(screen, "percentage"));
    CHECK_FALSE(contains(screen, ", %"));
    CHECK_FALSE(contains(comparison_screen(comparison, in_chinese, false), "（%）"));
    for (const auto& each : nlohmann::json::parse(report_json(comparison))["outcomes"])
        CHECK_FALSE(contains(each["unit"]["en"].get<std::string>(), "%"));
    CHECK(contains(render_html(comparison, Language::en), "<i class=\"points\"></i>"));
}

TEST_CASE("what is put together over the years says so, what is of one year alone does not") {
    CHECK(years_words(outcome("leavers"), 3).en == "over years 1 to 3");
    CHECK(years_words(outcome("leavers"), 3).zh == "第 1 至 3 年");
    CHECK(years_words(outcome("leavers"), 1).en == "in year 1");
    CHECK(years_words(outcome("empty_places"), 3).en == "in year 3");
    CHECK(contains(over_years_note(3).en, "* over years 1 to 3 together"));
}

TEST_CASE("tables mark what is over the years so far, and explain the mark") {
    Comparison comparison = tests::sample_comparison();
    for (measures::Outcome& each : comparison.outcomes) each.window = measures::Window::year_end;
    comparison.outcomes[1].window = measures::Window::yearly_average;
    const std::string screen = comparison_screen(comparison, in_english, false);
    CHECK(contains(screen, comparison.outcomes[1].label.en.substr(0, 8)));
    CHECK(contains(screen, "* over years 1 to 3 together"));
    CHECK(contains(screen, "(* from year 1 to that year)"));
    CHECK(contains(comparison_screen(comparison, in_chinese, false), "* 第 1 至 3 年合计"));
    CHECK(contains(render_html(comparison, Language::en), "<i class=\"years\" data-to=\"3\"></i>"));
    SeekReport seek;
    seek.outcome = measures::outcome_index("leavers");
    seek.year = 5;
    CHECK(contains(seek_question(seek).en, "over years 1 to 5"));
    CHECK(contains(seek_question(seek).zh, "第 1 至 5 年"));
}

TEST_CASE("more is thinner, unless higher is better") {
    CHECK(is_thinner(outcome("empty_places"), 3, 2));
    CHECK(is_thinner(outcome("hands_present"), 80, 90));
    CHECK_FALSE(is_thinner(outcome("hands_present"), 90, 80));
    CHECK(is_thinner(outcome("share_on_exchange"), 3, 2));
}
