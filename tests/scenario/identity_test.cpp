// What a scenario is identified by, where values come from, and how two scenarios differ.
#include <catch2/catch.hpp>

#include "sim/scenario/origin.hpp"
#include "tests/scenario/county.hpp"

using namespace staffsim;
using namespace staffsim::tests;

namespace {

bool has(const std::string& text, const std::string& phrase) { return text.find(phrase) != std::string::npos; }

}  // namespace

TEST_CASE("comments, blanks, names, labels, sources and folders do not change the hash", "[scenario]") {
    const CountyFiles county;
    const std::string hash = county.load("base.toml").resolved_hash;
    std::string other = base;
    other.replace(other.find("现行"), std::string("现行").size(), "别名");
    county.write("elsewhere/renamed.toml",
                 "# a comment\n\n" + other + "\n[matters]\nx = 1\n[sources]\n\"pay.township_allowance\" = \"me\"\n");
    county.write("elsewhere/establishment.csv", establishment);
    CHECK(county.load("elsewhere/renamed.toml").resolved_hash == hash);
    county.overlay("same.toml", "[pay]\ntownship_allowance = 400.0\n");
    CHECK(county.load("same.toml").resolved_hash == hash);
}

TEST_CASE("every kind of content changes the hash", "[scenario]") {
    const CountyFiles county;
    const std::string hash = county.load("base.toml").resolved_hash;
    for (const char* change :
         {"years = 11\n", "start = 2026-01-02\n", "county = \"x\"\n", "warm_up_years = 10\n", "warm_up_lives = 3\n",
          "start_full = true\n", "start_full = true\nstart_ages = [22, 60]\n", "[pay]\ntownship_allowance = 401\n",
          "[pay]\ntownship_allowance = 401\nstarts = 2027-01-01\n",
          "[pay]\ntownship_allowance = 401\nunits = [\"T03\"]\n", "[units.T03]\nplaces = 23\n",
          "[units.T03]\nquotas = { office_head = 2 }\n", "[posts.township_chief]\npay_level = 3\n"}) {
        INFO(change);
        county.overlay("a.toml", change);
        CHECK(county.load("a.toml").resolved_hash != hash);
    }
}

TEST_CASE("an edited roster changes the hash", "[scenario]") {
    const CountyFiles county;
    const std::string roster = "id,unit,post,sex,birth,entry,education\nP1,T03,clerk,女,1990.05,2015.07,本科\n";
    const std::string hash = county.with_roster(roster).resolved_hash;
    CHECK(county.with_roster(roster).resolved_hash == hash);
    CHECK(county.with_roster(roster + "P2,T03,clerk,女,1990.05,2015.07,本科\n").resolved_hash != hash);
}

TEST_CASE("the history belongs to the identity", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 500\n");
    std::string changed = base;
    changed.replace(changed.find("400"), 3, "500");
    county.write("root.toml", changed);
    CHECK(county.load("a.toml").resolved_hash != county.load("root.toml").resolved_hash);
}

TEST_CASE("the origin of every value is told with what lies below it", "[scenario]") {
    const CountyFiles county;
    county.overlay("salary.toml",
                   "[pay]\ntownship_allowance = 800\nstarts = 2027-01-01\n[sources]\n\"pay.township_allowance\" = "
                   "\"pay office\"\n");
    const std::string text = scenario::origin_text(county.load("salary.toml"));
    CHECK(has(text, "pay.township_allowance = 800 yuan/month from 2027-01-01  (salary.toml:3)  source: pay office\n"));
    CHECK(has(text, "    over 400 yuan/month  (base.toml:7)\n"));
    CHECK(has(text, "pay.remote_supplement = [0, 100, 200] yuan/month  (default)"));
    CHECK(has(text, "units.T03.places = 22  (establishment.csv:2)"));
    CHECK(has(text, "years = 10  (base.toml:4)"));
}

TEST_CASE("a difference is told in words", "[scenario]") {
    const CountyFiles county;
    county.overlay("salary.toml", "# more\n\n[pay]\ntownship_allowance = 800\n");
    const auto before = county.load("base.toml");
    CHECK(scenario::diff_text(before, county.load("salary.toml")) ==
          "pay.township_allowance: 400 → 800 yuan/month (salary.toml:5)\n");
    CHECK(scenario::diff_text(before, before) == "no difference\n");
}

TEST_CASE("a difference tells dates, pilots, units and horizons", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "years = 5\n[pay]\ntownship_allowance = 800\nstarts = 2027-01-01\nunits = [\"T03\", "
                   "\"T11\"]\n[units.T03]\nplaces = 30\n");
    const std::string text = scenario::diff_text(county.load("base.toml"), county.load("a.toml"));
    CHECK(has(text, "pay.township_allowance: 400 → 400; from 2027-01-01 in T03, T11: 800 yuan/month (a.toml:4)"));
    CHECK(has(text, "units.T03.places: 22 → 30 (a.toml:8)"));
    CHECK(has(text, "years: 10 → 5 (a.toml:2)"));
}
