// Files over files: what holds, where it came from, and what may not contradict.
#include <catch2/catch.hpp>

#include "tests/scenario/county.hpp"

using namespace staffsim;
using namespace staffsim::tests;

TEST_CASE("a root file alone holds, and what it does not say is at its default", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.load("base.toml");
    CHECK(loaded.name.zh == "现行");
    CHECK(loaded.id == "base");
    CHECK(value(loaded, "pay.township_allowance") == "400");
    CHECK(lever(loaded, "pay.remote_supplement").settings.empty());
    CHECK(loaded.input.years == 10);
    CHECK(loaded.verdict_years == std::vector<int>{3, 5, 10});
    REQUIRE(loaded.files.size() == 2);
    CHECK(loaded.files[0].path == "base.toml");
    CHECK(loaded.files[0].text == base);
}

TEST_CASE("an overlay changes what it names, at any depth, and keeps every place", "[scenario]") {
    const CountyFiles county;
    county.overlay("more.toml", "[pay]\ntownship_allowance = 600\n");
    county.write("policies/most.toml",
                 "extends = \"../more.toml\"\nname = \"Most\"\n[recruitment]\napproved_share = 1\n");
    const auto loaded = county.load("policies/most.toml");
    CHECK(value(loaded, "pay.township_allowance") == "600");
    CHECK(value(loaded, "recruitment.approved_share") == "1");
    CHECK(loaded.name.en == "Most");
    REQUIRE(loaded.files.size() == 4);
    CHECK(loaded.files[0].path == "base.toml");
    CHECK(loaded.files[2].path == "policies/most.toml");
    const auto& settings = lever(loaded, "pay.township_allowance").settings;
    REQUIRE(settings.size() == 2);
    CHECK(settings[0].in_root);
    CHECK(settings[1].place.file == "more.toml");
    CHECK(settings[1].place.line == 3);
    CHECK(settings[1].place.column == 22);
}

TEST_CASE("the establishment is found beside the file that names it", "[scenario]") {
    const CountyFiles county;
    county.write("county/base.toml", base);
    county.write("county/establishment.csv", establishment);
    county.write("overlay.toml", "extends = \"county/base.toml\"\n");
    CHECK(county.load("overlay.toml").input.plan.units.size() == 3);
}

TEST_CASE("an inline table is a table", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "pay = { long_service = { enabled = true }, township_allowance = 500 }\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, "pay.long_service.enabled") == "true");
    CHECK(value(loaded, "pay.township_allowance") == "500");
}

TEST_CASE("an amount below one yuan is told to be in yuan", "[scenario]") {
    const CountyFiles county;
    county.overlay("small.toml", "[pay]\ntownship_allowance = 0.08\n");
    county.overlay("none.toml", "[pay]\ntownship_allowance = 0\n");
    CHECK(warns(county.load("small.toml"), "small.toml:3:22: pay.township_allowance: 0.08 is less than one yuan"));
    for (const char* name : {"none.toml", "base.toml"}) CHECK_FALSE(warns(county.load(name), "less than one yuan"));
}

TEST_CASE("names missing from a table of shares count as zero", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[recruitment]\nseats = { open_exam = 0.9, village_cadre = 0.1 }\n");
    CHECK(value(county.load("a.toml"), "recruitment.seats").find("service_programme = 0") != std::string::npos);
}

TEST_CASE("two files together change what either changes", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "name = \"A\"\n[pay]\ntownship_allowance = 600\n");
    county.overlay("b.toml", "name = \"B\"\n[recruitment]\napproved_share = 0.5\n");
    const auto loaded = county.load("a.toml+b.toml");
    CHECK(loaded.id == "a+b");
    CHECK(loaded.name.en == "A + B");
    CHECK(value(loaded, "pay.township_allowance") == "600");
    CHECK(value(loaded, "recruitment.approved_share") == "0.5");
}

TEST_CASE("two files may agree but not contradict", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\n");
    county.overlay("b.toml", "[pay]\ntownship_allowance = 600.0\n");
    county.overlay("c.toml", "[pay]\n\ntownship_allowance = 700\n");
    CHECK(county.message("a.toml+b.toml").empty());
    const std::string message = county.message("a.toml+c.toml");
    CHECK(message.find("c.toml:4:22: pay.township_allowance") != std::string::npos);
    CHECK(message.find("a.toml:3") != std::string::npos);
}

TEST_CASE("two pilots in different units do not contradict", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\nunits = [\"T03\"]\n");
    county.overlay("b.toml", "[pay]\ntownship_allowance = 700\nunits = [\"T11\"]\n");
    const auto loaded = county.load("a.toml+b.toml");
    CHECK(value(loaded, "pay.township_allowance", to_day({2026, 1, 1}), "T03") == "600");
    CHECK(value(loaded, "pay.township_allowance", to_day({2026, 1, 1}), "T11") == "700");
}

TEST_CASE("a named variant changes its baseline", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.load("Allowance 800: pay.township_allowance=800, pay.remote_supplement=[0, 1, 2]");
    CHECK(loaded.name.en == "Allowance 800");
    CHECK(loaded.id == "allowance_800");
    CHECK(value(loaded, "pay.township_allowance") == "800");
    CHECK(value(loaded, "pay.remote_supplement") == "[0, 1, 2]");
    CHECK(lever(loaded, "pay.township_allowance").settings.back().place.file == "\"Allowance 800\"");
}

TEST_CASE("bare words, texts and dates may be set on the command line", "[scenario]") {
    const CountyFiles county;
    const scenario::LoadOptions options{
        {"promotion.middle.regime=competition", "recruitment.entry=09-15", "years=3", "start=2027-01-01"}, {}, {}};
    const auto loaded = county.load("base.toml", options);
    CHECK(value(loaded, "promotion.middle.regime") == "competition");
    CHECK(value(loaded, "recruitment.entry") == "09-15");
    CHECK(loaded.input.years == 3);
    CHECK(loaded.input.plan.start == to_day({2027, 1, 1}));
    CHECK(loaded.verdict_years == std::vector<int>{3});
}

TEST_CASE("a context lies over every scenario and --set over the context", "[scenario]") {
    const CountyFiles county;
    county.write("drain.toml", "[leaving]\npay_elasticity = 2\n[pay]\ntownship_allowance = 300\n");
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\n");
    const auto loaded = county.load("a.toml", {{}, {"drain.toml"}, {}});
    CHECK(value(loaded, "leaving.pay_elasticity") == "2");
    CHECK(value(loaded, "pay.township_allowance") == "300");
    CHECK(warns(loaded, "pay.township_allowance: replaces the value set in a.toml:3"));
    CHECK(value(county.load("a.toml", {{"pay.township_allowance=1"}, {"drain.toml"}, {}}), "pay.township_allowance") ==
          "1");
}

TEST_CASE("what replaces a dated value without its date says so, what keeps the date does not", "[scenario]") {
    const CountyFiles county;
    county.overlay("dated.toml", "[pay]\nstarts = 2028-01-01\nunits = [\"T03\"]\ntownship_allowance = 800\n");
    const std::string told =
        "pay.township_allowance: replaces the value set in dated.toml:5 and leaves out its starts, units";
    CHECK(warns(county.load("dated.toml", {{"pay.township_allowance=900"}, {}, {}}), told));
    const auto variant = scenario::load_scenario(scenario::parse_spec("P: pay.township_allowance=900", "dated.toml"));
    CHECK(warns(variant, told));
    const std::vector<std::string> whole{"pay.township_allowance=900", "pay.starts=2028-01-01", "pay.units=[\"T03\"]"};
    CHECK_FALSE(warns(county.load("dated.toml", {whole, {}, {}}), "leaves out"));
    county.write("root.toml", base + "starts = 2027-01-01\n");  // in [recruitment], of the root itself
    CHECK(warns(county.load("root.toml", {{"recruitment.approved_share=0.5"}, {}, {}}), "leaves out its starts"));
    CHECK_FALSE(warns(county.load("base.toml", {{"recruitment.approved_share=0.5"}, {}, {}}), "replaces"));
}

TEST_CASE("a variant's years that --set overrules are refused, other keys are told", "[scenario]") {
    const CountyFiles county;
    const scenario::LoadOptions three{{"years=3"}, {}, {}};
    CHECK_THROWS_WITH(
        scenario::load_scenario(scenario::parse_spec("X: years=5", "base.toml"), three),
        Catch::Contains("\"X\": years: is the number 5 here, but --years or --set makes it the number 3"));
    const auto overruled =
        scenario::load_scenario(scenario::parse_spec("X: warm_up_years=5", "base.toml"), {{"warm_up_years=3"}, {}, {}});
    CHECK(warns(overruled, "--set: warm_up_years: replaces the value set in \"X\""));
    const auto same = scenario::load_scenario(scenario::parse_spec("X: years=3", "base.toml"), three);
    CHECK_FALSE(warns(same, "replaces"));
}

TEST_CASE("the marks of a Chinese keyboard are read as colon, comma and equals sign", "[scenario]") {
    const CountyFiles county;
    const auto loaded = scenario::load_scenario(
        scenario::parse_spec("甲，乙：pay.township_allowance＝800，recruitment.approved_share=0.5", "base.toml"));
    CHECK(loaded.name.zh == "甲，乙");
    CHECK(value(loaded, "pay.township_allowance") == "800");
    CHECK(value(loaded, "recruitment.approved_share") == "0.5");
    CHECK(value(county.load("base.toml", {{"pay.township_allowance＝700"}, {}, {}}), "pay.township_allowance") ==
          "700");
    // A plain colon goes before a full-width one, which then belongs to the name.
    CHECK(scenario::parse_spec("甲：乙: years=3", "base.toml").variant == "甲：乙");
    CHECK(scenario::parse_spec("甲：years=3", "base.toml").assignments == "years=3");
}

TEST_CASE("a context may extend the scenario's own root", "[scenario]") {
    const CountyFiles county;
    county.overlay("drain.toml", "[leaving]\npay_elasticity = 2\n");
    const auto loaded = county.load("base.toml", {{}, {"drain.toml"}, {}});
    CHECK(value(loaded, "leaving.pay_elasticity") == "2");
    CHECK(loaded.name.en == "Current");
}

TEST_CASE("matters and sources are read", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[matters]\npayroll = 50\n[sources]\n\"pay.township_allowance\" = \"pay office\"\n");
    const auto loaded = county.load("a.toml", {{}, {}, {"payroll"}});
    CHECK(loaded.matters.at("payroll") == 50);
    CHECK(loaded.sources.at("pay.township_allowance") == "pay office");
}

TEST_CASE("long-service pay under parallel ranks is odd", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\nrank_regime = \"parallel\"\n[pay.long_service]\nenabled = true\n");
    const auto loaded = county.load("a.toml");
    CHECK(warns(loaded, "a.toml:5:11: pay.long_service.enabled: long-service pay answers"));
    county.overlay("off.toml", "[pay.long_service]\nenabled = false\n");
    CHECK(county.load("off.toml").warnings.empty());
}

TEST_CASE("family planning at the front line belongs before 2021", "[scenario]") {
    const CountyFiles county;
    const std::string places =
        "[front_line]\nplaces = { village = 1, project = 0, stability = 0, family_planning = 1 }\n";
    county.overlay("a.toml", places);
    CHECK(warns(county.load("a.toml"), "front_line.places: family planning ended as front-line work by 2021"));
    county.overlay("past.toml", "start = 2009-01-01\n" + places);
    CHECK_FALSE(warns(county.load("past.toml"), "family planning ended"));
    county.overlay("none.toml",
                   "[front_line]\nplaces = { village = 1, project = 1, stability = 1, family_planning = 0 }\n");
    CHECK(county.load("none.toml").warnings.empty());
}

TEST_CASE("a transfer in one direction is odd", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[exchange]\nmode = \"transfer\"\ndirection = \"down\"\n");
    CHECK(warns(county.load("a.toml"), "exchange.direction: has no effect: in a transfer two people"));
    county.overlay("b.toml", "[exchange]\nmode = \"secondment\"\ndirection = \"down\"\n");
    CHECK(county.load("b.toml").warnings.empty());
}

TEST_CASE("what pay would be, or move, is odd where pay is off", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\nenabled = false\nperformance_bonus = 500\n[leaving]\npay_elasticity = 2\n");
    const auto odd = county.load("a.toml");
    CHECK(warns(odd, "pay.performance_bonus: has no effect while pay.enabled is false"));
    CHECK(warns(odd, "leaving.pay_elasticity: has no effect while pay.enabled is false"));
    CHECK_FALSE(warns(odd, "motivation.pay_effect"));  // a default
    county.overlay("b.toml", "[pay]\nperformance_bonus = 500\n[leaving]\npay_elasticity = 2\n");
    CHECK(county.load("b.toml").warnings.empty());
}

TEST_CASE("an undated minimum service also changes the term of those in service", "[scenario]") {
    const CountyFiles county;
    county.write("base.toml",
                 "establishment = \"establishment.csv\"\nroster = \"roster.csv\"\nstart = 2026-01-01\nyears = 10\n");
    county.write("roster.csv",
                 "id,unit,post,sex,birth,entry,education\nP1,T03,clerk,女,1990.05,2015.07,本科\n"
                 "P2,T11,clerk,男,1998.05,2025.08,本科\nP3,C05,clerk,男,1985.05,2010.08,本科\n");
    const std::string about = "recruitment.minimum_service_years: without a day it ";
    county.overlay("three.toml", "[recruitment]\nminimum_service_years = 3\n");
    const auto shorter = county.load("three.toml");
    CHECK(warns(shorter, "three.toml:3:25: " + about + "shortens the term of those in service as well, from 5 to 3"));
    CHECK(warns(shorter, "applies_to = \"new_entrants\""));
    CHECK(warns(county.load("Three: recruitment.minimum_service_years=3"), about + "shortens"));
    county.overlay("eight.toml", "[recruitment]\nstarts = 2025-01-01\nminimum_service_years = 8\n");
    CHECK(warns(county.load("eight.toml"), about + "lengthens the term of those in service as well, from 5 to 8"));
    county.overlay("same.toml", "[recruitment]\nminimum_service_years = 5\n");
    CHECK_FALSE(warns(county.load("same.toml"), about));
    county.overlay("dated.toml", "[recruitment]\nstarts = 2027-01-01\nminimum_service_years = 3\n");
    CHECK_FALSE(warns(county.load("dated.toml"), about));
    county.overlay("new.toml",
                   "[recruitment]\nstarts = 2027-01-01\napplies_to = \"new_entrants\"\nminimum_service_years = 3\n");
    CHECK_FALSE(warns(county.load("new.toml"), about));
    CHECK_FALSE(warns(county.load("base.toml"), about));
}

TEST_CASE("a spec without a file is refused", "[scenario]") {
    CHECK_THROWS_AS(scenario::parse_spec(""), InputError);
    CHECK_THROWS_AS(scenario::parse_spec("a.toml+"), InputError);
    CHECK_THROWS_AS(scenario::parse_spec("Name: pay.township_allowance=800"), InputError);
    CHECK_THROWS_AS(scenario::parse_spec(": pay.township_allowance=800", "base.toml"), InputError);
    CHECK_THROWS_AS(scenario::load_scenario({}), InputError);
}

TEST_CASE("the days of a round of recruitment should follow each other within a year", "[scenario]") {
    const CountyFiles county;
    const char* warning = "do not follow each other within a year";
    county.overlay("late.toml", "[recruitment]\nannouncement = \"06-20\"\n");
    CHECK(warns(county.load("late.toml"), "late.toml:3:16: recruitment.announcement: announcement, exam"));
    county.overlay(
        "winter.toml",
        "[recruitment]\nannouncement = \"11-20\"\nexam = \"12-20\"\ninterview = \"01-20\"\nentry = \"03-02\"\n");
    CHECK_FALSE(warns(county.load("winter.toml"), warning));
    county.overlay("second.toml", "[recruitment.second]\nexam = \"07-01\"\n");
    CHECK(warns(county.load("second.toml"), "recruitment.second.exam: "));
}
