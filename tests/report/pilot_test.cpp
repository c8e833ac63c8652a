// What is said of a policy that holds in some townships alone: in the answer, on the page and in the tables.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "analysis/export/comparison_csv.hpp"
#include "analysis/export/own_tables.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/page_outcomes.hpp"
#include "analysis/report/pilot_words.hpp"
#include "analysis/small_cells.hpp"
#include "analysis/workbook/workbook.hpp"
#include "sim/stats/ratio.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

struct Judged {
    double difference, low, high;
    stats::Verdict verdict;
};

void add_judged(Comparison& comparison, std::size_t outcome, PilotPart part, const Judged& judged) {
    PilotCell cell;
    cell.outcome = outcome;
    cell.scenario = 1;
    cell.verdict_year = comparison.verdict_years.front();
    cell.part = part;
    cell.has_verdict = true;
    cell.verdict = judged.verdict;
    cell.paired = {.replications = 200,
                   .baseline = 4,
                   .difference = judged.difference,
                   .low = judged.low,
                   .high = judged.high,
                   .discordant = 150};
    comparison.pilot_cells.push_back(cell);
}

// Three outcomes of a pilot in two of 21 townships.
Comparison piloted(const Judged& there, const Judged& elsewhere) {
    Comparison comparison = tests::sample_comparison();
    comparison.township_count = 21;
    comparison.scenarios[1].settings = {{"pay.township_allowance", {}, "400", "400; in T03, T11: 900", "", "", "", ""}};
    comparison.pilots = {{1, {"T03", "T11"}, 19}};
    const Judged same{0, -0.1, 0.1, stats::Verdict::same};
    for (const std::size_t outcome : {0u, 1u, 2u}) {
        add_judged(comparison, outcome, PilotPart::pilot, outcome == 0 ? there : same);
        add_judged(comparison, outcome, PilotPart::others, outcome == 1 ? elsewhere : same);
    }
    for (measures::Outcome* outcome : {&comparison.outcomes[0], &comparison.outcomes[1]}) {
        outcome->label = {outcome == &comparison.outcomes[0] ? "resignations" : "empty places",
                          outcome == &comparison.outcomes[0] ? "辞职人数" : "空编"};
        outcome->unit = {"people", "人"};
        outcome->decimals = 1;
        outcome->matters = 0.5;
    }
    return comparison;
}

Text told(const Comparison& comparison) { return pilot_words(comparison, 1, comparison.verdict_years.front()); }

}  // namespace

TEST_CASE("the answer names what gets better or worse in the pilot townships and in the others, with ranges") {
    const Comparison comparison =
        piloted({-0.8, -1.2, -0.4, stats::Verdict::better}, {0.3, 0.1, 0.5, stats::Verdict::small_worse});
    CHECK(told(comparison).en ==
          "It holds in T03, T11 alone. In these 2 townships: better on 1 (resignations −0.8 people [−1.2, −0.4]); the "
          "other 2 of 3 outcomes with verdicts are not shown to change. In the other 19 townships: real but small, "
          "worse on 1 (empty places +0.3 people [+0.1, +0.5]); the other 2 of 3 outcomes with verdicts are not shown "
          "to change.");
    CHECK(told(comparison).zh ==
          "该办法只在 T03、T11 实行。这 2 个乡镇合计：1 项更好（辞职人数 −0.8 人 [−1.2, −0.4]）；作判断的 3 项中其余 2 "
          "项未被证实有变化。其余 19 个乡镇合计：1 项更差但很小（空编 +0.3 人 [+0.1, "
          "+0.5]）；作判断的 3 项中其余 2 项未被证实有变化。");
    const std::string answer = answer_sentences(comparison, comparison.verdict_years.front())[0].en;
    CHECK(contains(answer, told(comparison).en));
    CHECK_FALSE(contains(answer, "groups = ["));
}

TEST_CASE("what is below a tenth of what matters in a pilot is counted, not named") {
    const Comparison comparison =
        piloted({-0.04, -0.05, -0.03, stats::Verdict::small_better}, {0.3, 0.1, 0.5, stats::Verdict::small_worse});
    CHECK(contains(told(comparison).en,
                   "In these 2 townships: real, but below a tenth of what matters: 1; the other 2 of 3 outcomes"));
    CHECK(contains(told(comparison).zh, "1 项有差别但不到足以在意幅度的十分之一；作判断的 3 项中其余 2 项"));
}

TEST_CASE("the answer says that nothing was shown to change in the other townships, or that nothing did") {
    Comparison comparison =
        piloted({0.8, 0.4, 1.2, stats::Verdict::worse}, {0.1, -0.3, 0.5, stats::Verdict::too_close});
    CHECK(contains(told(comparison).en, "In these 2 townships: worse on 1 (resignations +0.8 people [+0.4, +1.2])"));
    CHECK(contains(told(comparison).en,
                   "In the other 19 townships: none of 3 outcomes with verdicts is shown to change (too rare, "
                   "too close or not measured: 1)."));
    CHECK(contains(told(comparison).zh,
                   "其余 19 个乡镇合计：作判断的 3 项均未被证实有变化（其中太少见、难分高下或未测得 1 项）。"));
    for (PilotCell& cell : comparison.pilot_cells)
        if (cell.part == PilotPart::others) cell.verdict = stats::Verdict::identical;
    CHECK(contains(told(comparison).en, "all 3 outcomes with verdicts are the same in every matched future."));
    CHECK(contains(told(comparison).zh, "作判断的 3 项在每一次对照推演中都相同。"));
}

TEST_CASE("single townships and long lists of them are named as such") {
    CHECK(pilot_names({"T03"}).en == "T03");
    CHECK(pilot_names({"T1", "T2", "T3", "T4", "T5", "T6", "T7"}).en == "T1, T2, T3, T4 and 3 others");
    CHECK(pilot_names({"T1", "T2", "T3", "T4", "T5", "T6", "T7"}).zh == "T1、T2、T3、T4等 7 个");
    CHECK(pilot_part_words({1, {"T03"}, 1}, PilotPart::pilot).en == "this township");
    CHECK(pilot_part_words({1, {"T03"}, 1}, PilotPart::others).en == "the other township");
}

TEST_CASE("of a pilot that is not judged by itself the answer says how to have it judged") {
    Comparison comparison = piloted({}, {});
    comparison.pilots.clear();
    comparison.pilot_cells.clear();
    CHECK(contains(told(comparison).en, "It holds in T03, T11 alone."));
    CHECK(contains(told(comparison).en, "groups = [\"T03\", \"T11\"] judges these units by themselves"));
    CHECK(contains(told(comparison).zh, "groups = [\"T03\", \"T11\"]"));
    comparison.scenarios[1].settings[0].new_value = "900";  // everywhere
    CHECK(told(comparison).en.empty());
}

TEST_CASE("of a pilot of few people nothing is told, on the page neither") {
    Comparison comparison =
        piloted({-0.8, -1.2, -0.4, stats::Verdict::better}, {0.3, 0.1, 0.5, stats::Verdict::small_worse});
    comparison.breakdown.min_cell = 9;
    for (PilotCell& cell : comparison.pilot_cells) {
        cell.shown = cell.part == PilotPart::pilot ? Shown::too_small : Shown::with_another;
        cell.has_verdict = false;
    }
    CHECK(told(comparison).en ==
          "It holds in T03, T11 alone. What it does there is not told, for fewer than 9 people work in these townships "
          "(--min-cell).");
    CHECK(contains(told(comparison).zh, "这些乡镇人数不足 9 人，不予显示"));
    const std::string page = section_of(render_html(comparison, Language::en), "scorecard");
    CHECK(contains(page, "fewer than 9 people work in these townships"));
    CHECK_FALSE(contains(page, "table class=\"pilots"));
    const auto tables = comparison_tables(comparison);
    const std::string& csv = std::ranges::find(tables, "pilots.csv", &CsvFile::name)->content;
    CHECK(contains(csv, ",<9\r\n"));
    CHECK(contains(csv, ",*\r\n"));
    CHECK_FALSE(contains(csv, "-0.8"));
}

TEST_CASE("the page has a table of pilot and other townships beside the scorecard, in both languages") {
    const Comparison comparison =
        piloted({-0.8, -1.2, -0.4, stats::Verdict::better}, {0.3, 0.1, 0.5, stats::Verdict::small_worse});
    const std::string scorecard = section_of(render_html(comparison, Language::en), "scorecard");
    const std::size_t begin = scorecard.find("<table class=\"pilots judged\"");
    REQUIRE(begin != std::string::npos);
    const std::string table = scorecard.substr(begin, scorecard.find("</table>", begin) - begin);
    CHECK(count_of(table, "<tr><th scope=\"row\">") == 3);
    for (const char* words : {"In these 2 townships", "这 2 个乡镇", "In the other 19 townships", "其余 19 个乡镇",
                              "−0.8", "[−1.2, −0.4]", "+0.3", "[+0.1, +0.5]", "real but small", "有差别但很小"})
        CHECK(contains(table, words));
    CHECK(contains(scorecard, "in T03, T11 alone"));
    CHECK(contains(scorecard, "只在 T03、T11"));
    CHECK_FALSE(contains(section_of(render_html(tests::sample_comparison(), Language::en), "scorecard"), "pilots"));
}

TEST_CASE("pilots are a sheet of the workbook") {
    const tests::Folder folder;
    const auto sheets = [&](const Comparison& comparison) {
        write_workbook(comparison, Language::en, folder.file("a.xlsx"));
        std::ifstream in(folder.file("a.xlsx"), std::ios::binary);
        return count_of({std::istreambuf_iterator<char>(in), {}}, "xl/worksheets/sheet");
    };
    // Each is named once in its place and once in the directory.
    CHECK(sheets(piloted({}, {})) == sheets(tests::sample_comparison()) + 2);
}

TEST_CASE("the table of pilots knows itself again") {
    const auto tables = comparison_tables(piloted({}, {}));
    const auto table = std::ranges::find(tables, "pilots.csv", &CsvFile::name);
    REQUIRE(table != tables.end());
    CHECK(is_own_table(table->name, table->content));
}
