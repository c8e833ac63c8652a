// What is said when there are fewer futures than a verdict needs, of what is too rare, and against a baseline chosen
// afterwards.
#include "analysis/verdict_words.hpp"

#include <catch2/catch.hpp>

#include "analysis/choice.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/report/html.hpp"
#include "analysis/terminal/comparison_screen.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

// The sample after ten futures: nothing can be judged.
Comparison short_comparison() {
    Comparison comparison = tests::sample_comparison();
    comparison.replications = 10;
    for (Cell& cell : comparison.cells) {
        cell.paired.replications = cell.paired.discordant = 10;
        cell.paired.differing_low = 0.69;
        if (cell.has_verdict) cell.verdict = stats::Verdict::too_rare;
    }
    return comparison;
}

}  // namespace

TEST_CASE("fewer than 20 futures are said to be too few, once on the terminal and once in the page") {
    const std::string screen = comparison_screen(short_comparison(), in_english, false);
    CHECK(count_of(screen, "! Only 10 matched futures: verdicts need at least 20") == 1);
    CHECK(count_of(comparison_screen(short_comparison(), in_chinese, false), "! 仅 10 次对照推演") == 1);
    const std::string page = render_html(short_comparison(), Language::en);
    CHECK(count_of(page, "Only 10 matched futures: verdicts need at least 20") == 1);
    CHECK(contains(section_of(page, "answer"), "Only 10 matched futures"));
    CHECK_FALSE(contains(comparison_screen(tests::sample_comparison(), in_english, false), "verdicts need at least"));
    CHECK_FALSE(contains(render_html(tests::sample_comparison(), Language::en), "verdicts need at least"));
}

TEST_CASE("with too few futures nothing is called too rare, and no average change is promised") {
    const std::string screen = comparison_screen(short_comparison(), in_english, false);
    CHECK_FALSE(contains(screen, "too rare"));
    CHECK_FALSE(contains(screen, "where the average change"));
    CHECK(contains(screen, "· too few 10/10 [69–100 %]"));
    CHECK(contains(screen, "n/10 [a–b %]: in n of the 10 matched futures it differs at all"));
    CHECK(contains(comparison_screen(short_comparison(), in_chinese, false), "· 推演少 10/10 [69–100 %]"));
    const std::string page = render_html(short_comparison(), Language::en);
    const std::string scorecard = section_of(page, "scorecard");
    CHECK_FALSE(contains(scorecard, "too rare to tell"));
    CHECK_FALSE(contains(scorecard, "the average change very likely lies"));
    CHECK(contains(scorecard, "differs in 10 of 10 futures [69–100 %]"));
    CHECK(contains(scorecard, "too few futures: no verdicts"));
    for (const Text& sentence : answer_sentences(short_comparison(), 5)) {
        CHECK_FALSE(contains(sentence.en, "too rare"));
        CHECK_FALSE(contains(sentence.en, "nothing is shown"));
    }
    CHECK(contains(answer_sentences(short_comparison(), 5).front().en, "too few futures."));
}

TEST_CASE("what is too rare among enough futures keeps its words, with the share of futures that differ") {
    const std::string screen = comparison_screen(tests::sample_comparison(), in_english, false);
    CHECK(contains(screen, "· too rare 180/200"));
    CHECK(contains(screen, "n/200 [a–b %]"));
    CHECK(contains(screen, "where the average change"));
    CHECK(contains(render_html(tests::sample_comparison(), Language::en), "differs in 180 of 200 futures"));
}

TEST_CASE("against a baseline chosen afterwards too rare is said as of a declared one, on terminal and page") {
    Comparison all = tests::sample_comparison();
    for (Between& one : all.between) {
        one.paired.discordant = 19;
        one.paired.differing_low = 0.058, one.paired.differing_high = 0.145;
    }
    const Comparison other = chosen(all, {1, {1, 2}});
    const std::string screen = comparison_screen(other, in_english, false);
    CHECK(contains(screen, "· too rare 19/200 [6–14 %]"));
    CHECK_FALSE(contains(screen, "where the average change"));
    const std::string scorecard = section_of(render_html(other, Language::en), "scorecard");
    CHECK(contains(scorecard, "differs in 19 of 200 futures [6–14 %]"));
    CHECK_FALSE(contains(scorecard, "<span class=\"range\">["));  // neither of outcomes that never get a verdict
}

TEST_CASE("against a baseline chosen afterwards the ranges are each by itself, on the terminal too") {
    const Comparison all = tests::sample_comparison();
    const Comparison other = chosen(all, {1, {}});
    const std::string screen = comparison_screen(other, in_english, false);
    CHECK(contains(screen, "95 % for each by itself: this baseline"));
    // The mark of the table's cells, which is not that of "not measured".
    CHECK(contains(screen, "○ exploratory, no verdicts."));
    CHECK(contains(screen, "○ +"));
    CHECK_FALSE(contains(screen, "– exploratory"));
    CHECK(contains(comparison_screen(other, in_chinese, false), "单项 95%"));
    // The declared baseline's column is the declared comparison turned round.
    const auto said = [&](const Choice& choice) {
        return unwrapped(comparison_screen(chosen(all, choice), in_english, false));
    };
    CHECK(
        contains(said({1, {}}), "; Rules of 2026 as wide as declared, 95 % for all 204 comparisons together, look 1)"));
    CHECK(contains(said({1, {0, 1}}), "lies (Rules of 2026 as wide as declared, 95 % for all 204 comparisons"));
    CHECK_FALSE(contains(said({1, {0, 1}}), "by itself"));
    CHECK_FALSE(contains(said({1, {1, 2}}), "comparisons together"));
    CHECK(contains(comparison_screen(tests::sample_comparison(), in_english, false), "95 % for all 204 comparisons"));
}
