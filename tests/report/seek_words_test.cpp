// What is said of a lever that was sought: found, found the other way round, not shown, open, or missed.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/answers.hpp"
#include "analysis/kept_answers.hpp"
#include "sim/stats/proportion.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

SeekEvidence met_in(double value, std::uint32_t futures, std::uint32_t all, double probability) {
    const stats::ShareRange range = stats::wilson_range(futures, all, seek_share_level);
    const double share = static_cast<double>(futures) / all;
    return {value, 0, share, range.low, range.high, 30, value / 10, 0, 0, range.low >= probability, true};
}

SeekReport sought_with(std::initializer_list<std::uint32_t> met, std::uint32_t all) {
    SeekReport report;
    report.scenario = {"Today", "现行"};
    report.lever = "pay.township_allowance";
    report.label = {"Township work allowance", "乡镇工作补贴"};
    report.unit = "yuan/month";
    report.outcome = measures::outcome_index("total_cost");
    report.target = 5500;
    report.year = 3;
    report.replications = all;
    double value = 0;
    for (const std::uint32_t futures : met) report.tried.push_back(met_in(value += 100, futures, all, 0.9));
    return report;
}

// Met in every future up to `border`, and in none beyond.
SeekReport falling_from(double border) {
    SeekReport question = sought_with({}, 40);
    return sought(question, {0, 1000, 5, {0}},
                  [&](bool, double value, double) { return met_in(value, value <= border ? 40 : 0, 40, 0.9); });
}

}  // namespace

TEST_CASE("a value that too few futures cannot show is not said to miss the target") {
    const SeekReport report = sought_with({20, 29, 28}, 30);
    const Text answer = seek_answer(report);
    CHECK(contains(answer.en,
                   "Not shown with 30 futures: at best 96.7 % of the futures meet the target "
                   "(Township work allowance = 200 yuan/month); about 55 futures each would show it"));
    CHECK(contains(answer.zh, "30 次推演不足以证实：最多 96.7% 的推演达到目标"));
    // So many, of which the same share meet it, do show it; fewer do not.
    const double share = 29.0 / 30;
    CHECK(stats::wilson_range(55 * share, 55, seek_share_level).low >= 0.9);
    CHECK(stats::wilson_range(54 * share, 54, seek_share_level).low < 0.9);
    CHECK(stats::futures_that_show(0.9, 0.9, 0.1) == 0);
}

TEST_CASE("between shown and missed it is open; what is missed is said with the best that was reached") {
    CHECK(contains(seek_answer(sought_with({20, 26, 24}, 30)).en, "Neither shown nor ruled out with 30 futures"));
    CHECK(contains(seek_answer(sought_with({20, 26, 24}, 30)).zh, "既不能证实也不能排除"));
    CHECK(
        contains(seek_answer(sought_with({3, 9, 7}, 30)).en, "No value in the range meets the target: at best 30.0 %"));
    CHECK(contains(seek_answer(sought_with({3, 9, 7}, 30)).zh, "范围内没有一个数值能达到目标：最多 30.0%"));
}

TEST_CASE("of a target that larger values lose, a limit on cost, the largest value is the answer, tried again") {
    const SeekReport report = falling_from(642);
    CHECK(report.is_monotone);
    CHECK(report.falls);
    REQUIRE(report.answer);
    CHECK(report.answer->value == 640);
    REQUIRE(report.confirmation);
    CHECK(report.confirmation->value == 640);
    CHECK(contains(seek_question(report).en, "largest value of Township work allowance"));
    CHECK(contains(seek_answer(report).en, "Answer: up to Township work allowance = 640 yuan/month"));
    CHECK(contains(seek_answer(report).zh, "答案：至多 乡镇工作补贴 = 640"));
    CHECK(contains(seek_shape(report).en, "Larger values lose the target"));
    CHECK_FALSE(contains(seek_screen(report, in_english), "NOT monotone"));
    const auto json = nlohmann::json::parse(seek_json(report));
    CHECK(json["monotone"] == true);
    CHECK(json["falls"] == true);
}

TEST_CASE("a target that every value meets is said to be met by all") {
    const SeekReport report = falling_from(1000);
    CHECK_FALSE(report.falls);
    CHECK(report.answer->value == 0);
    CHECK(seek_shape(report).en == "Every value tried meets the target.");
}

TEST_CASE("fresh futures confirm a value only if they show what is asked of one that is tried") {
    SeekReport report = sought_with({38}, 40);
    report.answer = report.tried.front();
    const auto fresh = [&](std::uint32_t met) {
        report.confirmation = met_in(100, met, 40, 0.9);
        return seek_confirmation(report).en;
    };
    CHECK(contains(fresh(40), ": confirmed."));
    // 37 of 40 are more than 90 %, and would be as likely of a value that misses it.
    CHECK(contains(fresh(37), "neither confirmed nor contradicted"));
    CHECK(nlohmann::json::parse(seek_json(report))["confirmed"] == false);
    CHECK(nlohmann::json::parse(seek_json(report))["fresh_futures_say"] == "open");
    CHECK(contains(fresh(28), ": NOT confirmed."));
    report.confirmation = met_in(100, 40, 40, 0.9);
    report.confirmation->is_affordable = false;
    CHECK(contains(seek_confirmation(report).en, ": NOT confirmed."));
}

TEST_CASE("of values that as many futures meet, the best is the one whose mean is nearest to the target") {
    SeekReport report = sought_with({0, 0, 0}, 30);
    report.tried[0].mean = 5700;
    report.tried[1].mean = 5600;
    report.tried[2].mean = 5650;
    CHECK(contains(seek_answer(report).en,
                   "at best 0.0 % of the futures meet the target (Township work allowance = 200"));
    report.at_most = false;
    CHECK(contains(seek_answer(report).en, "(Township work allowance = 100"));
}

TEST_CASE("where no fresh future was lived, nothing is said of what they say") {
    const auto json = nlohmann::json::parse(seek_json(sought_with({3, 9, 7}, 30)));
    CHECK(json["found"] == false);
    CHECK(json["confirmation"].is_null());
    CHECK(json["confirmed"].is_null());
    CHECK(json["fresh_futures_say"].is_null());
}

TEST_CASE("an answer tells how finely it is known: the value tried beside it that fails") {
    CHECK(contains(seek_answer(falling_from(642)).en, "= 640 yuan/month (645 will not do)"));
    CHECK(contains(seek_answer(falling_from(642)).zh, "（645 不达标）"));
    CHECK(nlohmann::json::parse(seek_json(falling_from(642)))["next_that_fails"] == 645);
    CHECK_FALSE(contains(seek_answer(falling_from(2000)).en, "will not do"));  // all of the range
    const SeekReport rising = sought(sought_with({}, 40), {0, 1000, 5, {0}}, [&](bool, double value, double) {
        return met_in(value, value >= 642 ? 40 : 0, 40, 0.9);
    });
    CHECK(contains(seek_answer(rising).en, "Answer: Township work allowance = 645 yuan/month (640 will not do)"));
}
