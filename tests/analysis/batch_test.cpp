#include "analysis/batch.hpp"

#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "tests/analysis/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

TEST_CASE("scenarios with the same county and history share a warm-up") {
    const std::string base = experiment::warm_up_key(tiny("baseline.toml"));
    CHECK(experiment::warm_up_key(tiny("salary.toml")) == base);
    CHECK(experiment::warm_up_key(tiny("exchange.toml")) == base);
    CHECK(experiment::warm_up_key(tiny("baseline.toml", {"years=5"})) == base);
}

TEST_CASE("another length of the warm-up, another assumption or another unit needs its own") {
    const std::string base = experiment::warm_up_key(tiny("baseline.toml"));
    CHECK(experiment::warm_up_key(tiny("baseline.toml", {"warm_up_years=10"})) != base);
    CHECK(experiment::warm_up_key(tiny("baseline.toml", {"units.T01.places=20"})) != base);
}

TEST_CASE("a shared warm-up gives what an own one gives") {
    const Batch both({tiny("baseline.toml"), tiny("salary.toml")}, 1);
    const Batch alone({tiny("salary.toml")}, 1);
    const auto shared = both.run(3), own = alone.run(3);
    CHECK(shared[1].fingerprint == own[0].fingerprint);
    CHECK(shared[1].values == own[0].values);
}

TEST_CASE("copies live the same lives, other policies and other futures do not") {
    const Batch batch({tiny("baseline.toml"), tiny("baseline.toml"), tiny("salary.toml")}, 1);
    const auto units = batch.run(0);
    CHECK(units[0].fingerprint == units[1].fingerprint);
    CHECK(units[0].values == units[1].values);
    CHECK_FALSE(units[0].values ==
                units[2].values);  // six years of a few people: other pay, but perhaps the same events
    CHECK(units[0].fingerprint != batch.run(1)[0].fingerprint);
}

TEST_CASE("scenarios of equal id are told apart, every one has a key of its own content") {
    const Batch batch({tiny("baseline.toml"), tiny("baseline.toml"), tiny("salary.toml")}, 1);
    const auto& scenarios = batch.plan().scenarios;
    CHECK(scenarios[0].id == "baseline");
    CHECK(scenarios[1].id == "baseline_2");
    CHECK(scenarios[0].unit_key == scenarios[1].unit_key);
    CHECK(scenarios[0].unit_key != scenarios[2].unit_key);
    CHECK(Batch({tiny("baseline.toml")}, 2).plan().scenarios[0].unit_key != scenarios[0].unit_key);
}

TEST_CASE("a roster is planned as hash and count, never as text") {
    for (const auto& file : Batch({tiny("baseline.toml")}, 1).plan().scenarios[0].files) {
        CHECK((!file.is_roster || (file.text.empty() && file.row_count == 59)));
    }
}

TEST_CASE("scenarios of other horizons or units cannot be compared; every reason is told") {
    const auto shorter = tiny("baseline.toml", {"years=3"});
    CHECK_THROWS_AS(Batch({tiny("baseline.toml"), shorter}, 1), InputError);
    const auto other = tiny("baseline.toml", {"units.T09={kind=\"township\",places=5}", "years=3"});
    CHECK_THROWS_WITH(Batch({tiny("baseline.toml"), other}, 1), Catch::Contains("years") && Catch::Contains("units"));
}
