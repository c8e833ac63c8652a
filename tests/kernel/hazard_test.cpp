#include "sim/kernel/hazard.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/foundation/random.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/kernel/routine_lists.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

TEST_CASE("splitting an interval changes nothing, exactly") {
    const bool holds = rc::check("splitting", [] {
        const double threshold = *rc::gen::inRange(1, 5000000) * 1e-6;
        const std::int64_t rate = daily_hazard(*rc::gen::inRange(1, 500) * 1e-3);
        Spell whole;
        whole.begin(threshold, Day{0});
        whole.change_rate(rate, Day{0});
        Spell split = whole;
        const int parts = *rc::gen::inRange(0, 20);
        Day at{0};
        for (int i = 0; i < parts; ++i) {
            at = at + *rc::gen::inRange(0, 200);
            if (at >= whole.due()) break;
            split.change_rate(rate, at);
        }
        RC_ASSERT(split.due() == whole.due());
    });
    CHECK(holds);
}

TEST_CASE("a cause occurs on the first day at whose end the threshold is used up") {
    Spell spell;
    spell.begin(0, Day{10});
    CHECK(spell.remaining == 1);
    spell.change_rate(1, Day{10});
    CHECK(spell.due() == Day{11});  // the day of the beginning is not exposed
    spell.remaining = 1000;
    spell.rate = 100;
    CHECK(spell.due() == Day{20});
    spell.remaining = 1001;
    CHECK(spell.due() == Day{21});
    spell.remaining = 999;
    CHECK(spell.due() == Day{20});
}

TEST_CASE("days are charged at the rate that held, then the new rate goes on") {
    Spell spell{1000, 100, Day{0}};
    spell.change_rate(50, Day{6});
    CHECK(spell.remaining == 400);
    CHECK(spell.due() == Day{14});
    spell.change_rate(0, Day{10});
    CHECK(spell.remaining == 200);
    CHECK(spell.due().value == std::numeric_limits<std::int32_t>::max());
    spell.change_rate(200, Day{500});
    CHECK(spell.due() == Day{501});
}

TEST_CASE("without a rate nothing is ever due, and a tiny rate is due far beyond any horizon") {
    Spell spell;
    spell.begin(1.0, Day{0});
    CHECK(spell.due().value == std::numeric_limits<std::int32_t>::max());
    spell.change_rate(1, Day{0});
    CHECK(spell.due().value == std::numeric_limits<std::int32_t>::max());
}

TEST_CASE("a threshold that is used up is due the next day") {
    Spell spell{-5, 10, Day{3}};
    CHECK(spell.due() == Day{4});
}

TEST_CASE("yearly hazards down to 1e-7 keep three digits as daily integers") {
    for (const double yearly : {1e-7, 1e-4, 0.006, 0.3, 5.0}) {
        CHECK(static_cast<double>(daily_hazard(yearly)) / hazard_unit * days_per_year == Approx(yearly).epsilon(1e-3));
    }
    CHECK(daily_hazard(0) == 0);
}

// False-alarm rate below 1e-4 (four standard errors), were the fixed seed redrawn.
TEST_CASE("durations of spells are exponential with the rate's mean") {
    const Draws draws({9, 9});
    const double yearly = 0.1;
    const int n = 50000;
    double sum = 0;
    int beyond_mean = 0;
    for (int i = 0; i < n; ++i) {
        Spell spell;
        spell.begin(draws.exponential({{static_cast<std::uint64_t>(i)}, 1, 0, 0}), Day{0});
        spell.change_rate(daily_hazard(yearly), Day{0});
        const double years = (spell.due().value - 0.5) / days_per_year;  // half a day is the mean of rounding up
        sum += years;
        beyond_mean += years > 1 / yearly ? 1 : 0;
    }
    const double root_n = std::sqrt(static_cast<double>(n));
    CHECK(std::abs(sum / n - 10) < 4 * 10 / root_n);
    const double share = std::exp(-1.0);
    CHECK(std::abs(static_cast<double>(beyond_mean) / n - share) < 4 * std::sqrt(share * (1 - share)) / root_n);
}

TEST_CASE("routine lists hold who joined and forget who left") {
    const bool holds = rc::check("routine lists", [] {
        RoutineLists lists;
        std::vector<int> day_of(30, -1);
        const int steps = *rc::gen::inRange(0, 200);
        for (int i = 0; i < steps; ++i) {
            const auto who = static_cast<std::uint32_t>(*rc::gen::inRange(0, 30));
            if (day_of[who] >= 0) {
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

TEST_CASE("joining a routine list twice is a defect") {
    RoutineLists lists;
    lists.join(3, 10);
    CHECK_THROWS_AS(lists.join(3, 11), InvariantError);
    lists.leave(3);
    CHECK_NOTHROW(lists.join(3, 11));
    CHECK(lists.on(10).empty());
    CHECK(lists.on(11).size() == 1);
}

TEST_CASE("a fingerprint knows which facts came, how many, and in what order") {
    Fingerprint a, b, c, d;
    a.add(1);
    a.add(2);
    b.add(1);
    b.add(2);
    c.add(2);
    c.add(1);
    d.add(1);
    CHECK(a.value() == b.value());
    CHECK(a.value() != c.value());
    CHECK(a.value() != d.value());
    CHECK(a.facts() == 2);
    d.add(0);
    CHECK(d.value() != Fingerprint{}.value());
}
