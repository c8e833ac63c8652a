// What holds of every spell: splitting, going back and changing clocks change nothing, and durations are exponential.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "sim/foundation/random.hpp"
#include "tests/kernel/hazard_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

TEST_CASE("charging at readings in between changes nothing, exactly") {
    const bool holds = rc::check("splitting", [] {
        const HazardClock clock = running(factor());
        const Spell whole = begun(threshold(), rate(), clock);
        Spell split = whole;
        const int parts = *rc::gen::inRange(0, 20);
        const std::int64_t begin = clock.at_end_of(start), due = whole.due(begin);
        std::int64_t at = begin;
        for (int i = 0; i < parts && at < due; ++i) {
            split.change_rate(whole.rate(), at);
            RC_ASSERT(split == whole);
            RC_ASSERT(split.due(at) == due);
            at += *rc::gen::inRange<std::int64_t>(0, due / 4 + 1);
        }
    });
    CHECK(holds);
}

TEST_CASE("a factor that changes and changes back the same day leaves the day as it was, exactly") {
    const bool holds = rc::check("factor and back", [] {
        const double usual = factor();
        HazardClock clock = running(usual);
        const Spell spell = begun(threshold(), rate(), clock);
        const auto day_due = [&](Day day) { return clock.day_of(spell.due(clock.at_end_of(day))); };
        const Day due = day_due(start);
        Day today = start;
        for (int i = *rc::gen::inRange(0, 10); i > 0; --i) {
            today = today + *rc::gen::inRange(0, 400);
            if (today >= due) break;
            clock.set_factor(factor(), today);
            clock.set_factor(0, today);
            clock.set_factor(usual, today);
            RC_ASSERT(day_due(today) == due);
        }
    });
    CHECK(holds);
}

TEST_CASE("moving to another clock and back, or to one of the same speed, leaves the day as it was, exactly") {
    const bool holds = rc::check("clock and back", [] {
        const double usual = factor();
        const HazardClock own = running(usual), other = running(factor());
        HazardClock twin(start - 5000);  // shows something else, runs at the same speed
        twin.set_factor(2.5, start - 4000);
        twin.set_factor(usual, start);
        Spell spell = begun(threshold(), rate(), own);
        const Day due = own.day_of(spell.due(own.at_end_of(start)));
        const Day today = start + *rc::gen::inRange(0, std::min(due - start, 100000));
        spell.change_clock(own.at_end_of(today), other.at_end_of(today));
        spell.change_clock(other.at_end_of(today), own.at_end_of(today));
        RC_ASSERT(own.day_of(spell.due(own.at_end_of(today))) == due);
        spell.change_clock(own.at_end_of(today), twin.at_end_of(today));
        RC_ASSERT(twin.day_of(spell.due(twin.at_end_of(today))) == due);
    });
    CHECK(holds);
}

// Day by day: what is left after the day's rate times the day's factor. Personal rate, both factors and the clock that
// counts change now and then, all from the next day on.
TEST_CASE("whatever changes on the way, a cause occurs on the day on which the daily sums use up the threshold") {
    const bool holds = rc::check("day by day", [] {
        std::array<double, 2> factors{factor(), factor()};
        std::array<HazardClock, 2> clocks{running(factors[0]), running(factors[1])};
        std::size_t own = 0;
        std::int64_t own_rate = personal_rate(*rc::gen::inRange(50, 2000) * 1e-3);
        Spell spell = begun(*rc::gen::inRange(1, 2000000) * 1e-6, own_rate, clocks[own]);
        std::int64_t left = spell.left(clocks[own].at_end_of(start));
        for (Day today = start + 1; today < start + 3000; today = today + 1) {
            left -= own_rate * speed_of(factors[own]);
            const std::int64_t reading = clocks[own].at_end_of(today);
            const bool is_due = spell.is_due(reading);
            RC_ASSERT(is_due == (left <= 0));
            RC_ASSERT((spell.due(reading) <= reading) == is_due);
            RC_ASSERT((clocks[own].day_of(spell.due(reading)) <= today) == is_due);
            if (is_due) return;
            switch (*rc::gen::inRange(0, 40)) {
                case 0:
                case 1: {
                    const auto which = *rc::gen::inRange<std::size_t>(0, 2);
                    factors[which] = *rc::gen::inRange(0, 4) == 0 ? 0 : factor();
                    clocks[which].set_factor(factors[which], today);
                    break;
                }
                case 2:
                    own_rate = *rc::gen::inRange(0, 4) == 0 ? 0 : personal_rate(*rc::gen::inRange(50, 2000) * 1e-3);
                    spell.change_rate(own_rate, clocks[own].at_end_of(today));
                    break;
                case 3:
                    spell.change_clock(clocks[own].at_end_of(today), clocks[1 - own].at_end_of(today));
                    own = 1 - own;
                    break;
                default:
                    break;
            }
        }
    });
    CHECK(holds);
}

// False-alarm rate below 1e-4 each (four standard errors), were the fixed seed redrawn.
TEST_CASE("durations of spells are exponential with the mean of personal rate times factor") {
    const Draws draws({9, 9});
    const double yearly = 0.1;
    const int n = 50000;
    for (const double factor : {1.0, 0.25, 1.6}) {
        INFO("factor " << factor);
        const HazardClock clock = running(factor);
        const double mean = 1 / (yearly * factor);
        double sum = 0;
        int beyond_mean = 0;
        for (int i = 0; i < n; ++i) {
            const Spell spell =
                begun(draws.exponential({{static_cast<std::uint64_t>(i)}, 1, 0, 0}), personal_rate(yearly), clock);
            // half a day is the mean of rounding up
            const double years = (clock.day_of(spell.due(clock.at_end_of(start))) - start - 0.5) / days_per_year;
            sum += years;
            beyond_mean += years > mean ? 1 : 0;
        }
        const double root_n = std::sqrt(static_cast<double>(n));
        CHECK(std::abs(sum / n - mean) < 4 * mean / root_n);
        const double share = std::exp(-1.0);
        CHECK(std::abs(static_cast<double>(beyond_mean) / n - share) < 4 * std::sqrt(share * (1 - share)) / root_n);
    }
}
