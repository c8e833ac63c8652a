// Through what a difference goes.
#include "analysis/pathways.hpp"

#include <catch2/catch.hpp>

#include "analysis/batch.hpp"
#include "analysis/context.hpp"
#include "sim/experiment/pathways.hpp"
#include "tests/analysis/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

namespace {

constexpr const char* raise = "Raise: pay.township_allowance=1500";

PathwayStudy traced(const std::vector<scenario::Scenario>& scenarios, int threads = 1) {
    return trace_pathways(scenarios, {1, 12, threads}, [] { return true; });
}

std::vector<scenario::Scenario> pair(const std::string& variant, const std::vector<std::string>& sets = {}) {
    return {tiny("baseline.toml", sets), tiny(variant, sets)};
}

const PathwayCell& cell(const PathwayStudy& study, const char* outcome) {
    const std::size_t index = measures::outcome_index(outcome);
    for (const PathwayCell& one : study.cells) {
        if (one.outcome == index && one.verdict_year == study.cells.back().verdict_year) return one;
    }
    throw std::logic_error(outcome);
}

}  // namespace

TEST_CASE("every lever of every pathway exists, and switching all off leaves the history alone") {
    const engine::CountyInput input = tiny("baseline.toml").input;
    const engine::CountyInput off = experiment::without_pathways(input);
    CHECK(off.policy.blocks.front().retention.pay_elasticity == 0);
    CHECK(off.policy.blocks.front().motivation.pay_effect == 0);
    CHECK(off.history.retention.pay_elasticity == input.history.retention.pay_elasticity);
    CHECK(off.policy.blocks.front().pay.township_allowance == input.policy.blocks.front().pay.township_allowance);
}

TEST_CASE("nothing goes through any pathway when the policy changes nothing") {
    const PathwayStudy study = traced(pair("baseline.toml"));
    CHECK(study.pathways.empty());
    REQUIRE_FALSE(study.cells.empty());
    for (const PathwayCell& one : study.cells) {
        CHECK(one.difference == 0);
        CHECK(one.rules.part == 0);
    }
}

TEST_CASE("where pay acts on leaving alone, the whole effect of an allowance on leaving goes through it") {
    const PathwayStudy study = traced(pair(raise, {"motivation.enabled=false", "leaving.resignation=0.05",
                                                   "recruitment.pay_elasticity=0", "conduct.pay_effect=0"}));
    REQUIRE(study.pathways.size() >= 1);
    CHECK(study.pathways.front().id == "pay_to_leaving");
    const PathwayCell& leaving = cell(study, "resignations");
    CHECK(leaving.difference < 0);
    CHECK(leaving.parts.front().part == leaving.difference);
    CHECK(leaving.rules.part == 0);
}

TEST_CASE("what an allowance costs by itself is left when nobody reacts") {
    const PathwayStudy study = traced(pair(raise));
    const PathwayCell& cost = cell(study, "total_cost");
    CHECK(cost.difference > 0);
    CHECK(cost.rules.part > 0.5 * cost.difference);
}

TEST_CASE("tracing is the same for any number of threads, and ends when told to") {
    const auto scenarios = pair(raise);
    const PathwayStudy one = traced(scenarios, 1);
    const PathwayStudy three = traced(scenarios, 3);
    REQUIRE(one.cells.size() == three.cells.size());
    for (std::size_t c = 0; c < one.cells.size(); ++c) {
        CHECK(one.cells[c].difference == three.cells[c].difference);
        CHECK(one.cells[c].rules.part == three.cells[c].rules.part);
    }
    CHECK(trace_pathways(scenarios, {1, 12, 1}, [] { return false; }).cells.empty());
}

TEST_CASE("pathways are kept with the plan and read back") {
    const auto scenarios = pair(raise);
    const PathwayStudy study = traced(scenarios);
    const Batch batch(scenarios, 1, {}, study);
    const Context context = context_of(batch.plan().context_json);
    REQUIRE(context.pathways.cells.size() == study.cells.size());
    CHECK(context.pathways.futures == 12);
    CHECK(context.pathways.pathways.front().label.zh == study.pathways.front().label.zh);
    CHECK(context.pathways.cells.back().rules.part == study.cells.back().rules.part);
}
