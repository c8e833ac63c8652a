// What is lived and told beside a comparison: policies on pay at the lowest effect of pay, proofs, what is there when a
// run is stopped, and when people leave after their minimum service.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/assemble.hpp"
#include "analysis/batch.hpp"
#include "analysis/export/json.hpp"
#include "analysis/pay_effect.hpp"
#include "analysis/proofs.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/service_wave.hpp"
#include "analysis/terminal/comparison_screen.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/given_values.hpp"
#include "tests/analysis/tiny_county.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::Folder;
using tests::tiny;

namespace {

constexpr const char* higher_pay = "Raise: pay.township_allowance=1500";

struct Compared {
    Folder folder;
    Batch batch;
    store::Store store;

    explicit Compared(std::vector<scenario::Scenario> scenarios, std::uint32_t futures = 24)
        : batch(std::move(scenarios), 1), store(store::Store::open_or_create(folder.file("b.staffsim"), batch.plan())) {
        for (std::uint32_t r = 0; r < futures; ++r) store.commit(r, batch.run(r));
    }
    Comparison told() const { return assemble(store, store.completed_replications(), 1); }
    std::size_t studies() const { return store.studies().size(); }
};

std::vector<scenario::Scenario> base_and(const std::string& variant, const std::vector<std::string>& sets = {}) {
    return {tiny("baseline.toml", sets), tiny(variant, sets)};
}

std::string said(const Comparison& comparison) {
    std::string all;
    for (const Text& one : answer_sentences(comparison, comparison.verdict_years.front()))
        all += one.en + "\n" + one.zh;
    return all;
}

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a scenario lived beside the comparison for fewer years has the first years of the comparison") {
    const Batch batch(base_and(higher_pay), 1);
    const levers::Value present = 1.46;
    scenario::Scenario shorter = scenario::with_values(
        batch.scenarios()[1], std::vector<scenario::GivenValue>{{std::string(pay_assumption), present}});
    shorter.input.years = 3;
    const auto whole = batch.run(2, 1, 1).front().values, part = batch.run_beside(shorter, 1, 2).values;
    for (std::size_t outcome = 0; outcome < whole.outcome_count(); ++outcome) {
        for (std::size_t year = 0; year < 3; ++year) {
            INFO(measures::outcomes()[outcome].id << ", year " << year);
            CHECK(part.at(outcome, measures::townships_group, year) ==
                  whole.at(outcome, measures::townships_group, year));
        }
    }
}

TEST_CASE("where leaving does not react to conditions, the lowest effect of pay changes no number") {
    Compared compared(base_and(higher_pay, {"leaving.behaviour=false"}));
    live_pay_effect(compared.batch, compared.store, 2);
    const Comparison comparison = compared.told();
    REQUIRE_FALSE(comparison.pay_effect.cells.empty());
    CHECK(comparison.pay_effect.lowest == "0.5");
    CHECK(comparison.pay_effect.futures == 20);
    for (const PayEffectCell& cell : comparison.pay_effect.cells) {
        INFO(comparison.outcomes[cell.outcome].id);
        CHECK(cell.at_lowest.difference == Approx(cell.present.difference).margin(1e-12));
        CHECK(cell.present_sign == cell.lowest_sign);
    }
    CHECK(contains(said(comparison), "no conclusion on an outcome that gets a verdict changes"));
    CHECK(contains(said(comparison), "作判断的各项结论都不变"));
}

TEST_CASE("a raise keeps fewer people where pay has its lowest effect, and is told so everywhere") {
    Compared compared(base_and("Raise: pay.township_allowance=4000", {"leaving.resignation=0.1"}));
    live_pay_effect(compared.batch, compared.store, 1);
    const Comparison comparison = compared.told();
    const std::size_t resignations = measures::outcome_index("resignations");
    const auto cell = std::ranges::find(comparison.pay_effect.cells, resignations, &PayEffectCell::outcome);
    REQUIRE(cell != comparison.pay_effect.cells.end());
    CHECK(cell->present.difference < 0);
    CHECK(cell->at_lowest.difference > cell->present.difference);
    CHECK(contains(said(comparison), "At the lowest effect of pay: With an effect of 0.5 instead of 1.46"));
    CHECK(contains(comparison_json(comparison), "\"pay_effect\""));
    CHECK_FALSE(contains(said(comparison), "was not lived"));
}

TEST_CASE("the lowest effect of pay is lived once, the same on any number of threads, and of policies on pay alone") {
    Compared compared(base_and(higher_pay));
    live_pay_effect(compared.batch, compared.store, 1);
    const auto first = compared.store.studies();
    live_pay_effect(compared.batch, compared.store, 2);
    REQUIRE(first.size() == 1);
    CHECK(compared.store.studies().front().points == first.front().points);

    Compared threads(base_and(higher_pay));
    live_pay_effect(threads.batch, threads.store, 2);
    CHECK(threads.store.studies().front().points == first.front().points);

    Compared other(base_and("Exchange: exchange.pairs_per_year=2"));
    live_pay_effect(other.batch, other.store, 1);
    CHECK(other.studies() == 0);
    CHECK_FALSE(contains(said(other.told()), "effect of pay"));
}

TEST_CASE("a store without it says how to get it, unless pay has its lowest effect anyway") {
    const Compared without(base_and(higher_pay));
    CHECK(contains(said(without.told()), "staffsim sensitivity … --assumption leaving.pay_elasticity does"));
    Compared lowest(base_and(higher_pay, {"leaving.pay_elasticity=0.5"}));
    live_pay_effect(lowest.batch, lowest.store, 1);
    CHECK(lowest.studies() == 0);
    CHECK_FALSE(contains(said(lowest.told()), "leaving.pay_elasticity"));
}

TEST_CASE("proofs are lived once and belong to the futures that are there") {
    Compared compared(base_and(higher_pay), 3);
    CHECK_FALSE(proofs_in(compared.store));
    live_proofs(compared.batch, compared.store, 1);
    live_proofs(compared.batch, compared.store, 2);
    REQUIRE(proofs_in(compared.store));
    CHECK(proofs_in(compared.store)->null_futures == 2);
    CHECK(proofs_in(compared.store)->future == 2);
    CHECK(proofs_in(compared.store)->runs == 2);
    compared.store.commit(3, compared.batch.run(3));
    CHECK_FALSE(proofs_in(compared.store));
    live_proofs(compared.batch, compared.store, 1);
    CHECK(proofs_in(compared.store)->future == 3);
}

TEST_CASE("a store whose futures are not those that are lived again proves nothing") {
    const Folder folder;
    const Batch batch(base_and(higher_pay), 1);
    const auto disturbed = [&](std::size_t scenario, bool values) {
        store::Store store =
            store::Store::open_or_create(folder.file(values ? "v.staffsim" : "f.staffsim"), batch.plan());
        std::vector<store::UnitResult> units = batch.run(0);
        if (values)
            units[scenario].values.cell(0, 0, 0).numerator += 1;
        else
            ++units[scenario].fingerprint;
        store.commit(0, units);
        CHECK_THROWS_AS(live_proofs(batch, store, 1), InvariantError);
        CHECK_FALSE(proofs_in(store));
    };
    disturbed(1, false);
    disturbed(0, true);
}

TEST_CASE("a comparison that was stopped gives levels and plain ranges, and no verdict") {
    const Compared compared(base_and(higher_pay));
    const Comparison whole = compared.told(), stopped = assemble_stopped(compared.store, 24, {400, false});
    const std::size_t cost = measures::outcome_index("total_cost");
    const Cell &judged = *find_cell(whole, cost, 1, 3), &plain = *find_cell(stopped, cost, 1, 3);
    CHECK(judged.has_verdict);
    CHECK(plain.paired.difference == judged.paired.difference);
    CHECK(plain.paired.high - plain.paired.low < judged.paired.high - judged.paired.low);
    for (const Cell& cell : stopped.cells) CHECK_FALSE(cell.has_verdict);
    const std::string screen = comparison_screen(stopped, {}, false), json = comparison_json(stopped);
    CHECK(contains(screen, "! 24 of 400 futures were simulated before you stopped; no verdicts are shown,"));
    CHECK(contains(screen, "2 Exploratory, year 3"));
    CHECK_FALSE(contains(screen, "3 In brief"));
    CHECK(contains(json, "\"wanted\": 400"));
    CHECK_FALSE(contains(json, "\"verdict\": \""));
    const Comparison precise = assemble_stopped(compared.store, 24, {1000, true});
    CHECK(contains(comparison_screen(precise, {}, false), "24 of at most 1000 futures"));
}

TEST_CASE("the year in which most leave after their minimum service is the year of the largest mean number") {
    Series today(3, 2), shorter(3, 2);  // three years, two futures; 100 for each person
    const std::vector<measures::Ratio> base[] = {{{100, 5}, {300, 5}, {100, 5}}, {{100, 5}, {500, 5}, {100, 5}}},
                                       own[] = {{{200, 5}, {200, 5}, {900, 5}}, {{200, 5}, {200, 5}, {700, 5}}};
    for (const auto& future : base) today.append(future);
    for (const auto& future : own) shorter.append(future);
    Comparison comparison;
    comparison.start_year = 2026;
    comparison.scenarios = {{{"Today", "现行"}, "base", {}, {}}, {{"Short", "缩短"}, "short", {}, {}}};
    comparison.waves = service_waves({today, shorter}, 3, 0.05, {0});
    CHECK(comparison.waves[0].left == std::vector<double>{1, 4, 1});
    CHECK(comparison.waves[1].left == std::vector<double>{2, 2, 8});
    CHECK(service_wave_words(comparison, 1).en.empty());  // nobody moved the minimum service, and two futures are few
    Setting setting;
    setting.key = "recruitment.minimum_service_years";
    comparison.scenarios[1].settings.push_back(setting);
    const Text words = service_wave_words(comparison, 1);
    CHECK(words.en ==
          "Within two years of the end of their minimum service (moves to county organs included) most leave in "
          "2028: 8.0 people that year, 1.0 under Today, where it is most in "
          "2027 (4.0).");
    CHECK(words.zh ==
          "服务期满两年内离开（含调入县直）最多的是 2028 年：8.0 人，现行为 1.0 人（其最多的是 2027 年：4.0 人）。");
    CHECK(service_wave_words(comparison, 0).en.empty());
}
