// Studies of assumptions: what the store keeps, and what it does to verdicts. The points' numbers are invented, so that
// what has to come out is known.
#include "analysis/studies.hpp"

#include <catch2/catch.hpp>

#include "analysis/assemble.hpp"
#include "analysis/assemble_drivers.hpp"
#include "analysis/batch.hpp"
#include "analysis/drivers_words.hpp"
#include "tests/analysis/tiny_county.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

namespace {

const std::vector<std::string> quick{"years=3", "warm_up_years=2", "warm_up_lives=1"};
constexpr std::uint32_t studied_futures = 25;

class Experiment {
  public:
    Experiment() {
        const Batch batch({tiny("baseline.toml", quick), tiny("salary.toml", quick)}, 1);
        store_.emplace(store::Store::open_or_create(folder_.file("a.staffsim"), batch.plan()));
        for (std::uint32_t r = 0; r < studied_futures; ++r) store_->commit(r, batch.run(r));
        plan_.scenarios = batch.scenarios();
        plan_.outcomes = {measures::outcome_index("total_cost"), measures::outcome_index("leavers")};
        plan_.verdict_years = {3};
        plan_.replications = 10;
        factors_ = experiment::assumptions_of(plan_.scenarios, {"leaving.death", "leaving.pay_elasticity"}, {});
    }
    Experiment(const Experiment&) = delete;
    Experiment& operator=(const Experiment&) = delete;

    Study common() const { return common_study(plan_, factors_); }
    experiment::Factors only(const std::string& key) const {
        return experiment::assumptions_of(plan_.scenarios, {key}, {});
    }
    Study common_of(const experiment::Factors& factors) const { return common_study(plan_, factors); }
    const experiment::Factors& factors() const { return factors_; }

    // The cost difference at each point; the other outcome does not move.
    void keep(const PlannedStudy& planned, const std::vector<double>& differences, double error = 0.1) {
        const std::string& name = planned.study.method;
        REQUIRE(store_->begin_study(name, to_json(planned.study)) == 0);
        for (std::uint32_t p = 0; p < differences.size(); ++p)
            store_->commit_point(name, p, std::vector<double>{differences[p], error, 10, 0, 0, 0});
    }
    Comparison assembled() const { return assemble(*store_, studied_futures, 1); }
    const Cell& cost(const Comparison& comparison) const {
        return *find_cell(comparison, measures::outcome_index("total_cost"), 1, 3);
    }

  private:
    tests::Folder folder_;
    std::optional<store::Store> store_;
    experiment::PointPlan plan_;
    experiment::Factors factors_;
};

}  // namespace

TEST_CASE("a study is read back from its text as it was planned") {
    const Experiment experiment;
    const Study planned = plan_tornado(experiment.common(), experiment.factors()).study;
    const Study read = study_of(to_json(planned));
    CHECK(to_json(read) == to_json(planned));
    CHECK(read.points == 5);  // the present and both ends of two assumptions
    REQUIRE(read.ends.size() == 4);
    CHECK(read.ends[1].is_high);
    CHECK(read.factors[0].low == "0.001");
    CHECK_THROWS_AS(study_of("{}"), InvariantError);
}

TEST_CASE("a name of a table and a fact are told by their own key, words and range") {
    const Experiment experiment;
    const Study by_name = study_of(to_json(experiment.common_of(experiment.only("assessment.reliability.superior"))));
    REQUIRE(by_name.factors.size() == 1);
    CHECK(by_name.factors[0].key == "assessment.reliability.superior");
    CHECK(by_name.factors[0].label.en == "Reliability of one rater: superior");
    CHECK(by_name.factors[0].label.zh.ends_with("：上级"));
    CHECK(by_name.factors[0].low == "0.45");
    CHECK(by_name.factors[0].present == "0.52");
    CHECK(by_name.factors[0].kind == "assumption");
    const Study fact = study_of(to_json(experiment.common_of(experiment.only("pay.rank_share"))));
    CHECK(fact.factors.at(0).kind == "fact");
    Comparison comparison;
    comparison.drivers.factors = by_name.factors;
    CHECK(looked_up_sentence(comparison).en.empty());
    comparison.drivers.factors = fact.factors;
    CHECK(looked_up_sentence(comparison).en.find("assumed here: pay.rank_share.") != std::string::npos);
}

TEST_CASE("an end of a range that is clear on the other side turns the verdict, and is named") {
    Experiment experiment;
    const auto before = experiment.assembled();
    REQUIRE(experiment.cost(before).paired.low > 0);  // a higher allowance costs more
    CHECK(before.drivers.is_empty());
    CHECK(hinges_sentence(before, 1, 3).en.empty());
    const auto planned = plan_tornado(experiment.common(), experiment.factors());
    experiment.keep(planned, {5, 5, 6, -4, 5});
    const Comparison after = experiment.assembled();
    CHECK(experiment.cost(after).verdict == stats::Verdict::depends_on_assumptions);
    const std::string turned = planned.study.factors[planned.study.ends[2].factor].label.en;
    CHECK(hinges_sentence(after, 1, 3).en == "Hinges on: " + turned + " (assumed)");
    const auto rows = tornado_of(after, measures::outcome_index("total_cost"), 1, 3);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]->swing() == 9);
    CHECK(rows[0]->flips());
    CHECK_FALSE(rows[1]->flips());
}

TEST_CASE("an end that only might be on the other side turns nothing") {
    Experiment experiment;
    experiment.keep(plan_tornado(experiment.common(), experiment.factors()), {5, 5, 6, -4, 5}, 3.0);
    const Comparison after = experiment.assembled();
    CHECK(experiment.cost(after).verdict != stats::Verdict::depends_on_assumptions);
    CHECK(hinges_sentence(after, 1, 3).en.starts_with("Hinges on no single assumption"));
}

TEST_CASE("an end no farther from today's difference than luck may take it is told as that, after the clear ones") {
    Experiment experiment;
    experiment.keep(plan_tornado(experiment.common(), experiment.factors()), {5, 5.1, 5, 9, 5}, 0.1);
    const auto rows = [&](const Comparison& comparison) {
        return tornado_of(comparison, measures::outcome_index("total_cost"), 1, 3);
    };
    Comparison after = experiment.assembled();
    REQUIRE(rows(after).size() == 2);
    CHECK(rows(after)[0]->is_clear);
    CHECK_FALSE(rows(after)[1]->is_clear);
    CHECK(clear_of_luck_words(rows(after)).en == "1 of 2 shown to move it by more than luck");
    CHECK(clear_of_luck_words(rows(after)).zh == "2 项中有 1 项的影响已证实超出运气");
    for (TornadoRow& row : after.drivers.tornado) row.is_clear = !row.is_clear;
    CHECK(rows(after)[0]->swing() == Approx(0.1));  // luck comes last, however far it reaches
}

TEST_CASE("an end that is on the other side by rounding alone turns nothing") {
    for (const double difference : {-1e-13, -1e-6}) {
        Experiment experiment;
        experiment.keep(plan_tornado(experiment.common(), experiment.factors()), {5, 5, 6, difference, 5}, 1e-17);
        const Comparison after = experiment.assembled();
        REQUIRE(experiment.cost(after).paired.value > 10);  // 10,000 yuan a year: one unit in the last place is 2e-15
        const auto rows = tornado_of(after, measures::outcome_index("total_cost"), 1, 3);
        CHECK(rows[0]->flips() == (difference == -1e-6));
    }
}

TEST_CASE("a sign that holds in fewer than nine of ten joint draws makes the verdict depend on assumptions") {
    for (const std::size_t against : {1u, 2u}) {
        Experiment experiment;
        std::vector<double> differences(10, 7.0);
        for (std::size_t i = 0; i < against; ++i) differences[i] = -1;
        experiment.keep(plan_joint(experiment.common(), experiment.factors(), 10), differences);
        const Comparison after = experiment.assembled();
        const bool depends = experiment.cost(after).verdict == stats::Verdict::depends_on_assumptions;
        CHECK(depends == (against == 2));
        const Dependence* one = dependence_of(after, measures::outcome_index("total_cost"), 1, 3);
        REQUIRE(one != nullptr);
        CHECK(one->sensitivity.sign_agreement == Approx(1 - 0.1 * static_cast<double>(against)));
        CHECK(one->p95 == 7);
    }
}

TEST_CASE("studies of different assumptions are told together, and what one of them turned stays turned") {
    Experiment experiment;
    const auto death = experiment.only("leaving.death"), pay = experiment.only("leaving.pay_elasticity");
    experiment.keep(plan_joint(experiment.common_of(pay), pay, 10), std::vector<double>(10, 7.0));
    experiment.keep(plan_tornado(experiment.common_of(death), death), {5, -4, 6});
    const Comparison after = experiment.assembled();
    CHECK(experiment.cost(after).verdict == stats::Verdict::depends_on_assumptions);
    CHECK(after.drivers.factors.size() == 2);
    const auto rows = tornado_of(after, measures::outcome_index("total_cost"), 1, 3);
    REQUIRE(rows.size() == 1);
    CHECK(after.drivers.factors[rows[0]->factor].key == "leaving.death");
    const Dependence* one = dependence_of(after, measures::outcome_index("total_cost"), 1, 3);
    REQUIRE(one != nullptr);
    CHECK(one->draws == 10);
    REQUIRE(one->sign_flips.size() == 1);
    CHECK(after.drivers.factors[one->sign_flips[0]].key == "leaving.death");
    CHECK(studies_sentence(after).en ==
          "The studies kept did not vary the same: joint leaving.pay_elasticity (10 matched futures); "
          "tornado leaving.death (10 matched futures).");
}

TEST_CASE("an unfinished study counts for nothing") {
    Experiment experiment;
    experiment.keep(plan_joint(experiment.common(), experiment.factors(), 10), std::vector<double>(9, -7.0));
    CHECK(experiment.assembled().drivers.is_empty());
}

TEST_CASE("screening keeps the strongest assumptions that do anything") {
    const Experiment experiment;
    const auto planned = plan_morris(experiment.common(), experiment.factors(), 2);
    // Cost follows the first assumption only.
    std::vector<std::vector<double>> points;
    for (const auto& point : planned.points) {
        double value = 0;
        for (const auto& given : point) value += given.key == "leaving.death" ? std::get<double>(given.value) : 0;
        points.push_back({value, 0, 0, 0, 0, 0});
    }
    const std::vector<std::size_t> cost{measures::outcome_index("total_cost")};
    CHECK(screened(planned.study, points, cost, 1, 8).size() == 1);
    CHECK(screened(planned.study, points, {measures::outcome_index("leavers")}, 1, 8).empty());
}
