#include "analysis/settings.hpp"

#include <catch2/catch.hpp>

#include "analysis/context.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "tests/analysis/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

TEST_CASE("a changed lever is told with old and new value, unit, authority and origin") {
    const auto settings = settings_between(tiny("baseline.toml"), tiny("salary.toml"));
    REQUIRE(settings.size() == 1);
    CHECK(settings[0].key == "pay.township_allowance");
    CHECK(settings[0].old_value == "400");
    CHECK(settings[0].new_value == "1200");
    CHECK(settings[0].authority == "county");
    CHECK(settings[0].starts.empty());
    CHECK(settings[0].origin.ends_with("salary.toml:4"));
}

TEST_CASE("a lever that changes once later has its day") {
    const auto settings = settings_between(tiny("baseline.toml"), tiny("exchange.toml"));
    REQUIRE(settings.size() == 1);
    CHECK(settings[0].starts == "2027-01-01");
    CHECK(settings[0].old_value == "4");
    CHECK(settings[0].new_value == "10");
}

TEST_CASE("a county does not differ from itself") {
    CHECK(settings_between(tiny("baseline.toml"), tiny("baseline.toml")).empty());
}

TEST_CASE("the context of a report survives the store") {
    Context context;
    context.notes = {{"a \"note\"", "备注"}};
    context.township_count = 3;
    context.units = {{"T01", true, 14}, {"C01", false, 9}};
    context.settings = {{}, settings_between(tiny("baseline.toml"), tiny("exchange.toml"))};
    context.equal_cost = {{.scenario = 1,
                           .lever = "pay.township_allowance",
                           .label = {"Township work allowance", "乡镇工作补贴"},
                           .value = 202.464,
                           .unit = "yuan/month",
                           .pilot_replications = 20,
                           .pilot_seed = 7,
                           .pilot_runs = 4,
                           .pilot_residual = 0.017}};
    const Context back = context_of(to_json(context));
    CHECK(back.notes == context.notes);
    CHECK(back.units == context.units);
    REQUIRE(back.equal_cost.size() == 1);
    CHECK(back.equal_cost[0].lever == "pay.township_allowance");
    CHECK(back.equal_cost[0].value == 202.464);
    CHECK(to_json(back) == to_json(context));
    CHECK_THROWS_AS(context_of("{}"), InvariantError);
}

TEST_CASE("a phase-in and a policy for new entrants are told in words, with the day on which they begin") {
    const auto variant = [](const std::string& assignments) {
        return settings_between(tiny("baseline.toml"), tiny("Variant: " + assignments));
    };
    const auto phased = variant("pay.township_allowance=800, pay.starts=2028-01-01, pay.phase_in_years=2");
    REQUIRE(phased.size() == 1);
    CHECK(phased[0].starts == "2028-01-01");
    CHECK(phased[0].new_value == "400; from 2028-01-01: 600; from 2029-01-01: 800");
    CHECK(phased[0].authority == "county");
    const auto entrants = variant(
        "recruitment.minimum_service_years=8, recruitment.starts=2028-01-01, "
        "recruitment.applies_to=new_entrants");
    REQUIRE(entrants.size() == 1);
    CHECK(entrants[0].starts == "2028-01-01");
    CHECK(entrants[0].new_value == "5; from 2028-01-01 for entrants since 2028-01-01: 8");
    CHECK(entrants[0].authority == "centre");
}
