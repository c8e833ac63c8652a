// What the clock of a hazard shows, and the day on which it comes to a reading.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>

#include "tests/kernel/hazard_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

TEST_CASE("a clock shows its factor integrated over whole days, the day of a change at the old one") {
    HazardClock clock(Day{10});
    CHECK(clock.at_end_of(Day{10}) == 0);
    CHECK(clock.at_end_of(Day{13}) == 3 * 32768);
    CHECK(clock.set_factor(2, Day{13}));
    CHECK_FALSE(clock.set_factor(2, Day{14}));  // as it was
    CHECK(clock.at_end_of(Day{13}) == 3 * 32768);
    CHECK(clock.at_end_of(Day{14}) == 5 * 32768);
    CHECK(clock.set_factor(0, Day{20}));
    CHECK(clock.at_end_of(Day{5000}) == clock.at_end_of(Day{20}));
    CHECK(clock.at_end_of(Day{20}) == (3 + 2 * 7) * 32768);
}

TEST_CASE("a clock keeps a step of 3e-5 of its factor") {
    for (const double factor : {1e-4, 0.3, 1.0, 1.00004, 7.5}) {
        const HazardClock clock = running(factor);
        const double kept = static_cast<double>(clock.at_end_of(start + 1000)) / (1000 * clock_per_day);
        CHECK(std::abs(kept - factor) <= 0.5 / clock_per_day);
    }
}

TEST_CASE("a reading comes on the first day at whose end the clock has reached it") {
    const bool holds = rc::check("day of a reading", [] {
        HazardClock clock = running(factor());
        const Day changed = start + *rc::gen::inRange(0, 50);
        clock.set_factor(factor(), changed);
        const std::int64_t from = clock.at_end_of(changed);
        const std::int64_t reading = *rc::gen::inRange<std::int64_t>(from + 1, from + 40 * 32768);
        const Day day = clock.day_of(reading);
        RC_ASSERT(day > changed);
        RC_ASSERT(clock.at_end_of(day) >= reading);
        RC_ASSERT(clock.at_end_of(day - 1) < reading);
    });
    CHECK(holds);
}

TEST_CASE("a reading that the clock has passed comes the day after the last change") {
    HazardClock clock = running(1);
    clock.set_factor(3, Day{120});
    CHECK(clock.day_of(5) == Day{121});
    CHECK(clock.day_of(clock.at_end_of(Day{120})) == Day{121});
    CHECK(clock.day_of(clock.at_end_of(Day{120}) + 1) == Day{121});
    CHECK(clock.day_of(clock.at_end_of(Day{121}) + 1) == Day{122});
}
