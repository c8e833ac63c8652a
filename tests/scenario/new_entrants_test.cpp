// Policies for new entrants: whom they hold for, and which levers may be for them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/scenario/timeline_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tests;

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

TEST_CASE("phased or for new entrants: after the horizon or without a change it is the same timeline", "[scenario]") {
    const CountyFiles county;
    county.write("dated.toml",
                 "extends = \"base.toml\"\n[pay]\ntownship_allowance = 600\nstarts = 2028-01-01\nunits = [\"T03\"]\n");
    for (const std::string tail : {"800\nstarts = 2036-01-01\nphase_in_years = 3\n",
                                   "800\nstarts = 2036-01-01\napplies_to = \"new_entrants\"\n"}) {
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
                                             "pay.top_grades",
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
