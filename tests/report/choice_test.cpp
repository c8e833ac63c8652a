// A report with another baseline or of some of the scenarios.
#include "analysis/choice.hpp"

#include <catch2/catch.hpp>

#include "analysis/report/answer.hpp"
#include "analysis/verdict_words.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/paired.hpp"
#include "tests/report/sample_comparison.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

store::Plan plan() {
    store::Plan plan;
    for (const ComparedScenario& scenario : tests::sample_comparison().scenarios)
        plan.scenarios.push_back({scenario.id, scenario.name, "", {}, {}});
    return plan;
}

std::string refusal(const std::string& baseline, const std::string& scenarios) {
    try {
        choice_of(plan(), baseline, scenarios);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

constexpr std::size_t salary = 1, exchange = 2;

}  // namespace

TEST_CASE("scenarios are found by id, name in either language and letter") {
    for (const char* name : {"exchange", "Exchange of posts between county organs and townships",
                             "县直机关与乡镇干部双向交流", "C", " C "})
        CHECK(choice_of(plan(), name, "").baseline == exchange);
    CHECK(choice_of(plan(), "", "").baseline == 0);
    CHECK(choice_of(plan(), "", "").shown.empty());
    CHECK(choice_of(plan(), "", "C, salary").shown == std::vector<std::size_t>{0, 1, 2});
    CHECK(choice_of(plan(), "salary", "C").shown == std::vector<std::size_t>{1, 2});
}

TEST_CASE("names that are not known are all told, with suggestions and what there is") {
    const std::string message = refusal("exchagne", "salery,B");
    CHECK(message.find("--baseline: there is no scenario \"exchagne\", did you mean \"exchange\"?") !=
          std::string::npos);
    CHECK(message.find("--scenarios: there is no scenario \"salery\", did you mean \"salary\"?") != std::string::npos);
    CHECK(message.find("B salary (\"Higher township pay\")") != std::string::npos);
    CHECK(refusal("salary", "salary").find("only the baseline is left") != std::string::npos);
}

TEST_CASE("a subset keeps every verdict, range and family of the scenarios shown") {
    const Comparison all = tests::sample_comparison(), part = chosen(all, {0, {0, exchange}});
    REQUIRE(part.scenarios.size() == 2);
    CHECK(part.scenarios[1].id == "exchange");
    CHECK(part.family_size == all.family_size);
    CHECK(part.declared_baseline);
    CHECK(part.best_of == 4);
    std::size_t judged = 0;
    for (const Cell& cell : part.cells) {
        if (cell.scenario == 0) continue;
        const Cell& before = *find_cell(all, cell.outcome, exchange, cell.verdict_year);
        CHECK(cell.verdict == before.verdict);
        CHECK(cell.has_verdict == before.has_verdict);
        CHECK(cell.paired.low == before.paired.low);
        judged += cell.has_verdict;
    }
    CHECK(judged == 17 * 4);
    for (const BestShare& share : part.best_shares) CHECK(share.scenario < 2);
    for (const YearlyBand& band : part.bands) CHECK(band.scenario < 2);
}

TEST_CASE("against another baseline nothing has a verdict and every difference is turned or taken between variants") {
    const Comparison all = tests::sample_comparison(), other = chosen(all, {salary, {}});
    REQUIRE(other.scenarios.size() == 4);
    CHECK(other.scenarios[0].id == "salary");
    CHECK(other.scenarios[1].id == "base");
    CHECK_FALSE(other.declared_baseline);
    for (const Cell& cell : other.cells) {
        const Cell& before = *find_cell(all, cell.outcome, cell.scenario == 1 ? 0 : cell.scenario, cell.verdict_year);
        if (cell.scenario == 0) continue;
        if (cell.has_verdict) CHECK(cell.verdict == stats::Verdict::exploratory);
        CHECK(cell.value == before.value);
        if (cell.scenario == 1) {
            const stats::PairedSummary& declared = find_cell(all, cell.outcome, salary, cell.verdict_year)->paired;
            CHECK(cell.paired.difference == 0 - declared.difference);
            CHECK(cell.paired.low == 0 - declared.high);
            CHECK(cell.paired.baseline == declared.value);
        } else {
            CHECK(cell.paired.difference ==
                  Approx(before.paired.value - find_cell(all, cell.outcome, salary, cell.verdict_year)->paired.value));
        }
    }
    CHECK(answer_sentences(other, 5)[0].en.find("Exploratory") != std::string::npos);
}

TEST_CASE("against another baseline too, what differs in too few futures has no range") {
    Comparison all = tests::sample_comparison();
    const auto thin = [](stats::PairedSummary& paired) { paired.discordant = 19, paired.differing_low = 0.05; };
    for (Between& one : all.between) thin(one.paired);
    for (Cell& cell : all.cells) {
        if (cell.scenario == salary) thin(cell.paired);
    }
    for (const std::size_t baseline : {salary, exchange}) {
        const Comparison other = chosen(all, {baseline, {0, salary, exchange}});
        for (const Cell& cell : other.cells) {
            const bool is_thin = cell.scenario != 0 && (baseline == salary || cell.scenario == 2);
            if (!cell.has_verdict || !is_thin) continue;
            CHECK(cell.verdict == stats::Verdict::too_rare);
            CHECK(is_rare(cell));
        }
    }
}

TEST_CASE("where the declared baseline stands is known after another one was chosen, if it is shown") {
    const Comparison all = tests::sample_comparison();
    CHECK_FALSE(all.declared_place);
    CHECK(chosen(all, {salary, {}}).declared_place == 1);
    CHECK_FALSE(chosen(all, {salary, {salary, exchange}}).declared_place);
    CHECK_FALSE(chosen(all, {0, {0, exchange}}).declared_place);
}

TEST_CASE("against another baseline settings tell what differs from it") {
    const Comparison other = chosen(tests::sample_comparison(), {salary, {}});
    CHECK(other.scenarios[0].settings.empty());
    REQUIRE(other.scenarios[1].settings.size() == 2);  // back to today's rules
    CHECK(other.scenarios[1].settings[0].old_value == "1200");
    CHECK(other.scenarios[1].settings[0].new_value == "500");
    CHECK(other.scenarios[2].settings.size() == 4);
}

TEST_CASE("a turned comparison turned again is the same") {
    const stats::PairedSummary one = find_cell(tests::sample_comparison(), 0, 1, 5)->paired;
    const stats::PairedSummary twice = stats::turned(stats::turned(one));
    CHECK(twice.difference == one.difference);
    CHECK(twice.low == one.low);
    CHECK(twice.wins == one.wins);
    CHECK(twice.probability_low == Approx(one.probability_low));
}
