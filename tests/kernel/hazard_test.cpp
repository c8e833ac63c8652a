#include "sim/kernel/hazard.hpp"

#include <rapidcheck.h>
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/foundation/random.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/kernel/routine_lists.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

namespace {

constexpr Day start{100};

double threshold() { return *rc::gen::inRange(1, 5000000) * 1e-6; }
std::int64_t rate() { return personal_rate(*rc::gen::inRange(1, 500) * 1e-3); }
double factor() { return *rc::gen::inRange(1, 400) * 0.01; }
std::int64_t speed_of(double factor) { return static_cast<std::int64_t>(std::llround(factor * clock_per_day)); }

HazardClock running(double factor) {
    HazardClock clock(start);
    clock.set_factor(factor, start);
    return clock;
}
// A spell begun at the end of the first day.
Spell begun(double threshold, std::int64_t rate, const HazardClock& clock) {
    Spell spell = Spell::begin(threshold);
    spell.change_rate(rate, clock.at_end_of(start));
    return spell;
}

}  // namespace

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
        CHECK(yearly_hazard(personal_rate(yearly)) == Approx(yearly).epsilon(1e-3));
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

TEST_CASE("routine lists hold who joined last where, and forget who left") {
    const bool holds = rc::check("routine lists", [] {
        RoutineLists lists(static_cast<std::size_t>(*rc::gen::inRange(0, 40)));
        std::vector<int> day_of(30, -1);
        const int steps = *rc::gen::inRange(0, 200);
        for (int i = 0; i < steps; ++i) {
            const auto who = static_cast<std::uint32_t>(*rc::gen::inRange(0, 30));
            if (*rc::gen::inRange(0, 3) == 0) {
                lists.leave(who);
                day_of[who] = -1;
            } else {
                day_of[who] = *rc::gen::inRange(0, 4) * 121;
                lists.join(who, static_cast<std::uint32_t>(day_of[who]));
            }
        }
        for (std::uint32_t day = 0; day < RoutineLists::days; ++day) {
            std::vector<std::uint32_t> listed(lists.on(day).begin(), lists.on(day).end()), expected;
            std::sort(listed.begin(), listed.end());
            for (std::uint32_t who = 0; who < day_of.size(); ++who) {
                if (day_of[who] == static_cast<int>(day)) expected.push_back(who);
            }
            RC_ASSERT(listed == expected);
        }
    });
    CHECK(holds);
}

TEST_CASE("joining a routine list again moves, and leaving without being on a list does nothing") {
    RoutineLists lists(2);
    lists.leave(3);  // never heard of
    lists.join(3, 10);
    lists.join(7, 10);
    lists.join(3, 10);
    CHECK(lists.on(10).size() == 2);
    lists.join(3, 11);
    CHECK(lists.on(10).size() == 1);
    CHECK(lists.on(10)[0] == 7);
    CHECK(lists.on(11).size() == 1);
    lists.leave(3);
    lists.leave(3);
    CHECK(lists.on(11).empty());
    CHECK(lists.on(10).size() == 1);
    lists.join(3, 11);
    CHECK(lists.on(11).size() == 1);
}

TEST_CASE("a fingerprint knows which facts came and how many, not in what order they were written down") {
    Fingerprint a, b, c, d;
    a.add(1);
    a.add(2);
    b.add(2);
    b.add(1);
    c.add(1);
    c.add(1);
    d.add(1);
    CHECK(a.value() == b.value());
    CHECK(a.value() != c.value());
    CHECK(a.value() != d.value());
    CHECK(a.facts() == 2);
    Fingerprint rest;
    rest.add(2);
    d.add(rest);
    CHECK(d.value() == a.value());
    CHECK(d.facts() == 2);
    d.add(0);
    CHECK(d.value() != a.value());
}
