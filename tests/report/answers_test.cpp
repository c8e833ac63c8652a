// Answers to single questions in the page: sections, tables and data for the charts.
#include "analysis/answers.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/export/json.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/report_json.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

std::size_t outcome() { return measures::outcome_index("leavers"); }

Answers answers() {
    Answers all;
    all.packages.push_back({{{"Allowance", "津贴"}, {tests::hostile_name, tests::hostile_name}},
                            40,
                            {{outcome(), 3, 0, -4, -5, -3}, {outcome(), 3, 1, -1, -2, 0.5}},
                            {{outcome(), 3, 0, 1, 0.5, 0.25, 0.75}}});
    BestOf best;
    best.outcome = outcome();
    best.verdict_year = 3;
    best.indifference = 1;
    best.is_settled = true;
    best.remaining = {1};
    best.subset = {0, 1};
    best.replications = 40;
    best.first_look = 20;
    best.futures = 60;
    best.candidates = {{{"Today", "现行"}, "base", 60, 20, 1, 20}, {{"Allowance", "津贴"}, "allowance", 56, 40, 0, 0}};
    all.races.push_back(best);
    SeekReport seek;
    seek.scenario = {"Today", "现行"};
    seek.lever = "pay.township_allowance";
    seek.label = {"Township work allowance", "乡镇工作补贴"};
    seek.unit = "yuan/month";
    seek.outcome = outcome();
    seek.target = 57;
    seek.year = 5;
    seek.replications = 100;
    seek.fresh_seed = 7;
    seek.tried = {{400, 0, 0.2, 0.15, 0.27, 61, 0, 0, 0, false, true},
                  {800, 0, 0.97, 0.93, 0.99, 55, 300, 290, 310, true, true}};
    seek.answer = seek.tried.back();
    seek.confirmation = SeekEvidence{800, 0, 0.96, 0.91, 0.98, 55, 301, 291, 311, true, true};
    all.seeks.push_back(seek);
    return all;
}

}  // namespace

TEST_CASE("where no fresh future was lived, none says no") {
    SeekReport seek = answers().seeks.front();
    CHECK(contains(seek_json(seek), "\"fresh_futures_say\": \"yes\""));
    seek.answer.reset();
    seek.confirmation.reset();
    CHECK(contains(seek_json(seek), "\"fresh_futures_say\": null"));
}

TEST_CASE("between policies that are the same in every future no winner is named") {
    BestOf best = answers().races.front();
    best.candidates[0].is_same_as_rival = best.candidates[0].is_same_as_best = true;
    CHECK(best_answer(best).en ==
          "Best: Today, Allowance, which are the same in every future that both lived: no winner between them");
    CHECK(best_fate(best, 0).en == "same in all 20 futures as Allowance");
    CHECK(contains(best_answer(best).zh, "现行、津贴，在共同的每次推演中完全相同"));
    best.candidates[0].is_same_as_best = false;
    CHECK(best_answer(best).en == "Best: Allowance");
}

namespace {

Comparison answered() {
    Comparison comparison = tests::sample_comparison();
    comparison.answers = answers();
    return comparison;
}

}  // namespace

TEST_CASE("answers have sections of their own, which are not there without them") {
    const std::string with = render_html(answered(), Language::en);
    const std::string without = render_html(tests::sample_comparison(), Language::en);
    for (const char* id : {"parts", "best", "sought"}) {
        CHECK_FALSE(section_of(with, id).empty());
        CHECK(section_of(without, id).empty());
    }
    CHECK_FALSE(contains(with, "</script><b>"));
}

TEST_CASE("the tables hold every part, every candidate and every value tried, and the sentences of the terminal") {
    const std::string page = render_html(answered(), Language::en);
    const std::string parts = section_of(page, "parts"), best = section_of(page, "best"),
                      sought = section_of(page, "sought");
    for (const char* cell : {">−4.00<", ">[−5.00, −3.00]<", ">−5.00<", ">+0.50<"}) CHECK(contains(parts, cell));
    CHECK(contains(best, ">" + best_answer(answers().races.front()).en + "<"));
    CHECK(contains(best, best_guarantee(answers().races.front()).zh));
    CHECK(contains(best, "out after 20 futures, by Allowance"));
    CHECK(contains(sought, ">Answer: Township work allowance = 800 yuan/month (400 will not do)<"));
    CHECK(contains(sought, "(fresh futures)"));
    CHECK(contains(sought, ">97.0 %<"));
    const Style style{Language::en, false, false};
    CHECK(contains(answers_screen(answers(), 3, style), "Answer: Township work allowance = 800 yuan/month"));
}

TEST_CASE("the JSON of a comparison has answers beside it, and none without them") {
    const auto with = nlohmann::json::parse(comparison_json(answered()));
    CHECK(with.at("answers") == nlohmann::json::parse(answers_json(answers())));
    CHECK_FALSE(nlohmann::json::parse(comparison_json(tests::sample_comparison())).contains("answers"));
}

TEST_CASE("each list of the JSON of a comparison holds objects of one kind") {
    Comparison comparison = tests::sample_comparison();
    comparison.rules = {{1, "two_incompetent_years", {"Dismissal", "辞退"}, 200, 3, 0.02, {}}};
    const auto json = nlohmann::json::parse(comparison_json(comparison));
    REQUIRE(json.at("comparisons").size() == comparison.outcomes.size() * 3 * 4);
    for (const auto& one : json.at("comparisons")) {
        CHECK(one.at("verdict_year").is_number());
        CHECK(one.size() == json.at("comparisons").front().size());
    }
    REQUIRE(json.at("rules").size() == 1);
    CHECK(json.at("rules").front().at("rule") == "two_incompetent_years");
}

TEST_CASE("a store of answers alone gives a page of answers alone") {
    Comparison alone;
    alone.scenarios = {{{"Today", "现行"}, "base", {}, {}}};
    alone.verdict_years = {3};
    alone.answers = answers();
    const std::string page = render_html(alone, Language::en);
    CHECK_FALSE(section_of(page, "sought").empty());
    CHECK(section_of(page, "scorecard").empty());
    CHECK_FALSE(section_of(page, "record").empty());
}

TEST_CASE("charts of answers have the numbers of the tables") {
    const auto data = nlohmann::json::parse(report_json(answered()))["answers"];
    const auto rows = data["packages"][0]["charts"][0]["rows"];
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]["value"] == -4);
    CHECK(rows[2]["text"] == "+0.50 [+0.25, +0.75]");
    CHECK(data["races"][0]["rows"][1]["stays"] == true);
    CHECK(data["seeks"][0]["tried"][1]["share"] == 0.97);
    CHECK(nlohmann::json::parse(report_json(tests::sample_comparison()))["answers"].is_null());
}
