// Spells worked by hand: when a threshold is used up at which rate.
#include <catch2/catch.hpp>
#include <cstdint>

#include "sim/foundation/random.hpp"
#include "tests/kernel/hazard_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

TEST_CASE("a cause occurs on the first day at whose end the threshold is used up") {
    const HazardClock clock(Day{10});
    Spell spell = Spell::begin(0);
    const std::int64_t began = clock.at_end_of(Day{10});
    CHECK(spell.left(began) == 1);
    CHECK(spell.due(began) == never_due);  // until a rate is known
    spell.change_rate(1, began);
    CHECK(clock.day_of(spell.due(began)) == Day{11});  // the day of the beginning is not exposed
    const auto day_of = [&clock](std::int64_t remaining) {
        Spell given = Spell::of(remaining);
        given.change_rate(100, 0);
        return clock.day_of(given.due(0));
    };
    CHECK(day_of(std::int64_t{1000} * 32768) == Day{20});
    CHECK(day_of(std::int64_t{1000} * 32768 + 1) == Day{21});
    CHECK(day_of(std::int64_t{1001} * 32768) == Day{21});
    CHECK(day_of(std::int64_t{999} * 32768) == Day{20});
}

TEST_CASE("days are charged at the rate that held, then the new rate goes on") {
    const HazardClock clock(Day{0});
    Spell spell = Spell::of(std::int64_t{1000} * 32768);
    const auto change = [&](std::int64_t rate, Day day) { spell.change_rate(rate, clock.at_end_of(day)); };
    const auto due = [&](Day day) { return clock.day_of(spell.due(clock.at_end_of(day))); };
    const auto left = [&](Day day) { return spell.left(clock.at_end_of(day)) / 32768; };
    change(100, Day{0});
    CHECK(due(Day{0}) == Day{10});
    CHECK(left(Day{6}) == 400);
    change(50, Day{6});
    CHECK(left(Day{6}) == 400);
    CHECK(due(Day{6}) == Day{14});
    change(0, Day{10});
    CHECK(left(Day{10}) == 200);
    CHECK(left(Day{500}) == 200);
    CHECK(spell.due(clock.at_end_of(Day{10})) == never_due);
    CHECK(due(Day{10}) == never);
    change(200, Day{500});
    CHECK(due(Day{500}) == Day{501});
}

TEST_CASE("who moves to a faster clock waits in proportion less for what is left") {
    const HazardClock slow(Day{0});
    HazardClock fast(Day{0});
    fast.set_factor(4, Day{0});
    Spell spell = Spell::of(std::int64_t{1000} * 32768);
    spell.change_rate(10, 0);
    CHECK(slow.day_of(spell.due(0)) == Day{100});
    spell.change_clock(slow.at_end_of(Day{20}), fast.at_end_of(Day{20}));
    CHECK(spell.left(fast.at_end_of(Day{20})) == 800 * 32768);
    CHECK(fast.day_of(spell.due(fast.at_end_of(Day{20}))) == Day{40});
}

TEST_CASE("without a rate nothing is ever due, and a tiny rate is due far beyond any horizon") {
    const HazardClock clock(Day{0});
    Spell spell;
    CHECK(clock.day_of(spell.due(0)) == never);
    spell = Spell::begin(1.0);
    CHECK(clock.day_of(spell.due(0)) == never);
    spell.change_rate(1, 0);
    CHECK(clock.day_of(spell.due(0)) == never);
    CHECK_FALSE(spell.is_due(clock.at_end_of(Day{1000000})));
}

TEST_CASE("while the common factor is 0 nothing is due, and afterwards the wait goes on") {
    HazardClock clock(Day{0});
    Spell spell = Spell::of(std::int64_t{1000} * 32768);
    spell.change_rate(100, 0);
    clock.set_factor(0, Day{4});
    CHECK(clock.day_of(spell.due(0)) == never);
    CHECK_FALSE(spell.is_due(clock.at_end_of(Day{1000000})));
    clock.set_factor(1, Day{1000});
    CHECK(clock.day_of(spell.due(0)) == Day{1006});
    CHECK_FALSE(spell.is_due(clock.at_end_of(Day{1005})));
    CHECK(spell.is_due(clock.at_end_of(Day{1006})));
}

TEST_CASE("when nothing is left is the same whenever one asks, also afterwards") {
    Spell spell = Spell::of(1000);
    spell.change_rate(7, 50);
    for (const std::int64_t reading : {50, 51, 60, 191, 192, 193, 194, 200, 1000000}) CHECK(spell.due(reading) == 193);
    CHECK_FALSE(spell.is_due(192));
    CHECK(spell.is_due(193));
}

TEST_CASE("a threshold that is used up is due the next day") {
    const HazardClock clock(Day{0});
    for (const std::int64_t left : {-5, 0}) {
        Spell spell = Spell::of(left);
        spell.change_rate(10, clock.at_end_of(Day{3}));
        CHECK_FALSE(spell.is_due(clock.at_end_of(Day{3})));
        CHECK(clock.day_of(spell.due(clock.at_end_of(Day{3}))) == Day{4});
    }
    Spell late = Spell::of(100);
    late.change_rate(10, 0);
    CHECK(late.left(clock.at_end_of(Day{3})) < 0);
    late.change_rate(20, clock.at_end_of(Day{3}));  // due on day 1, looked at on day 3
    CHECK(clock.day_of(late.due(clock.at_end_of(Day{3}))) == Day{4});
}

TEST_CASE("yearly hazards down to 1e-7 keep three digits as personal rates") {
    for (const double yearly : {1e-7, 1e-4, 0.006, 0.3, 5.0}) {
        const double a_day = static_cast<double>(personal_rate(yearly)) * clock_per_day / hazard_unit;
        CHECK(a_day * days_per_year == Approx(yearly).epsilon(1e-3));
    }
    CHECK(personal_rate(0) == 0);
}

TEST_CASE("the longest threshold that a draw can give fits") {
    const double longest = -portable_log(Draws::to_uniform(0, 0));
    REQUIRE(longest < 63);
    for (const double yearly : {1e-7, 5.0}) {
        const HazardClock clock(Day{0});
        Spell spell = begun(63, personal_rate(yearly), clock);
        const std::int64_t begin = clock.at_end_of(start);
        CHECK(spell.left(begin) > 0);
        CHECK(spell.due(begin) > begin);
        CHECK(clock.day_of(spell.due(begin)) > start);
    }
}
