// The report page as a text: what it says, what it escapes, and that it is always the same.
#include "analysis/report/html.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/drivers_words.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/page_outcomes.hpp"
#include "analysis/report/report_json.hpp"
#include "analysis/terminal/comparison_screen.hpp"
#include "analysis/terminal/luck_table.hpp"
#include "analysis/terminal/over_years.hpp"
#include "analysis/terminal/verdict_table.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

// One policy, one outcome besides cost, one cost, at verdict year 5.
Comparison tiny(stats::Verdict effect, stats::Verdict cost) {
    Comparison comparison;
    measures::Outcome empty_places;
    empty_places.label = {"empty places", "空编"};
    empty_places.unit = {"places", "个"};
    empty_places.matters = 0.2;
    measures::Outcome pay = empty_places;
    pay.label = {"payroll", "工资"};
    pay.unit = {"10,000 yuan", "万元"};
    pay.aim = measures::Aim::cost;
    pay.decimals = 0;
    comparison.outcomes = {empty_places, pay};
    comparison.scenarios = {{{"Today", "现行"}, "base", {}, {}}, {{"Pay", "加薪"}, "pay", {}, {}}};
    comparison.verdict_years = {5};
    comparison.replications = 200;
    stats::PairedSummary places{
        .difference = -0.4, .standard_error = 0.1, .low = -0.6, .high = -0.2, .more_needed = 120};
    stats::PairedSummary yuan{.difference = 343, .standard_error = 2, .low = 338, .high = 348};
    comparison.cells = {{0, 1, 5, 0, 0, 0, places, effect, true}, {1, 1, 5, 0, 0, 0, yuan, cost, true}};
    return comparison;
}

}  // namespace

TEST_CASE("the answer names the largest gain with its range and tells the cost apart") {
    const auto sentences = answer_sentences(tiny(stats::Verdict::better, stats::Verdict::worse), 5);
    REQUIRE(sentences.size() == 2);
    CHECK(contains(sentences[0].en, "Pay: Better on 1 of 1 outcomes besides cost"));
    CHECK(contains(sentences[0].en, "empty places −0.4 places (very likely between −0.6 and −0.2)"));
    CHECK(contains(sentences[0].en, "Besides cost, the one outcome with a verdict is not shown to get worse"));
    CHECK(contains(sentences[0].en, "Cost: payroll +343 × 10,000 yuan [+338, +348], worse."));
    CHECK(contains(sentences[0].zh, "加薪：除成本外 1 项中有 1 项更好"));
    CHECK(contains(sentences[0].zh, "空编 −0.4 个（很可能在 −0.6 与 −0.2 之间）"));
}

TEST_CASE("the answer lists what gets worse") {
    const auto sentences = answer_sentences(tiny(stats::Verdict::worse, stats::Verdict::same), 5);
    CHECK(contains(sentences[0].en, "Besides cost, the one outcome with a verdict is not shown to become better"));
    CHECK(contains(sentences[0].en, "Worse on 1: empty places −0.4 places."));
}

TEST_CASE("the answer names what is real but small") {
    const auto better = answer_sentences(tiny(stats::Verdict::small_better, stats::Verdict::same), 5);
    CHECK(contains(
        better[0].en,
        "the one outcome with a verdict is not shown to change by as much as matters. Real but small: better on 1 "
        "(empty places −0.4 places). Cost:"));
    CHECK(contains(better[0].zh, "有差别但很小：1 项更好（空编 −0.4 个）。"));
    const auto worse = answer_sentences(tiny(stats::Verdict::small_worse, stats::Verdict::same), 5);
    CHECK(contains(worse[0].en, "Real but small: worse on 1 (empty places −0.4 places)."));
    CHECK_FALSE(contains(answer_sentences(tiny(stats::Verdict::same, stats::Verdict::same), 5)[0].en, "Real but"));
}

TEST_CASE("what is below a tenth of what matters is counted, not named") {
    auto comparison = tiny(stats::Verdict::small_better, stats::Verdict::same);
    comparison.outcomes[0].matters = 5;
    const Text alone = answer_sentences(comparison, 5)[0];
    CHECK(contains(alone.en, "Real but small: 1 below a tenth of what matters. Cost:"));
    CHECK(contains(alone.zh, "有差别但很小：1 项不到足以在意幅度的十分之一。"));
    comparison.outcomes.push_back(comparison.outcomes[0]);
    comparison.outcomes.back().matters = 1;
    comparison.cells.push_back(comparison.cells[0]);
    comparison.cells.back().outcome = comparison.outcomes.size() - 1;
    const Text both = answer_sentences(comparison, 5)[0];
    CHECK(contains(both.en, "Real but small: better on 1 (empty places −0.4 places); and 1 below a tenth of what"));
    CHECK(contains(both.zh, "1 项更好（空编 −0.4 个）；另有 1 项不到足以在意幅度的十分之一。"));
}

TEST_CASE("where the wait falls and promotions do not rise the answer says that fewer people wait") {
    auto comparison = tiny(stats::Verdict::better, stats::Verdict::same);
    comparison.outcomes[0].id = "wait_to_deputy";
    comparison.outcomes.push_back(comparison.outcomes[0]);
    comparison.outcomes.back().id = "promotions";
    comparison.outcomes.back().label = {"promotions", "晋升人数"};
    Cell cell = comparison.cells[0];
    cell.outcome = comparison.outcomes.size() - 1;
    cell.has_verdict = false;
    cell.paired = {.replications = 200, .difference = -0.1, .low = -0.5, .high = 0.3};
    comparison.cells.push_back(cell);
    CHECK(contains(answer_sentences(comparison, 5)[0].en,
                   "it falls while promotions are not shown to rise (promotions "
                   "−0.1 places [−0.5, +0.3], all levels)"));
    CHECK(contains(answer_sentences(comparison, 5)[0].zh, "多半是等待的人少了"));
    comparison.cells.back().paired.low = 0.1;  // they do rise
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[0].en, "fewer people wait"));
}

TEST_CASE("of a policy that holds in some units alone the answer says how to judge these") {
    auto comparison = tiny(stats::Verdict::same, stats::Verdict::same);
    comparison.township_count = 21;
    comparison.scenarios[1].settings = {{"pay.township_allowance", {}, "400", "400; in T03, T11: 900", "", "", "", ""}};
    CHECK(contains(answer_sentences(comparison, 5)[0].en, "It holds in T03, T11 alone"));
    CHECK(contains(answer_sentences(comparison, 5)[0].zh, "groups = [\"T03\", \"T11\"]"));
    comparison.scenarios[1].settings.push_back(comparison.scenarios[1].settings[0]);
    comparison.scenarios[1].settings[1].new_value = "900";
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[0].en, "It holds in"));
}

TEST_CASE("what has no verdict but changed by at least what matters is named with its own range, at most four") {
    auto comparison = tiny(stats::Verdict::same, stats::Verdict::same);
    const auto add = [&](const std::string& label, double difference, double low, double high) {
        comparison.outcomes.push_back(comparison.outcomes[0]);
        comparison.outcomes.back().label = {label, label};
        Cell cell = comparison.cells[0];
        cell.outcome = comparison.outcomes.size() - 1;
        cell.has_verdict = false;
        cell.paired = {.replications = 200, .difference = difference, .low = low, .high = high};
        cell.paired.discordant = 150;
        comparison.cells.push_back(cell);
    };
    add("heads", 0.4, 0.2, 0.6);
    add("unclear", 0.4, -0.2, 1.0);
    add("too small", 0.1, 0.05, 0.15);
    add("seats", -0.8, -1.0, -0.6);
    const Text told = answer_sentences(comparison, 5)[0];
    CHECK(contains(told.en,
                   "the one outcome with a verdict is not shown to change by as much as matters. Without verdict "
                   "(exploratory, ranges for each by itself), changed by at least what matters: seats −0.8 places "
                   "[−1.0, −0.6]; heads +0.4 places [+0.2, +0.6]. Cost:"));
    CHECK(contains(told.zh, "作判断的唯一一项未被证实"));
    CHECK(contains(told.zh, "变化达到足以在意幅度的：seats −0.8 个 [−1.0, −0.6]；heads +0.4 个 [+0.2, +0.6]。"));
    comparison.cells.back().paired.discordant = 5;  // too few futures differ
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[0].en, "seats"));
    for (int i = 0; i < 4; ++i) add("more", 0.3, 0.1, 0.5);
    CHECK(contains(answer_sentences(comparison, 5)[0].en, "more +0.3 places [+0.1, +0.5] and 1 more. Cost:"));
    comparison.outcomes[2].aim = measures::Aim::cost;  // told apart
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[0].en, "heads"));
}

TEST_CASE("what matters only later is named") {
    auto comparison = tiny(stats::Verdict::same, stats::Verdict::same);
    comparison.verdict_years = {5, 10};
    Cell later = comparison.cells[0];
    later.verdict_year = 10;
    later.verdict = stats::Verdict::worse;
    comparison.cells.push_back(later);
    const auto sentences = answer_sentences(comparison, 5);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[1].en == "Later, besides cost: After 10 years: Pay worse on 1 (empty places −0.4 places).");
    CHECK(sentences[1].zh == "往后（除成本外）：10 年后：加薪 1 项更差（空编 −0.4 个）。");
}

TEST_CASE("of a policy that gains already it is told what becomes worse later, and what is better no longer") {
    auto comparison = tiny(stats::Verdict::better, stats::Verdict::worse);
    comparison.verdict_years = {5, 10};
    comparison.outcomes.push_back(comparison.outcomes[0]);
    comparison.outcomes[2].label = {"wait", "等待"};
    const auto add = [&](std::size_t outcome, int year, stats::Verdict verdict) {
        Cell cell = comparison.cells[outcome == 1 ? 1 : 0];
        cell.outcome = outcome, cell.verdict_year = year, cell.verdict = verdict;
        comparison.cells.push_back(cell);
    };
    add(2, 5, stats::Verdict::same);
    add(0, 10, stats::Verdict::too_close);
    add(1, 10, stats::Verdict::same);
    add(2, 10, stats::Verdict::worse);
    CHECK(answer_sentences(comparison, 5)[1].en ==
          "Later: After 10 years: Pay worse on 1 (wait −0.4 places), no longer better on 1 (empty places −0.4 places), "
          "no longer worse on cost (payroll +343 × 10,000 yuan).");
    CHECK(contains(answer_sentences(comparison, 5)[1].zh, "1 项不再更好（空编 −0.4 个），不再支出更多"));
    comparison.cells[3].verdict = stats::Verdict::better;  // as before: nothing to tell of it
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[1].en, "empty places"));
}

TEST_CASE("the answer counts what is too close to call and says how many futures would settle it") {
    const auto sentences = answer_sentences(tiny(stats::Verdict::too_close, stats::Verdict::same), 5);
    CHECK(contains(sentences[0].en, "Too close to call: 1."));
    CHECK(contains(sentences[0].en, "About 120 more futures would settle the nearest of them."));
    CHECK(contains(sentences[0].zh, "难分高下：1 项。"));
}

TEST_CASE("a policy that changes nothing is said to be identical") {
    const auto sentences = answer_sentences(tiny(stats::Verdict::identical, stats::Verdict::identical), 5);
    CHECK(contains(sentences[0].en, "Identical to today’s rules in every matched future"));
}

TEST_CASE("a policy that begins later is identical up to the verdict year, and its later cost is told") {
    auto comparison = tiny(stats::Verdict::identical, stats::Verdict::identical);
    comparison.verdict_years = {5, 10};
    comparison.scenarios[1].settings = {{"pay.a", {}, "1", "2", "", "county", "", "2034-01-01"},
                                        {"pay.b", {}, "1", "2", "", "county", "", "2032-01-01"}};
    Cell cost = comparison.cells[1];
    cost.verdict_year = 10;
    cost.verdict = stats::Verdict::worse;
    comparison.cells.push_back(cost);
    const auto sentences = answer_sentences(comparison, 5);
    CHECK(sentences[0].en ==
          "Pay: Identical to today’s rules in every matched future up to year 5 (its rules begin on 2032-01-01), on "
          "every "
          "outcome.");
    CHECK(contains(sentences[0].zh, "到第 5 年为止（其规则自 2032-01-01 起）"));
    CHECK(sentences[1].en == "Later: After 10 years: Pay worse on cost (payroll +343 × 10,000 yuan).");
    comparison.cells[1].verdict = stats::Verdict::worse;  // told already
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[1].en, "Later"));
    comparison.scenarios[1].settings[0].starts.clear();
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[0].en, "begin on"));
}

TEST_CASE("the cost of a policy that begins later is told of the verdict year alone, too") {
    auto comparison = tiny(stats::Verdict::same, stats::Verdict::worse);
    comparison.scenarios[1].settings = {{"pay.a", {}, "1", "2", "", "county", "", "2028-01-01"}};
    YearAlone alone{1, 1, 5, comparison.cells[1].paired};
    alone.paired.difference = 512, alone.paired.low = 505, alone.paired.high = 519, alone.paired.discordant = 100;
    comparison.years_alone = {alone};
    CHECK(begins_later(comparison, 1) == "2028-01-01");
    const Text told = answer_sentences(comparison, 5)[0];
    CHECK(contains(told.en,
                   "worse. That is the mean of years 1 to 5; in year 5 alone +512 [+505, +519], for its rules "
                   "begin on 2028-01-01."));
    CHECK(contains(told.zh, "这是第 1 至 5 年的平均；仅第 5 年为 +512 [+505, +519]，因为其规则自 2028-01-01 起。"));
    comparison.scenarios[1].settings.push_back({"pay.b", {}, "1", "2", "", "county", "", ""});
    CHECK(contains(answer_sentences(comparison, 5)[0].en, "for some of its rules begin on 2028-01-01."));
    comparison.years_alone[0].paired.difference = comparison.cells[1].paired.difference;  // nothing to add
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[0].en, "alone"));
    comparison.scenarios[1].settings[0].starts = "2026-01-01";  // the first day
    CHECK(begins_later(comparison, 1).empty());
}

TEST_CASE("of four outcomes all are named, of five the other two are counted") {
    auto comparison = tiny(stats::Verdict::better, stats::Verdict::same);
    for (std::size_t o = 2; o < 5; ++o) {
        comparison.outcomes.push_back(comparison.outcomes[0]);
        comparison.outcomes.back().label.en = "outcome " + std::to_string(o);
        Cell cell = comparison.cells[0];
        cell.outcome = o;
        comparison.cells.push_back(cell);
    }
    for (Cell& cell : comparison.cells)
        if (cell.outcome != 1) cell.verdict = stats::Verdict::worse;
    CHECK(contains(answer_sentences(comparison, 5)[0].en, "outcome 4 −0.4 places."));
    comparison.outcomes.push_back(comparison.outcomes[0]);
    comparison.cells.push_back(comparison.cells[0]);
    comparison.cells.back().outcome = 5;
    CHECK(contains(answer_sentences(comparison, 5)[0].en, " and 2 others."));
}

TEST_CASE("an outcome inside the model that was declared has its verdict in the tables of the terminal, too") {
    auto comparison = tiny(stats::Verdict::better, stats::Verdict::same);
    comparison.outcomes[0].latent = true;
    comparison.verdict_years = {5, 10};
    Cell later = comparison.cells[0];
    later.verdict_year = 10;
    comparison.cells.push_back(later);
    CHECK(contains(verdict_table(comparison, 5, in_english), "\n  empty places "));
    CHECK(contains(over_years_text(comparison, in_english), "empty places"));
    CHECK(contains(luck_table(comparison, 5, in_english), "empty places"));
}

TEST_CASE("a column of the terminal says the same or practically the same, not both") {
    auto comparison = tiny(stats::Verdict::same, stats::Verdict::same);
    CHECK(count_of(verdict_table(comparison, 5, in_english), "practically the same") == 2);
    comparison.outcomes[1].decimals = 2;
    comparison.cells[1].paired = {.difference = 12345.67, .low = -23456.78, .high = 34567.89};
    const std::string table = verdict_table(comparison, 5, in_english);
    CHECK(count_of(table, "practically") == 0);
    CHECK(count_of(table, " same") == 2);
}

TEST_CASE("futures that let a rare outcome be judged are not said to settle it") {
    const auto comparison = tiny(stats::Verdict::too_rare, stats::Verdict::same);
    CHECK(contains(luck_table(comparison, 5, in_english), "·: that would let it be judged"));
    auto sample = tests::sample_comparison();
    const auto scorecard = [&](stats::Verdict verdict) {
        for (Cell& cell : sample.cells) cell.verdict = verdict, cell.paired.more_needed = 120;
        return section_of(render_html(sample, Language::en), "scorecard");
    };
    CHECK(contains(scorecard(stats::Verdict::too_rare), "about 120 more futures to judge it"));
    CHECK_FALSE(contains(scorecard(stats::Verdict::too_rare), "would settle it"));
    CHECK(contains(scorecard(stats::Verdict::too_close), "about 120 more futures would settle it"));
}

TEST_CASE("from seven scenarios on the page wraps the cells of a row, at most five in a line") {
    auto comparison = tests::sample_comparison();
    while (comparison.scenarios.size() < 6) comparison.scenarios.push_back(comparison.scenarios[1]);
    CHECK_FALSE(contains(render_html(comparison, Language::en), "class=\"scorecard judged many"));
    comparison.scenarios.push_back(comparison.scenarios[1]);
    CHECK(contains(render_html(comparison, Language::en), "class=\"scorecard judged many first across3\""));
    while (comparison.scenarios.size() < 13) comparison.scenarios.push_back(comparison.scenarios[1]);
    CHECK(contains(render_html(comparison, Language::en), "class=\"scorecard judged many first across4\""));
}

TEST_CASE("one of a kind is told in the singular") {
    auto comparison = tests::sample_comparison();
    comparison.township_count = 1;
    CHECK(contains(render_html(comparison, Language::en), "1 township, "));
    CHECK(contains(comparison_screen(comparison, in_english, false), "1 township "));
    comparison.township_count = 2;
    CHECK(contains(render_html(comparison, Language::en), "2 townships, "));
}

TEST_CASE("few draws say how many of them make a sign depend on assumptions") {
    auto comparison = tests::sample_comparison();
    comparison.drivers.dependence.assign(1, {});
    comparison.drivers.dependence[0].draws = 8;
    CHECK(contains(few_draws_sentence(comparison).en, "Of 8 draws 1 that contradicts a sign"));
    comparison.drivers.dependence[0].draws = 25;
    CHECK(contains(few_draws_sentence(comparison).en, "Of 25 draws 3 that contradict a sign make it depend"));
    comparison.drivers.dependence[0].draws = 100;
    CHECK(few_draws_sentence(comparison).en.empty());
}

TEST_CASE("an outcome without a value under either policy is told apart from what is identical") {
    const auto one = answer_sentences(tiny(stats::Verdict::not_measured, stats::Verdict::same), 5);
    CHECK(contains(one[0].en, "Not measured, for nothing of the kind happens under either policy: 1."));
    CHECK(contains(one[0].zh, "未计量（两种办法下都没有可计量的事项）：1 项。"));
    const auto rest_same = answer_sentences(tiny(stats::Verdict::not_measured, stats::Verdict::identical), 5);
    CHECK(contains(rest_same[0].en, "Identical to today’s rules in every matched future"));
    CHECK(contains(rest_same[0].en, "Not measured"));
    auto comparison = tests::sample_comparison();
    for (Cell& cell : comparison.cells)
        if (cell.outcome == 0 && cell.scenario == 1) cell.verdict = stats::Verdict::not_measured;
    const std::string page = render_html(comparison, Language::en);
    CHECK(contains(page,
                   "<span class=\"mark\">–</span> <b></b> <span class=\"range\"></span> <span class=\"word\">"
                   "<span lang=\"en\">not measured</span>"));
    CHECK(contains(page, "未计量"));
}

TEST_CASE("of outcomes without a verdict that differ nobody says that they are identical") {
    auto comparison = tiny(stats::Verdict::identical, stats::Verdict::identical);
    comparison.cells[1].has_verdict = false;
    comparison.cells[1].paired.discordant = 25;
    const auto sentences = answer_sentences(comparison, 5);
    CHECK(contains(sentences[0].en, "on every outcome that gets a verdict. Without a verdict, these differ: payroll."));
    CHECK(contains(sentences[0].zh, "不作判断而有差别的：工资。"));
    CHECK_FALSE(contains(sentences[0].en, "on every outcome."));
}

TEST_CASE("the answer always ends with its limits") {
    auto comparison = tiny(stats::Verdict::better, stats::Verdict::worse);
    CHECK(contains(answer_sentences(comparison, 5).back().en, "synthetic"));
    comparison.synthetic = false;
    CHECK_FALSE(contains(answer_sentences(comparison, 5).back().en, "synthetic"));
    CHECK(contains(answer_sentences(comparison, 5).back().en, "assumptions were not varied"));
    CHECK(answer_sentences(comparison, 99).size() == 1);
}

TEST_CASE("under a context nobody says that the assumptions were not varied, and the page names it first") {
    auto comparison = tests::sample_comparison();
    comparison.drivers = {};
    CHECK(contains(render_html(comparison, Language::en), "Not varied on this page."));
    CHECK_FALSE(contains(render_html(comparison, Language::en), "On top of the files"));
    comparison.pay_effect.verdict_years = {5};
    comparison.pay_effect.cells.resize(1);
    CHECK(contains(render_html(comparison, Language::en), "On this page only the effect of pay was varied."));
    comparison.pay_effect = {};
    comparison.overrides.contexts = {"drain.toml"};
    comparison.overrides.changes.push_back(
        {"leaving.death", {"Death rate", "死亡率"}, "0.1", "0.2", "per year", "", "drain.toml:4", ""});
    const std::string limits = answer_sentences(comparison, 5).back().en;
    CHECK_FALSE(contains(limits, "assumptions were not varied"));
    CHECK(contains(limits, "lived under context drain.toml; nothing beyond that was varied"));
    auto with_pay = comparison;
    with_pay.pay_effect.cells.resize(1);
    CHECK(contains(limits_words(with_pay).en, "drain.toml; beyond that only the effect of pay was varied."));
    CHECK(contains(limits_words(with_pay).zh, "此外只改变了工资的作用。"));
    CHECK(contains(render_html(with_pay, Language::en), "; beyond that only the effect of pay was varied."));
    CHECK_FALSE(contains(render_html(with_pay, Language::en), "not varied beyond that"));
    const std::string page = render_html(comparison, Language::en);
    CHECK_FALSE(contains(page, "Not varied on this page."));
    CHECK_FALSE(contains(page, "本页没有改变假设；"));
    CHECK(contains(page, "Every scenario was lived under context drain.toml"));
    CHECK(contains(page, "On top of the files of every scenario: context drain.toml"));
    CHECK(contains(page, "所有方案在各自文件之上另加：情境文件 drain.toml"));
    CHECK(page.find("Death rate") < page.find("everything is compared with this"));
}

TEST_CASE("when two policies gain the answer names the one that costs least") {
    auto comparison = tiny(stats::Verdict::better, stats::Verdict::worse);
    comparison.scenarios.push_back({{"Exchange", "交流"}, "exchange", {}, {}});
    for (std::size_t i = 0; i < 2; ++i) {
        Cell cell = comparison.cells[i];
        cell.scenario = 2;
        if (i == 1) cell.paired.difference = 12;
        comparison.cells.push_back(cell);
    }
    const auto sentences = answer_sentences(comparison, 5);
    REQUIRE(sentences.size() == 4);
    CHECK(sentences[2].en ==
          "Cheapest way to a gain: Exchange (empty places −0.4 places; payroll +12 × 10,000 yuan), of the 2 policies "
          "that "
          "are better on empty places and worse on nothing besides cost.");
    auto other_gain = comparison;
    other_gain.outcomes.push_back(other_gain.outcomes[0]);
    other_gain.cells[2].outcome = 2;
    CHECK_FALSE(contains(answer_sentences(other_gain, 5)[2].en, "Cheapest"));
    Cell loss = comparison.cells[2];
    loss.outcome = 2;
    loss.verdict = stats::Verdict::worse;
    comparison.outcomes.push_back(comparison.outcomes[0]);
    comparison.cells.push_back(loss);
    CHECK_FALSE(contains(answer_sentences(comparison, 5)[2].en, "Cheapest"));
}

TEST_CASE("a scenario's name never becomes markup in the page") {
    const std::string page = render_html(tests::sample_comparison(), Language::en);
    CHECK_FALSE(contains(page, "</script><b>"));
    CHECK(contains(page, "&lt;/script&gt;&lt;b&gt;&amp;"));
    CHECK(contains(page, "\\u003c/script>\\u003cb>&"));
    CHECK(count_of(page, "<script") == count_of(page, "</script"));
}

TEST_CASE("the embedded data reads back as the same names and numbers") {
    const auto data = nlohmann::json::parse(report_json(tests::sample_comparison()));
    CHECK(data["scenarios"][3]["name"]["en"] == tests::hostile_name);
    CHECK(data["outcomes"].size() == 20);
    CHECK(data["bands"][0].size() == 7);
    CHECK(data["bands"][0][4].size() == 20);
    CHECK(data["cells"].size() == 17 * 3 * 4);
}

TEST_CASE("the same comparison gives the same bytes") {
    const auto comparison = tests::sample_comparison();
    CHECK(render_html(comparison, Language::en) == render_html(comparison, Language::en));
}

TEST_CASE("the page holds every verdict word in both languages") {
    const std::string page = render_html(tests::sample_comparison(), Language::zh);
    for (const stats::Verdict verdict : stats::all_verdicts()) {
        const Text words = stats::words(verdict);
        CHECK(contains(page, ">" + words.en + "<"));
        CHECK(contains(page, ">" + words.zh + "<"));
    }
}

TEST_CASE("the page begins in the language asked for") {
    CHECK(contains(render_html(tests::sample_comparison(), Language::zh), "data-lang=\"zh\""));
    CHECK(contains(render_html(tests::sample_comparison(), Language::en), "data-lang=\"en\""));
}

TEST_CASE("the badge is shown for synthetic data only") {
    auto comparison = tests::sample_comparison();
    CHECK(contains(render_html(comparison, Language::en), "SYNTHETIC <span lang=\"zh-CN\">合成数据"));
    comparison.synthetic = false;
    CHECK_FALSE(contains(render_html(comparison, Language::en), "class=\"badge\""));
}

TEST_CASE("the page names no address that a browser would fetch") {
    const std::string page = render_html(tests::sample_comparison(), Language::en);
    CHECK_FALSE(contains(page, "src=\"http"));
    CHECK_FALSE(contains(page, "@import"));
    CHECK(page.size() < 2'500'000);
}

TEST_CASE("the licences of the chart library are kept in the page") {
    const std::string page = render_html(tests::sample_comparison(), Language::en);
    CHECK(contains(page, "Apache License"));
    CHECK(contains(page, "Copyright (c) 2017, Baidu Inc."));
}

TEST_CASE("an empty comparison still gives a page") {
    Comparison empty;
    empty.scenarios = {{{"Today", "现行"}, "base", {}, {}}};
    empty.verdict_years = {5};
    CHECK(contains(render_html(empty, Language::en), "</html>"));
}

TEST_CASE("every share of futures is shown with its Wilson range") {
    const std::string page = render_html(tests::sample_comparison(), Language::en);
    const std::string section = page.substr(page.find("<section id=\"often\">"));
    const std::string own = section.substr(0, section.find("</section>"));
    const auto shares = count_of(own, "class=\"dot\"");
    CHECK(shares == tests::sample_comparison().best_shares.size());
    CHECK(count_of(own, "–") >= shares);  // low–high
}

namespace {

// What the page says of "cheaper and better" about policy B, when policy C costs less and does more by far.
std::string said_to_beat(stats::Verdict of_c, stats::Verdict cost_of_c, const std::string& whom) {
    auto comparison = tiny(stats::Verdict::better, stats::Verdict::worse);
    comparison.outcomes[0].direction = measures::Direction::lower_better;
    comparison.outcomes[1].id = "total_cost";
    comparison.scenarios.push_back({{"Exchange", "交流"}, "exchange", {}, {}});
    for (std::size_t i = 0; i < 2; ++i) {
        Cell cell = comparison.cells[i];
        cell.scenario = 2;
        cell.verdict = i == 0 ? of_c : cost_of_c;
        const double shift = i == 0 ? -10 : -1000;  // fewer empty places, and cheaper
        for (double* value : {&cell.paired.difference, &cell.paired.low, &cell.paired.high}) *value += shift;
        comparison.cells.push_back(cell);
    }
    const std::string page = render_html(comparison, Language::en);
    const std::string section = page.substr(page.find("<section id=\"cost\">"));
    const auto at = section.find("<tr><th scope=\"row\"><span class=\"tag\">" + whom);
    return section.substr(at, section.find("</tr>", at) - at);
}

}  // namespace

TEST_CASE("a policy that costs less and does more by more than chance is named beside the one it beats") {
    using stats::Verdict;
    CHECK(contains(said_to_beat(Verdict::better, Verdict::better, "B"), "<span class=\"tag\">C</span>"));
    CHECK(contains(said_to_beat(Verdict::better, Verdict::better, "C"), "none"));
}

TEST_CASE("no policy is said to be cheaper and better where the verdict rule trusts no range") {
    using stats::Verdict;
    for (const Verdict verdict : {Verdict::too_rare, Verdict::depends_on_assumptions}) {
        CHECK(contains(said_to_beat(verdict, Verdict::better, "B"), "none"));
        CHECK(contains(said_to_beat(Verdict::better, verdict, "B"), "none"));
    }
}

TEST_CASE("futures without a difference are told beside those in which a policy is better") {
    const stats::PairedSummary rare{.replications = 25,
                                    .wins = 2,
                                    .ties = 23,
                                    .probability_better = 0.08,
                                    .probability_low = 0.02,
                                    .probability_high = 0.25};
    CHECK(of_100(rare) == "8 (2–25) =92");
    const std::string page = render_html(tests::sample_comparison(), Language::en);
    CHECK(contains(page, "(=: no difference in …)"));
    CHECK(contains(page, "（=：没有差别的次数）"));
    CHECK(contains(page, "in 92 more it is the best together with others"));
    CHECK(contains(page, "另有 92 次与其他办法并列最好"));
}

TEST_CASE("a page leaves out details that have no verdicts, keeps those that have, and says how many are missing") {
    const Comparison whole = tests::sample_comparison();
    Comparison comparison = whole;
    const auto place = [&whole](const char* id) {
        return static_cast<std::size_t>(std::ranges::find(whole.outcomes, id, &measures::Outcome::id) -
                                        whole.outcomes.begin());
    };
    const std::size_t left_out = place("training_days"), behind = place("motivation"), declared = place("tenure");
    REQUIRE(behind == left_out + 1);
    comparison.outcomes[left_out].id = "payroll_basic";
    comparison.outcomes[declared].id = "deaths";
    const int year = whole.verdict_years.front();
    comparison.years_alone = {{left_out, 1, year, {}}, {behind, 1, year, {}}};
    PayEffectCell of_behind;
    of_behind.outcome = behind;
    comparison.pay_effect.cells = {of_behind};
    const Comparison page = with_outcomes_of_page(comparison);
    CHECK(page.details == 1);
    CHECK(page.outcomes.size() == whole.outcomes.size() - 1);
    CHECK(page.outcomes[declared].id == "deaths");  // it is primary
    CHECK(page.outcomes[left_out].id == "motivation");
    REQUIRE(page.years_alone.size() == 1);
    CHECK(page.years_alone[0].outcome == left_out);
    REQUIRE(page.pay_effect.cells.size() == 1);
    CHECK(page.pay_effect.cells[0].outcome == left_out);
    CHECK(find_cell(page, left_out, 1, year)->value == find_cell(whole, behind, 1, year)->value);
    CHECK(page.bands.size() == whole.bands.size() - whole.scenarios.size());
    CHECK(page.cells.size() == whole.cells.size() - whole.scenarios.size() * whole.verdict_years.size());
    CHECK(has_baseline_switch(page));
    const std::string text = render_html(comparison, Language::en);
    CHECK(text.find("Training days a year") == std::string::npos);
    CHECK(text.find("1 more outcomes") != std::string::npos);
    CHECK(render_html(whole, Language::en).find("more outcomes (") == std::string::npos);
}
