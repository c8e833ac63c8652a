// What a seat asks for: specialty, degree, origin and age, and what that costs in applicants.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "tests/processes/recruitment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("each condition of a seat costs the applicants who do not meet it") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    const RecruitmentRules rule = recruitment_rules();
    const PerformanceRules fit = fit_rules();
    const auto mean = [&](const SeatConditions& conditions, Channel channel = Channel::open_exam) {
        return mean_applicants(rule, fit, tiny.county, first_unit, channel, conditions, 0);
    };
    CHECK(mean({}) == Approx(30));
    CHECK(mean({.degree = true}) == Approx(30 * 0.85));
    CHECK(mean({.local = true}) == Approx(30 * 0.5));
    CHECK(mean({.specialty = true}) == Approx(30 * (0.15 + 0.12 + 0.09 + 0.075 + 0.20)));
    CHECK(mean({.degree = true}, Channel::village_cadre) == Approx(6 * 0.4 * 0.85));
}

TEST_CASE("nobody enters above the age limit, and the limit costs those who are older") {
    TinyWorld tiny({township("T01", 1)});
    RecruitmentRules rule = recruitment_rules();
    rule.older_share = 0.4;  // uniform between 28 and 45
    rule.max_age = {35, 35, 35, 35, 35};
    rule.max_age_postgraduate = 35;
    CHECK(share_young_enough(rule, Channel::open_exam) == Approx(0.6 + 0.4 * 8 / 17));
    rule.max_age_postgraduate = 45;  // one in ten
    CHECK(share_young_enough(rule, Channel::open_exam) == Approx(0.9 * (0.6 + 0.4 * 8 / 17) + 0.1));
    double oldest = 0;
    int older = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto person =
            newcomer(rule, tiny.world,
                     {first_unit, Channel::open_exam, combine(entity_key("age"), static_cast<std::uint64_t>(i)), 0});
        const double age = years_between(person.cold.birth, tiny.county.today());
        if (person.cold.education < Education::master) oldest = std::max(oldest, age);
        older += age > 28.01;
    }
    CHECK(oldest <= 36.01);
    CHECK(oldest > 35.5);
    // Of those under the limit .4 x 8/17 / (.6 + .4 x 8/17) = .2388 are older than 28, of the others .4.
    const double expected = 0.9 * 0.2388 + 0.1 * 0.4;
    CHECK(older / 3000.0 == Approx(expected).margin(4 * std::sqrt(expected * (1 - expected) / 3000)));
}

TEST_CASE("who takes a seat meets its conditions") {
    TinyWorld tiny({township("T01", 300)});
    RecruitmentRules rule = sure();
    rule.seats = {1, 0, 0, 0, 0};
    rule.specialty_share = rule.degree_share = rule.local_share = 1;
    std::array<int, 6> fields{};
    for (const Entrant& entrant : announce(tiny, rule)) {
        const auto person = newcomer(rule, tiny.world, entrant);
        CHECK(person.cold.native);
        CHECK(person.cold.education >= Education::bachelor);
        ++fields[static_cast<std::size_t>(person.cold.field)];
    }
    CHECK(fields[static_cast<std::size_t>(Field::other)] == 0);
    // Law .15 of .635 that fit.
    CHECK(fields[0] / 300.0 == Approx(0.15 / 0.635).margin(4 * std::sqrt(0.236 * 0.764 / 300)));
    CHECK(tiny.flow(Flow::specialty_seats) == 300);
}

TEST_CASE("hardship townships ask for less") {
    UnitPlan far = township("T01", 200);
    far.remote_class = 3;
    RecruitmentRules rule = sure();
    rule.degree_share = 1;
    rule.local_share = 0;
    rule.relaxed_local_share = 1;
    const auto degree_seats = [&](int from_class) {
        rule.relaxed_from_class = from_class;
        TinyWorld tiny({far});
        announce(tiny, rule);
        return std::pair{tiny.flow(Flow::degree_seats), tiny.flow(Flow::local_seats)};
    };
    CHECK(degree_seats(4) == std::pair<std::int64_t, std::int64_t>{200, 0});
    CHECK(degree_seats(3) == std::pair<std::int64_t, std::int64_t>{0, 200});
    rule.relaxed_degree = false;
    CHECK(degree_seats(3) == std::pair<std::int64_t, std::int64_t>{200, 200});
}
