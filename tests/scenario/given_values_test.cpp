// Other values for levers of a loaded scenario give what a file with these values would give.
#include "sim/scenario/given_values.hpp"

#include <catch2/catch.hpp>

#include "sim/scenario/timeline.hpp"
#include "tests/scenario/county.hpp"

using namespace staffsim;
using namespace staffsim::scenario;
using tests::lever;

namespace {

Scenario tiny(const std::vector<std::string>& sets) {
    return load_scenario(parse_spec(std::string(TINY_COUNTY) + "baseline.toml"), {sets, {}, {}});
}

}  // namespace

TEST_CASE("given values reach the rules, and of facts and assumptions the history, too") {
    const Scenario base = tiny({});
    const Scenario changed =
        with_values(base, std::vector<GivenValue>{{"leaving.death", 0.002}, {"pay.township_allowance", 900.0}});
    const Scenario loaded = tiny({"leaving.death=0.002", "pay.township_allowance=900"});
    CHECK(changed.input.policy.blocks.front().retention.death == 0.002);
    CHECK(changed.input.policy.blocks.front().pay.township_allowance ==
          loaded.input.policy.blocks.front().pay.township_allowance);
    CHECK(changed.input.history.retention.death == 0.002);
    CHECK(changed.input.history.pay.township_allowance == base.input.history.pay.township_allowance);
    CHECK(loaded.input.history.pay.township_allowance == base.input.history.pay.township_allowance);
    CHECK(changed.resolved_hash != base.resolved_hash);
    CHECK(base.input.policy.blocks.front().retention.death == 0.0015);  // the scenario itself is as it was
}

TEST_CASE("no values leave the scenario as it is") {
    const Scenario base = tiny({});
    CHECK(with_values(base, {}).resolved_hash == base.resolved_hash);
}

TEST_CASE("unknown levers, values of another kind and values out of range are refused") {
    const Scenario base = tiny({});
    const auto give = [&](const std::string& key, levers::Value value) {
        return with_values(base, std::vector<GivenValue>{{key, std::move(value)}});
    };
    CHECK_THROWS_AS(give("leaving.deth", 0.1), InvariantError);
    CHECK_THROWS_AS(give("leaving.death", true), InvariantError);
    CHECK_THROWS_AS(give("leaving.death", 2.0), InvariantError);
    CHECK_NOTHROW(give("leaving.behaviour", false));
    CHECK(lever(give("leaving.behaviour", false), "leaving.behaviour").settings.back().value == levers::Value(false));
}
