// Runs of counties without people, places, units or rules, and starts without a roster.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("a county without people fills by recruitment") {
    auto input = small_county();
    input.plan.people.clear();
    const Lived lived = live(input);
    CHECK(lived.years.stock(Stock::staff, 0) > 0);
    CHECK(lived.years.stock(Stock::staff, 9) > 20);
}

TEST_CASE("a county without places, posts of any title or people lives on in peace") {
    engine::CountyInput input = small_county();
    input.plan.people.clear();
    for (UnitPlan& unit : input.plan.units) {
        unit.places = 0;
        unit.quota.assign(unit.quota.size(), 0);
    }
    const Lived lived = live(input);
    CHECK(lived.summary.events == 0);
    CHECK(lived.summary.person_days == 0);
    CHECK(lived.years.tallies.size() == 10);
}

TEST_CASE("a county without units lives on in peace") {
    engine::CountyInput input = small_county();
    input.plan.people.clear();
    input.plan.units.clear();
    input.policy = forever(engine::default_policy(), 0);
    CHECK(live(input).summary.events == 0);
}

TEST_CASE("with nothing turned on, nobody moves") {
    engine::CountyInput input = small_county(textbook());
    input.plan.people.clear();
    input.plan.start_full = true;
    const Lived lived = live(input);
    for (const YearTally& year : lived.years.tallies) {
        CHECK(year.joined == std::vector<std::int32_t>(year.joined.size(), 0));
        CHECK(year.departed == std::vector<std::int32_t>(year.departed.size(), 0));
    }
    CHECK(lived.years.stock(Stock::staff, 9) == 38);
}

TEST_CASE("a full start of given ages has people of any age between the two, entered at an entry age") {
    engine::CountyInput input = small_county(textbook());
    input.plan.people.clear();
    input.plan.start_full = true;
    input.plan.start_ages = {22, 60};
    input.plan.units = {township("T01", 2000, 20, 10, 5)};
    input.policy = forever(input.policy.blocks[0], 1);
    input.years = 1;
    struct Ages : engine::Sink {
        void on_year(std::size_t, const County& county) override {
            for (const PersonId person : county.units()[0].members) {
                const PersonCold& cold = county.cold(person);
                ages.push_back(years_between(cold.birth, day(2026, 1, 1)));
                entry_ages.push_back(years_between(cold.birth, cold.entry));
                CHECK(cold.entry <= day(2026, 1, 1));
            }
        }
        std::vector<double> ages, entry_ages;
    } seen;
    engine::simulate(input, {1, 1}, {}, seen);
    REQUIRE(seen.ages.size() == 2000);
    const RecruitmentRules& rules = input.policy.blocks[0].recruitment;
    const double middle = rules.entry_age[static_cast<std::size_t>(Channel::open_exam)];
    double sum = 0;
    for (std::size_t i = 0; i < 2000; ++i) {
        CHECK(seen.ages[i] > 21.99);
        CHECK(seen.ages[i] < 60.01);
        CHECK(seen.entry_ages[i] > std::min(22.0, middle - rules.entry_age_spread) - 0.01);
        CHECK(seen.entry_ages[i] < middle + rules.entry_age_spread + 0.01);
        sum += seen.ages[i];
    }
    CHECK(std::abs(sum / 2000 - 41) < 4 * 38 / std::sqrt(12.0 * 2000));  // four standard errors
}
