// Dated values and pilot units, and the policy blocks they compile to.
#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/scenario/origin.hpp"
#include "tests/scenario/county.hpp"

using namespace staffsim;
using namespace staffsim::tests;

namespace {

constexpr const char* allowance = "pay.township_allowance";

Day first_of(int year) { return first_of_year(year); }

std::vector<Day> days_of(const engine::PolicyTimeline& timeline) {
    std::vector<Day> days;
    for (const engine::PolicyStep& step : timeline.steps) days.push_back(step.from);
    return days;
}

}  // namespace

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

TEST_CASE("starts holds for its own table only", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[pay]\ntownship_allowance = 800\nstarts = 2027-01-01\n[pay.long_service]\nenabled = true\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, "pay.long_service.enabled", first_of(2026)) == "true");
    CHECK(value(loaded, allowance, first_of(2026)) == "400");
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

TEST_CASE("a policy after the horizon, for nobody, or without a change compiles to the same timeline", "[scenario]") {
    const CountyFiles county;
    county.overlay("late.toml", "[pay]\ntownship_allowance = 800\nstarts = 2036-01-01\n");
    county.overlay("nobody.toml", "[pay]\ntownship_allowance = 800\nunits = []\n");
    county.overlay("same.toml", "[pay]\ntownship_allowance = 400\nstarts = 2027-01-01\nunits = [\"T03\"]\n");
    for (const char* name : {"late.toml", "nobody.toml", "same.toml"}) {
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

namespace {

// Value of the allowance in yuan for everybody and for new entrants, in a unit, under the step in force on a day.
double allowance_on(const engine::PolicyTimeline& timeline, Day day, std::size_t unit,
                    std::optional<Day> entry = std::nullopt) {
    const engine::PolicyStep* step = &timeline.steps.front();
    for (const engine::PolicyStep& one : timeline.steps) {
        if (one.from <= day) step = &one;
    }
    std::size_t block = step->block_of_unit[unit];
    for (std::size_t c = 0; entry && c < timeline.entrants_since.size(); ++c) {
        if (timeline.entrants_since[c] <= *entry) {
            block = step->block_of_entrants[c * step->block_of_unit.size() + unit];
        }
    }
    return to_yuan(timeline.blocks[block].pay.township_allowance);
}

// The same blocks, days and units: a run cannot tell them apart.
bool same_timeline(const engine::PolicyTimeline& a, const engine::PolicyTimeline& b) {
    bool same =
        a.blocks.size() == b.blocks.size() && a.steps.size() == b.steps.size() && a.entrants_since == b.entrants_since;
    for (std::size_t s = 0; same && s < a.steps.size(); ++s) {
        same = a.steps[s].from == b.steps[s].from && a.steps[s].county_block == b.steps[s].county_block &&
               a.steps[s].block_of_unit == b.steps[s].block_of_unit &&
               a.steps[s].block_of_entrants == b.steps[s].block_of_entrants;
    }
    return same;
}

}  // namespace

TEST_CASE("a phase-in moves in equal yearly steps, the first on the day itself", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\nphase_in_years = 4\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, allowance, to_day({2027, 6, 30})) == "400");
    CHECK(value(loaded, allowance, to_day({2027, 7, 1})) == "500");
    CHECK(value(loaded, allowance, to_day({2028, 6, 30})) == "500");
    CHECK(value(loaded, allowance, to_day({2028, 7, 1})) == "600");
    CHECK(value(loaded, allowance, to_day({2029, 7, 1})) == "700");
    CHECK(value(loaded, allowance, to_day({2030, 7, 1})) == "800");
    CHECK(value(loaded, allowance, to_day({2035, 7, 1})) == "800");
    const auto& timeline = loaded.input.policy;
    CHECK(days_of(timeline) == std::vector<Day>{first_of(2026), to_day({2027, 7, 1}), to_day({2028, 7, 1}),
                                                to_day({2029, 7, 1}), to_day({2030, 7, 1})});
    CHECK(allowance_on(timeline, first_of(2029), 0) == 600);
}

TEST_CASE("a phase-in of one year is a plain date", "[scenario]") {
    const CountyFiles county;
    county.overlay("plain.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\n");
    county.overlay("one.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\nphase_in_years = 1\n");
    const auto plain = county.load("plain.toml");
    const auto one = county.load("one.toml");
    CHECK(same_timeline(one.input.policy, plain.input.policy));
    CHECK(one.resolved_hash == plain.resolved_hash);
}

TEST_CASE("a phase-in starts from the value that held before, dated or not, in each unit", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\nstarts = 2027-01-01\nunits = [\"T03\"]\n");
    county.write("b.toml",
                 "extends = \"a.toml\"\n[pay]\ntownship_allowance = 800\nstarts = 2029-01-01\nphase_in_years = 2\n");
    const auto loaded = county.load("b.toml");
    CHECK(value(loaded, allowance, first_of(2029), "T03") == "700");
    CHECK(value(loaded, allowance, first_of(2029), "T11") == "600");
    CHECK(value(loaded, allowance, first_of(2030), "T11") == "800");
}

TEST_CASE("a phase-in that began before the first day goes on from where it is", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2025-01-01\nphase_in_years = 4\n");
    const auto loaded = county.load("a.toml");
    CHECK(days_of(loaded.input.policy) == std::vector<Day>{first_of(2026), first_of(2027), first_of(2028)});
    CHECK(allowance_on(loaded.input.policy, first_of(2026), 0) == 600);
}

TEST_CASE("whole numbers are rounded on the way, halves up", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[recruitment]\nopening_ratio = 6\nstarts = 2027-01-01\nphase_in_years = 6\n");
    county.overlay("men.toml", "[retirement]\nage_men = 63\nstarts = 2027-01-01\nphase_in_years = 2\n");
    const auto loaded = county.load("a.toml");
    const std::vector<std::string> expected{"4", "4", "5", "5", "6", "6"};  // 3.5 4 4.5 5 5.5 6
    for (int k = 0; k < 6; ++k) {
        CHECK(value(loaded, "recruitment.opening_ratio", first_of(2027 + k)) == expected[static_cast<std::size_t>(k)]);
    }
    CHECK(value(county.load("men.toml"), "retirement.age_men", first_of(2027)) == "62");
}

TEST_CASE("shares that sum to one do so in every step, lists move entry by entry", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[recruitment]\nseats = { open_exam = 0.3, village_cadre = 0.7 }\nstarts = 2027-01-01\n"
                   "phase_in_years = 3\n[pay]\nremote_supplement = [300, 100, 0]\nstarts = 2027-01-01\n"
                   "phase_in_years = 2\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, "pay.remote_supplement", first_of(2027)) == "[150, 100, 100]");
    for (int year = 2026; year < 2031; ++year) {
        const auto& seats = lever(loaded, "recruitment.seats");
        CHECK_FALSE(levers::complaint(*seats.row, scenario::value_on(seats, first_of(year), nullptr)));
    }
}

TEST_CASE("a phase-in that runs on beyond the horizon is warned of", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2033-01-01\nphase_in_years = 4\n");
    CHECK(warns(county.load("a.toml"),
                "a.toml:5:18: phase_in_years: the last of 4 yearly steps lies beyond the 10 simulated years"));
}

TEST_CASE("a policy for new entrants holds for those who entered on its day or later", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\napplies_to = \"new_entrants\"\n");
    const auto loaded = county.load("a.toml");
    const Day starts = to_day({2027, 7, 1});
    const auto& timeline = loaded.input.policy;
    CHECK(timeline.entrants_since == std::vector<Day>{starts});
    CHECK(days_of(timeline) == std::vector<Day>{first_of(2026), starts});
    CHECK(allowance_on(timeline, first_of(2030), 0) == 400);
    CHECK(allowance_on(timeline, first_of(2030), 0, starts - 1) == 400);
    CHECK(allowance_on(timeline, first_of(2030), 0, starts) == 800);
    CHECK(allowance_on(timeline, first_of(2030), 0, first_of(2029)) == 800);
    CHECK(to_yuan(timeline.blocks[timeline.steps[1].county_block].pay.township_allowance) == 400);
    CHECK(value(loaded, allowance, first_of(2030)) == "400");
}

TEST_CASE("without a date new entrants are those who enter after the first day", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\napplies_to = \"new_entrants\"\n");
    const auto& timeline = county.load("a.toml").input.policy;
    CHECK(timeline.entrants_since == std::vector<Day>{first_of(2026) + 1});
    CHECK(allowance_on(timeline, first_of(2030), 0, first_of(2026)) == 400);
    CHECK(allowance_on(timeline, first_of(2030), 0, first_of(2026) + 1) == 800);
}

TEST_CASE("policies for new entrants of several days, in pilots and phased in, combine", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\nstarts = 2027-01-01\napplies_to = \"new_entrants\"\n");
    county.write("b.toml",
                 "extends = \"a.toml\"\n[pay]\ntownship_allowance = 1000\nstarts = 2029-01-01\n"
                 "applies_to = \"new_entrants\"\nunits = [\"T11\"]\nphase_in_years = 2\n");
    const auto& timeline = county.load("b.toml").input.policy;
    CHECK(timeline.entrants_since == std::vector<Day>{first_of(2027), first_of(2029)});
    CHECK(allowance_on(timeline, first_of(2030), 0, first_of(2029)) == 600);
    CHECK(allowance_on(timeline, first_of(2030), 1, first_of(2028)) == 600);
    CHECK(allowance_on(timeline, first_of(2029), 1, first_of(2029)) == 800);
    CHECK(allowance_on(timeline, first_of(2030), 1, first_of(2029)) == 1000);
    CHECK(allowance_on(timeline, first_of(2030), 1) == 400);
}

TEST_CASE("applies_to = \"everybody\" is what holds without it", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\napplies_to = \"everybody\"\n");
    county.overlay("b.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\n");
    CHECK(county.load("a.toml").resolved_hash == county.load("b.toml").resolved_hash);
}

TEST_CASE("phased or for new entrants: after the horizon, for nobody or without a change it is the same timeline",
          "[scenario]") {
    const CountyFiles county;
    county.write("dated.toml",
                 "extends = \"base.toml\"\n[pay]\ntownship_allowance = 600\nstarts = 2028-01-01\nunits = [\"T03\"]\n");
    for (const std::string tail : {"800\nstarts = 2036-01-01\nphase_in_years = 3\n",
                                   "800\nstarts = 2027-01-01\nphase_in_years = 3\nunits = []\n",
                                   "800\nstarts = 2036-01-01\napplies_to = \"new_entrants\"\n",
                                   "800\napplies_to = \"new_entrants\"\nunits = []\n"}) {
        for (const std::string base : {"base.toml", "dated.toml"}) {
            county.write("null.toml", "extends = \"" + base + "\"\n[pay]\ntownship_allowance = " + tail);
            CHECK(same_timeline(county.load("null.toml").input.policy, county.load(base).input.policy));
        }
    }
    for (const std::string tail : {"400\nstarts = 2027-01-01\nphase_in_years = 3\n",
                                   "400\nstarts = 2027-01-01\napplies_to = \"new_entrants\"\n"}) {
        county.overlay("same.toml", "[pay]\ntownship_allowance = " + tail);
        const auto same = county.load("same.toml");
        CHECK(same_timeline(same.input.policy, county.load("base.toml").input.policy));
        CHECK(same.resolved_hash == county.load("base.toml").resolved_hash);
    }
}

TEST_CASE("only levers that are read by person may be for new entrants", "[scenario]") {
    const std::vector<std::string> by_person{"assessment.links.bonus",
                                             "assessment.links.grade",
                                             "assessment.links.step",
                                             "leaving.early_retirement_needs_service",
                                             "pay.allowance_per_year",
                                             "pay.allowance_years",
                                             "pay.bonus_months",
                                             "pay.long_service.enabled",
                                             "pay.long_service.needs_competent_years",
                                             "pay.long_service.pays_level_above",
                                             "pay.long_service.welfare_too",
                                             "pay.long_service.years_in_tier",
                                             "pay.long_service.years_of_service",
                                             "pay.performance_bonus",
                                             "pay.performance_spread",
                                             "pay.rank_excellent_credit",
                                             "pay.rank_minimum_years",
                                             "pay.remote_supplement",
                                             "pay.township_allowance",
                                             "pay.years_per_grade",
                                             "pay.years_per_step",
                                             "recruitment.extra_service_years",
                                             "recruitment.minimum_service_years",
                                             "retirement.age_men",
                                             "retirement.age_women",
                                             "retirement.reform_2025",
                                             "training.covered",
                                             "training.days",
                                             "training.initial_days"};
    std::vector<std::string> found;
    for (const auto& lever : engine::all_levers()) {
        if (lever.row.scope == levers::Scope::person) found.push_back(lever.row.key);
    }
    std::sort(found.begin(), found.end());
    CHECK(found == by_person);
}

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
