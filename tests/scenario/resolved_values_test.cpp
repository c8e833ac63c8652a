// What is told of dated values: resolved text, origin, contradictions and schema; and values that a search has found.
#include <catch2/catch.hpp>
#include <string>

#include "sim/scenario/origin.hpp"
#include "tests/scenario/timeline_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tests;

TEST_CASE("the resolved text tells steps, entrants, and pilots that end", "[scenario]") {
    const CountyFiles county;
    const auto text = [&](const scenario::Scenario& loaded) {
        for (const scenario::ResolvedLine& line : loaded.resolved) {
            if (line.key == allowance) return line.value;
        }
        return std::string();
    };
    county.overlay("phased.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\nphase_in_years = 2\n");
    CHECK(text(county.load("phased.toml")) == "400; from 2027-07-01: 600; from 2028-07-01: 800");
    county.overlay("new.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\napplies_to = \"new_entrants\"\n");
    CHECK(text(county.load("new.toml")) == "400; from 2027-07-01 for entrants since 2027-07-01: 800");
    // A pilot over a dated value goes on, a pilot under one ends: not the same.
    county.overlay("pilot.toml", "[pay]\ntownship_allowance = 900\nunits = [\"T03\"]\n");
    county.write("ends.toml", "extends = \"pilot.toml\"\n[pay]\ntownship_allowance = 500\nstarts = 2027-01-01\n");
    county.overlay("raise.toml", "[pay]\ntownship_allowance = 500\nstarts = 2027-01-01\n");
    county.write("goes_on.toml", "extends = \"raise.toml\"\n[pay]\ntownship_allowance = 900\nunits = [\"T03\"]\n");
    CHECK(text(county.load("ends.toml")) ==
          "400; in T03: 900; from 2027-01-01: 500; from 2027-01-01 in T03: as others");
    CHECK(text(county.load("goes_on.toml")) == "400; in T03: 900; from 2027-01-01: 500");
    CHECK(county.load("ends.toml").resolved_hash != county.load("goes_on.toml").resolved_hash);
}

TEST_CASE("the origin of a value tells its steps and whom it is for", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\nphase_in_years = 4\n"
                   "applies_to = \"new_entrants\"\n");
    CHECK(scenario::origin_text(county.load("a.toml"))
              .find("pay.township_allowance = 800 yuan/month from 2027-07-01 in 4 yearly steps for new entrants  "
                    "(a.toml:3)") != std::string::npos);
}

TEST_CASE("two files that differ in the phase-in or in whom it is for contradict each other", "[scenario]") {
    const CountyFiles county;
    const std::string plain = "[pay]\ntownship_allowance = 800\nstarts = 2027-01-01\n";
    county.overlay("a.toml", plain);
    county.overlay("phased.toml", plain + "phase_in_years = 2\n");
    county.overlay("new.toml", plain + "applies_to = \"new_entrants\"\n");
    county.overlay("same.toml", plain);
    CHECK(county.message("a.toml+same.toml").empty());
    CHECK(county.message("a.toml+phased.toml").find("may not contradict each other") != std::string::npos);
    CHECK(county.message("a.toml+new.toml").find("may not contradict each other") != std::string::npos);
}

TEST_CASE("the schema of scenario files knows dates, steps, pilots and entrants", "[scenario]") {
    const std::string schema = scenario::json_schema();
    for (const char* key : {"\"starts\"", "\"phase_in_years\"", "\"units\"", "\"applies_to\"", "\"new_entrants\""}) {
        CHECK(schema.find(key) != std::string::npos);
    }
}

TEST_CASE("a found value takes the place of the last one, with its date, steps, units and entrants", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[pay]\ntownship_allowance = 800\nstarts = 2027-01-01\nunits = [\"T03\"]\nphase_in_years = 2\n");
    const scenario::LoadOptions found{{}, {}, {}, {{allowance, 600}}};
    const auto loaded = county.load("a.toml", found);
    CHECK(value(loaded, allowance, first_of(2026), "T03") == "400");
    CHECK(value(loaded, allowance, first_of(2027), "T03") == "500");
    CHECK(value(loaded, allowance, first_of(2028), "T03") == "600");
    CHECK(value(loaded, allowance, first_of(2028), "T11") == "400");
    CHECK(to_yuan(loaded.input.history.pay.township_allowance) == 400);
    CHECK(scenario::origin_text(loaded).find("(--equal-cost)") != std::string::npos);
    // Where nothing above the root sets the lever it holds everywhere from the start; the people of the first day grew
    // up under the root's value.
    const auto plain = county.load("base.toml", found);
    CHECK(value(plain, allowance) == "600");
    CHECK(to_yuan(plain.input.history.pay.township_allowance) == 400);
    CHECK(plain.resolved_hash != county.load("base.toml").resolved_hash);
}

TEST_CASE("a found value is checked like any other", "[scenario]") {
    const CountyFiles county;
    const auto message = [&](const std::string& key, double value) {
        return county.message("base.toml", {{}, {}, {}, {{key, value}}});
    };
    CHECK(message(allowance, 5001).find("--equal-cost: pay.township_allowance: 5001 is out of range") !=
          std::string::npos);
    CHECK(message("pay.remote_supplement", 1).find("does not take one number") != std::string::npos);
    CHECK(message("pay.nothing", 1).find("is not a lever") != std::string::npos);
}
