// Assumptions as factors, and compared scenarios at many points: the tiny county of the program's tests.
#include "sim/experiment/points.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "sim/experiment/factors.hpp"
#include "sim/experiment/race.hpp"
#include "tests/analysis/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::experiment;

namespace {

const std::vector<std::string> quick{"years=2", "warm_up_years=2", "warm_up_lives=1"};

PointPlan tiny_plan() {
    PointPlan plan;
    plan.scenarios = {tests::tiny("baseline.toml", quick), tests::tiny("salary.toml", quick)};
    plan.outcomes = {measures::outcome_index("total_cost"), measures::outcome_index("leavers")};
    plan.verdict_years = {1, 2};
    plan.replications = 3;
    plan.threads = 1;
    return plan;
}

const Factor& factor(const Factors& factors, const std::string& key) {
    for (const Factor& one : factors.varied) {
        if (one.key() == key) return one;
    }
    throw std::runtime_error("no factor " + key);
}

struct Run {
    std::vector<std::vector<PairEstimate>> points;
    std::vector<std::uint32_t> order;
    std::uint32_t count = 0;
};
Run run(const PointPlan& plan, const std::vector<Point>& points, std::uint32_t done = 0) {
    std::ostringstream ignored;
    Progress progress(ignored, {ProgressStyle::quiet, false, Language::en});
    const std::atomic<bool> never = false;
    Run result;
    result.count = run_points(
        plan, points, done,
        [&](std::uint32_t number, const std::vector<PairEstimate>& estimates) {
            result.order.push_back(number);
            result.points.push_back(estimates);
        },
        progress, never);
    return result;
}

bool same(const PairEstimate& a, const PairEstimate& b) {
    return a.difference == b.difference && a.standard_error == b.standard_error && a.discordant == b.discordant;
}

}  // namespace

TEST_CASE("assumptions become factors with their plausible ranges, switches with all their settings") {
    const auto plan = tiny_plan();
    const Factors factors = assumptions_of(plan.scenarios, {}, {});
    const Factor& death = factor(factors, "leaving.death");
    CHECK(death.low == 0.001);  // the plausible range, not all that a scenario may set
    CHECK(death.high == 0.003);
    CHECK(std::get<double>(death.at(0.5)) == Approx(0.002));
    CHECK(death.ends().size() == 2);
    const Factor& behaviour = factor(factors, "leaving.behaviour");
    CHECK(behaviour.is_switch());
    CHECK(behaviour.at(0.1) == behaviour.present);
    CHECK(behaviour.at(0.9) != behaviour.present);
    CHECK(behaviour.ends().size() == 1);
    for (const Factor& one : factors.varied) {
        for (const double u : {0.0, 0.3, 1.0}) CHECK_FALSE(levers::complaint(*one.row, one.at(u)));
        for (const auto& end : one.ends()) CHECK(end != one.present);
    }
    CHECK(factors.varied.size() > 80);
}

TEST_CASE("of a table every name is a factor with its own span, and the other names stay") {
    const Factors factors = assumptions_of(tiny_plan().scenarios, {}, {});
    const Factor& superior = factor(factors, "assessment.reliability.superior");
    CHECK(superior.low == 0.45);  // the published range, parameters §3
    CHECK(superior.high == 0.65);
    const auto present = std::get<std::vector<double>>(superior.present);
    const auto moved = std::get<std::vector<double>>(superior.at(0));
    CHECK(moved[0] == 0.45);
    CHECK(std::vector(moved.begin() + 1, moved.end()) == std::vector(present.begin() + 1, present.end()));
    CHECK(std::get<std::vector<double>>(factor(factors, "leaving.moved_above.from_45").at(1))[2] == 0.002);
}

TEST_CASE("names of one table that move together come as one value with all of them moved") {
    const Factors factors = assumptions_of(tiny_plan().scenarios, {"assessment.reliability", "leaving.death"}, {});
    REQUIRE(factors.varied.size() == 5);
    const Point point = values_at(factors.varied, {1, 1, 1, 1, 1});
    REQUIRE(point.size() == 2);
    const auto& table = point[0].key == "assessment.reliability" ? point[0] : point[1];
    CHECK(std::get<std::vector<double>>(table.value) == std::vector<double>{0.65, 0.52, 0.4, 0.4});
}

TEST_CASE("facts that nobody has looked up are varied, too; a scenario that gives one takes it as looked up") {
    auto scenarios = tiny_plan().scenarios;
    const Factors factors = assumptions_of(scenarios, {}, {});
    CHECK(factor(factors, "pay.post_share").low == 0.08);  // parameters §5
    CHECK(factor(factors, "service.minutes.disputes").row->kind == levers::Kind::fact);
    for (const Factor& one : factors.varied) {
        CHECK(one.row->kind != levers::Kind::policy);
        CHECK((one.row->kind == levers::Kind::assumption || one.row->grade == levers::Grade::A));
    }
    std::vector<std::string> given = quick;
    given.push_back("pay.post_share=0.1");
    for (auto& scenario : scenarios) scenario = tests::tiny("baseline.toml", given);
    const Factors less = assumptions_of(scenarios, {"pay"}, {});
    CHECK(std::ranges::count(less.left_alone, "pay.post_share (looked up: a scenario gives it)") == 1);
    const Factors again = assumptions_of(scenarios, {"pay.post_share"}, {{"pay.post_share", 0.09, 0.12}});
    CHECK(factor(again, "pay.post_share").high == 0.12);
}

TEST_CASE("every plausible range lies within what its row allows and is told in the row's unit") {
    for (const auto& lever : engine::all_levers()) {
        const levers::Row& row = lever.row;
        if (!row.plausible || std::holds_alternative<std::vector<double>>(row.default_value)) continue;
        INFO(row.key);
        CHECK(row.plausible->low >= row.low);
        CHECK(row.plausible->high <= row.high);
        CHECK(row.plausible->low <= row.plausible->high);
        CHECK(row.kind != levers::Kind::policy);
    }
}

TEST_CASE(
    "textbook switches, ways to calculate, shares that sum to one and what the scenarios differ in are left alone") {
    auto scenarios = tiny_plan().scenarios;
    scenarios[1] = tests::tiny("A: leaving.pay_elasticity=2", quick);
    const Factors factors = assumptions_of(scenarios, {}, {});
    const auto is_left = [&](const std::string& key) {
        return std::ranges::any_of(factors.left_alone, [&](const auto& text) { return text.starts_with(key + " ("); });
    };
    CHECK(is_left("leaving.pay_elasticity"));
    CHECK(is_left("recruitment.entrants_per_year"));
    CHECK(is_left("recruitment.fields"));
    CHECK(is_left("recruitment.channel_validity.open_exam"));  // the other channels are measured against it
    CHECK(is_left("service.queue"));  // matter by matter takes ten times the time for the same answer, and off has none
    CHECK_FALSE(is_left("leaving.death"));
}

TEST_CASE("a study can be limited to some assumptions and given other ranges; what is wrong is refused") {
    const auto scenarios = tiny_plan().scenarios;
    const Factors factors = assumptions_of(scenarios, {"leaving.death", "motivation"}, {{"leaving.death", 0, 0.1}});
    CHECK(factor(factors, "leaving.death").high == 0.1);
    for (const Factor& one : factors.varied)
        CHECK((one.row->key == "leaving.death" || one.row->key.starts_with("motivation.")));
    CHECK_THROWS_AS(assumptions_of(scenarios, {"leaving.deth"}, {}), InputError);
    CHECK_THROWS_AS(assumptions_of(scenarios, {}, {{"leaving.death", 0, 5}}), InputError);
    CHECK_THROWS_AS(assumptions_of(scenarios, {}, {{"pay.township_allowance", 0, 5}}), InputError);
    const Factors one =
        assumptions_of(scenarios, {"front_line.learning.project"}, {{"front_line.learning.project", 0.1, 0.2}});
    REQUIRE(one.varied.size() == 1);
    CHECK(one.varied[0].high == 0.2);
    CHECK_THROWS_AS(assumptions_of(scenarios, {}, {{"front_line.learning", 0.1, 0.2}}), InputError);
    CHECK_THROWS_AS(assumptions_of(scenarios, {}, {{"front_line.learning.project", 0.1, 2}}), InputError);
}

TEST_CASE("the present point gives what the scenarios give, and a point changes all scenarios alike") {
    const auto plan = tiny_plan();
    WarmUps present(plan.seed);
    const auto here = live_point(plan, {}, present);
    REQUIRE(here.size() == plan.estimates_per_point());
    CHECK(here[plan.place_of(1, 0, 1)].difference > 0);  // three times the allowance costs more
    // Nobody reacts to pay: the policy moves nobody.
    const auto frozen = live_point(plan, {{"leaving.behaviour", false}, {"motivation.enabled", false}}, present);
    CHECK(frozen[plan.place_of(1, 1, 1)].difference == 0);
    CHECK(frozen[plan.place_of(1, 1, 1)].discordant == 0);
    // A null policy is null at every point, to the last bit.
    PointPlan null_plan = plan;
    null_plan.scenarios[1] = null_plan.scenarios[0];
    for (const auto& one : live_point(null_plan, {{"leaving.death", 0.003}}, present)) {
        CHECK(one.difference == 0);
        CHECK(one.standard_error == 0);
    }
}

TEST_CASE("points come in order and are the same for any number of threads, and after a restart") {
    auto plan = tiny_plan();
    const Factors factors = assumptions_of(plan.scenarios, {"leaving.death", "leaving.pay_elasticity"}, {});
    std::vector<Point> points{{}};
    for (const auto& unit : stats::latin_hypercube(2, 4, 1)) points.push_back(values_at(factors.varied, unit));
    const Run alone = run(plan, points);
    CHECK(alone.count == 5);
    CHECK(alone.order == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
    plan.threads = 4;
    const Run together = run(plan, points);
    CHECK(together.order == alone.order);
    for (std::size_t p = 0; p < points.size(); ++p) {
        for (std::size_t i = 0; i < alone.points[p].size(); ++i) CHECK(same(alone.points[p][i], together.points[p][i]));
    }
    const Run rest = run(plan, points, 3);
    CHECK(rest.order == std::vector<std::uint32_t>{3, 4});
    CHECK(same(rest.points[0][0], alone.points[3][0]));
}

TEST_CASE("an interruption before the start hands over nothing") {
    std::ostringstream ignored;
    Progress progress(ignored, {ProgressStyle::quiet, false, Language::en});
    const std::atomic<bool> at_once = true;
    const auto plan = tiny_plan();
    CHECK(run_points(
              plan, {{}, {}}, 0, [](std::uint32_t, const auto&) { FAIL(); }, progress, at_once) == 0);
}

TEST_CASE("a policy that has the value of another one in every future is told to be the same") {
    const stats::SelectionGoal goal{.indifference = 1, .lower_is_better = true, .first_look = 5};
    std::vector<RaceFuture> futures;
    for (int r = 0; r < 100; ++r) futures.push_back({5.0 + r % 3, 5.0 + r % 3, 50.0 + r % 2});
    const RaceResult result = judged_race({3, goal, 5}, futures);
    REQUIRE(result.is_settled);
    const std::size_t best = result.state.remaining.front(), other = 1 - best;
    CHECK(result.same_as_best[other]);
    CHECK(result.same_as_rival[other]);
    CHECK_FALSE(result.same_as_best[best]);
    CHECK_FALSE(result.same_as_best[2]);
    CHECK_FALSE(result.same_as_rival[2]);
}

TEST_CASE("a race over cost is won by the cheaper policy, the same for any number of threads") {
    RacePlan plan;
    plan.scenarios = {tests::tiny("salary.toml", quick), tests::tiny("baseline.toml", quick)};
    plan.outcome = measures::outcome_index("total_cost");
    plan.verdict_year = 2;
    plan.goal = {.indifference = 5, .lower_is_better = true, .first_look = 5};
    plan.batch = 5;
    plan.most = 50;
    plan.threads = 1;
    std::ostringstream ignored;
    const std::atomic<bool> never = false;
    Progress progress(ignored, {ProgressStyle::quiet, false, Language::en});
    std::vector<RaceFuture> kept;
    const auto keep = [&](const RaceFuture& future) { kept.push_back(future); };
    const auto alone = run_race(plan, {}, keep, progress, never);
    REQUIRE(alone);
    CHECK(alone->is_settled);
    CHECK(alone->state.remaining == std::vector<std::size_t>{1});
    CHECK(alone->subset == std::vector<std::size_t>{1});
    CHECK(alone->futures == alone->replications[0] + alone->replications[1]);
    plan.threads = 3;
    const auto nothing = [](const RaceFuture&) {};
    const auto together = run_race(plan, {}, nothing, progress, never);
    CHECK(together->means == alone->means);
    const std::atomic<bool> at_once = true;
    CHECK_FALSE(run_race(plan, {}, nothing, progress, at_once));

    // Judged again from what was kept, and gone on with after a part of the second batch.
    CHECK(judged_race({2, plan.goal, plan.batch}, kept).means == alone->means);
    const std::vector<RaceFuture> part(kept.begin(), kept.begin() + 7);
    if (kept.size() > 7) {
        std::vector<RaceFuture> whole = part;
        const auto rest = run_race(
            plan, part, [&](const RaceFuture& future) { whole.push_back(future); }, progress, never);
        CHECK(rest->means == alone->means);
        CHECK(rest->futures == alone->futures);
        CHECK(whole.size() == kept.size());
    }
}
