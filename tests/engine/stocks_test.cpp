// What a year's end counts of people in rare states.
#include <catch2/catch.hpp>

#include "sim/engine/county_run.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("a warning that outlasts a demerit is counted as a warning in force") {
    TinyWorld tiny({township("T01", 2)});
    const PersonId person = tiny.settle(0, {.id = "P"});
    tiny.open();
    tiny.county.sanction(person, Sanction::demerit, day(2026, 11, 1));
    tiny.county.sanction(person, Sanction::warning, day(2027, 3, 1));
    const CompetitionRules competition = defaults(competition_levers());
    const PerformanceRules performance = defaults(performance_levers());
    const auto in_force = [&](Day today, Stock stock) {
        tiny.county.begin_day(today);
        tiny.county.begin_year(2026);
        engine::take_stocks(everywhere(competition, tiny.county), everywhere(performance, tiny.county), tiny.county);
        return tiny.county.tally().stocks[0][static_cast<std::size_t>(stock)];
    };
    CHECK(in_force(day(2026, 10, 31), Stock::demerit_in_force) == 1);
    CHECK(in_force(day(2026, 10, 31), Stock::warning_in_force) == 0);
    CHECK(in_force(day(2026, 12, 31), Stock::demerit_in_force) == 0);
    CHECK(in_force(day(2026, 12, 31), Stock::warning_in_force) == 1);
    CHECK(in_force(day(2026, 12, 31), Stock::sanction_in_force) == 1);
    CHECK(in_force(day(2027, 3, 1), Stock::sanction_in_force) == 0);
}

TEST_CASE("ten years at the lowest tier are not yet more than ten") {
    TinyWorld tiny({township("T01", 3)});
    tiny.settle(0, {.id = "ten years", .tier_since = day(2017, 1, 1)});
    tiny.settle(0, {.id = "and a day", .tier_since = day(2016, 12, 31)});
    tiny.settle(0, {.id = "nine", .tier_since = day(2018, 1, 1)});
    tiny.open();
    tiny.county.begin_day(day(2027, 1, 1));  // the last day of 2026 is over
    const CompetitionRules competition = defaults(competition_levers());
    const PerformanceRules performance = defaults(performance_levers());
    engine::take_stocks(everywhere(competition, tiny.county), everywhere(performance, tiny.county), tiny.county);
    CHECK(tiny.county.tally().stocks[0][static_cast<std::size_t>(Stock::at_lowest_tier)] == 3);
    CHECK(tiny.county.tally().stocks[0][static_cast<std::size_t>(Stock::over_10_years_lowest_tier)] == 1);
}
