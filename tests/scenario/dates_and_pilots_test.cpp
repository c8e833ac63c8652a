// Dated values and pilot units, and the policy blocks they compile to.
#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "tests/scenario/timeline_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tests;

TEST_CASE("an undated scenario is one block and one step", "[scenario]") {
    const CountyFiles county;
    const auto& timeline = county.load("base.toml").input.policy;
    CHECK(timeline.blocks.size() == 1);
    REQUIRE(timeline.steps.size() == 1);
    CHECK(timeline.steps[0].block_of_unit == std::vector<std::size_t>{0, 0, 0});
}

TEST_CASE("a dated value holds from its day, before it the file below", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, allowance, to_day({2027, 6, 30})) == "400");
    CHECK(value(loaded, allowance, to_day({2027, 7, 1})) == "800");
    CHECK(days_of(loaded.input.policy) == std::vector<Day>{first_of(2026), to_day({2027, 7, 1})});
    CHECK(loaded.input.policy.steps[0].county_block == 0);
    CHECK(loaded.input.policy.steps[1].county_block == 1);
}

TEST_CASE("starts holds for its table and the tables in it that do not say otherwise", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[pay]\ntownship_allowance = 800\nlong_service.enabled = true\nstarts = 2027-01-01\n"
                   "[pay.living]\nfund = 100\nstarts = 2028-01-01\n");
    const auto loaded = county.load("a.toml");
    for (const char* key : {"pay.long_service.enabled", "pay.living.fund"})
        CHECK(value(loaded, key, first_of(2026)) == value(county.load("base.toml"), key, first_of(2026)));
    CHECK(value(loaded, allowance, first_of(2026)) == "400");
    CHECK(value(loaded, "pay.long_service.enabled", first_of(2027)) == "true");
    CHECK(value(loaded, "pay.living.fund", to_day({2027, 12, 31})) != "100");
    CHECK(value(loaded, "pay.living.fund", first_of(2028)) == "100");
}

TEST_CASE("a table in a table of a pilot may have a day of its own and stays with the pilot", "[scenario]") {
    const CountyFiles county;
    county.overlay(
        "a.toml",
        "[pay]\nunits = [\"T03\"]\nbonus_months = 2\n[pay.long_service]\nenabled = true\nstarts = 2027-01-01\n");
    const auto loaded = county.load("a.toml");
    const auto& steps = loaded.input.policy.steps;
    REQUIRE(steps.size() == 2);
    const auto enabled = [&](std::size_t step, std::size_t unit) {
        return loaded.input.policy.blocks[steps[step].block_of_unit[unit]].pay.long_service;
    };
    CHECK_FALSE(enabled(0, 0));
    CHECK(enabled(1, 0));
    CHECK_FALSE(enabled(1, 1));
}

TEST_CASE("phases in files over each other combine", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\nstarts = 2027-01-01\n");
    county.write("b.toml", "extends = \"a.toml\"\n[pay]\ntownship_allowance = 800\nstarts = 2029-01-01\n");
    const auto loaded = county.load("b.toml");
    CHECK(value(loaded, allowance, first_of(2026)) == "400");
    CHECK(value(loaded, allowance, first_of(2028)) == "600");
    CHECK(value(loaded, allowance, first_of(2030)) == "800");
    CHECK(days_of(loaded.input.policy) == std::vector<Day>{first_of(2026), first_of(2027), first_of(2029)});
}

TEST_CASE("an undated value of a higher file replaces all phases below", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\nstarts = 2027-01-01\n");
    county.write("b.toml", "extends = \"a.toml\"\n[pay]\ntownship_allowance = 500\n");
    const auto loaded = county.load("b.toml");
    CHECK(value(loaded, allowance, first_of(2028)) == "500");
    CHECK(loaded.input.policy.steps.size() == 1);
}

TEST_CASE("a value that starts on the first day or before holds from the beginning", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2020-01-01\n");
    const auto& timeline = county.load("a.toml").input.policy;
    CHECK(timeline.steps.size() == 1);
    CHECK(timeline.blocks.size() == 1);
}

TEST_CASE("a day before the first one is told, unless it counts for entrants or steps", "[scenario]") {
    const CountyFiles county;
    const std::string early = "[pay]\ntownship_allowance = 800\nstarts = 2020-01-01\n";
    county.overlay("early.toml", early);
    county.overlay("entrants.toml", early + "applies_to = \"new_entrants\"\n");
    county.overlay("steps.toml", early + "phase_in_years = 8\n");
    county.overlay("first.toml", "[pay]\ntownship_allowance = 800\nstarts = 2026-01-01\n");
    CHECK(warns(county.load("early.toml"),
                "early.toml:4:10: starts: 2020-01-01 lies before the first simulated day 2026-01-01"));
    for (const char* name : {"entrants.toml", "steps.toml", "first.toml"})
        CHECK_FALSE(warns(county.load(name), "lies before the first simulated day"));
}

TEST_CASE("a pilot holds in its units only", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nunits = [\"T11\"]\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, allowance) == "400");
    CHECK(value(loaded, allowance, first_of(2026), "T11") == "800");
    const auto& timeline = loaded.input.policy;
    REQUIRE(timeline.steps.size() == 1);
    CHECK(timeline.blocks.size() == 2);
    CHECK(timeline.steps[0].county_block == 0);
    CHECK(timeline.steps[0].block_of_unit == std::vector<std::size_t>{0, 1, 0});
}

TEST_CASE("a dated pilot begins on its day", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nunits = [\"T03\", \"T11\"]\nstarts = 2027-01-01\n");
    const auto& timeline = county.load("a.toml").input.policy;
    REQUIRE(timeline.steps.size() == 2);
    CHECK(timeline.steps[0].block_of_unit == std::vector<std::size_t>{0, 0, 0});
    CHECK(timeline.steps[1].county_block == 0);
    CHECK(timeline.steps[1].block_of_unit == std::vector<std::size_t>{1, 1, 0});
}

TEST_CASE("units = \"all\" is no pilot", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[exchange]\npairs_per_year = 20\nunits = \"all\"\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, "exchange.pairs_per_year") == "20");
    CHECK(loaded.input.policy.blocks.size() == 1);
}

TEST_CASE("a policy after the horizon or without a change compiles to the same timeline", "[scenario]") {
    const CountyFiles county;
    county.overlay("late.toml", "[pay]\ntownship_allowance = 800\nstarts = 2036-01-01\n");
    county.overlay("same.toml", "[pay]\ntownship_allowance = 400\nstarts = 2027-01-01\nunits = [\"T03\"]\n");
    for (const char* name : {"late.toml", "same.toml"}) {
        const auto loaded = county.load(name);
        CHECK(loaded.input.policy.blocks.size() == 1);
        CHECK(days_of(loaded.input.policy) == std::vector<Day>{first_of(2026)});
    }
    CHECK(warns(county.load("late.toml"), "late.toml:4:10: starts: 2036-01-01 lies beyond the 10 simulated years"));
}

TEST_CASE("the blocks hold the values as the rules read them", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\nunits = [\"T11\"]\n");
    const auto& timeline = county.load("a.toml").input.policy;
    const auto allowance_in = [&](std::size_t step, std::size_t unit) {
        return to_yuan(timeline.blocks[timeline.steps[step].block_of_unit[unit]].pay.township_allowance);
    };
    REQUIRE(timeline.steps.size() == 2);
    CHECK(allowance_in(0, 1) == 400);
    CHECK(allowance_in(1, 1) == 800);
    CHECK(allowance_in(1, 0) == 400);
}

TEST_CASE("people grew up under the root's policies and this scenario's assumptions", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\n[leaving]\npay_elasticity = 2\n");
    const auto loaded = county.load("a.toml", {{"recruitment.approved_share=0.1"}, {}, {}});
    CHECK(to_yuan(loaded.input.history.pay.township_allowance) == 400);
    CHECK(loaded.input.history.recruitment.approved_share == 0.8);
    CHECK(loaded.input.history.retention.pay_elasticity == 2);
    CHECK(to_yuan(loaded.input.policy.blocks[0].pay.township_allowance) == 800);
    CHECK(loaded.input.policy.blocks[0].recruitment.approved_share == 0.1);
}

TEST_CASE("dates and pilots of the root file are no history", "[scenario]") {
    const CountyFiles county;
    county.write("root.toml", base + "starts = 2020-01-01\n");
    const auto loaded = county.load("root.toml", {{"pay.township_allowance=500"}, {}, {}});
    CHECK(loaded.input.history.recruitment.approved_share == engine::default_policy().recruitment.approved_share);
    CHECK(to_yuan(loaded.input.history.pay.township_allowance) == 400);
}

TEST_CASE("a dated table may give some of its names; the others stay what the files below make them", "[scenario]") {
    const CountyFiles county;
    constexpr const char* places = "front_line.places";
    county.overlay("policy.toml",
                   "[front_line]\nplaces = { village = 1, project = 1, stability = 1, family_planning = 1 }\n");
    county.write("more.toml",
                 "extends = \"policy.toml\"\n[front_line]\nstarts = 2028-01-01\nplaces = { village = 2 }\n");
    county.write("end.toml",
                 "extends = \"more.toml\"\n[front_line]\nstarts = 2027-07-20\nplaces = { family_planning = 0 }\n");
    const auto loaded = county.load("end.toml");
    CHECK(value(loaded, places, to_day({2027, 7, 19})) ==
          "{ village = 1, project = 1, stability = 1, family_planning = 1 }");
    CHECK(value(loaded, places, to_day({2027, 7, 20})) ==
          "{ village = 1, project = 1, stability = 1, family_planning = 0 }");
    CHECK(value(loaded, places, first_of(2028)) == "{ village = 2, project = 1, stability = 1, family_planning = 0 }");
}

TEST_CASE("a phased-in table that gives one name moves that one alone", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[front_line]\nplaces = { village = 1, project = 3, stability = 0, family_planning = 0 }\n");
    county.write(
        "b.toml",
        "extends = \"a.toml\"\n[front_line]\nstarts = 2027-01-01\nphase_in_years = 2\nplaces = { village = 3 }\n");
    const auto loaded = county.load("b.toml");
    CHECK(value(loaded, "front_line.places", first_of(2027)) ==
          "{ village = 2, project = 3, stability = 0, family_planning = 0 }");
    CHECK(value(loaded, "front_line.places", first_of(2028)) ==
          "{ village = 3, project = 3, stability = 0, family_planning = 0 }");
}

TEST_CASE("an undated table has to give all its names", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[front_line]\nplaces = { family_planning = 0 }\n");
    CHECK(county.message("a.toml").find("lacks village") != std::string::npos);
}

namespace {

std::vector<std::int32_t> plan_years(const scenario::Scenario& loaded, std::size_t unit) {
    std::vector<std::int32_t> years;
    for (const engine::PolicyStep& step : loaded.input.policy.steps)
        years.push_back(loaded.input.policy.blocks[step.block_of_unit[unit]].training.curriculum_from);
    return years;
}

}  // namespace

TEST_CASE("a long-term plan that comes back begins anew, and whoever joins one that runs joins its year",
          "[scenario]") {
    const CountyFiles county;
    const auto over = [&](const char* file, const char* below, const char* lines) {
        county.write(
            file, std::string("extends = \"") + below + "\"\n[training.long_term]\nshape = \"front_loaded\"\n" + lines);
    };
    over("on.toml", "base.toml", "starts = 2027-01-01\nyears = 3\n");
    over("off.toml", "on.toml", "starts = 2029-01-01\nyears = 0\n");
    over("again.toml", "off.toml", "starts = 2031-01-01\nyears = 3\n");
    CHECK(plan_years(county.load("again.toml"), 0) == std::vector<std::int32_t>{0, 2027, 0, 2031});
    over("pilot_off.toml", "on.toml", "starts = 2029-01-01\nyears = 0\nunits = [\"T03\"]\n");
    over("pilot_back.toml", "pilot_off.toml", "starts = 2031-01-01\nyears = 3\nunits = [\"T03\"]\n");
    const auto pilot = county.load("pilot_back.toml");
    for (std::size_t unit = 0; unit < 3; ++unit) CHECK(plan_years(pilot, unit).back() == 2027);
}
