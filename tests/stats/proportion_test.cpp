#include "sim/stats/proportion.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/foundation/diagnostics.hpp"

using namespace staffsim;
using namespace staffsim::stats;

TEST_CASE("the Wilson range of published examples") {
    // Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    CHECK(wilson_range(81, 263).low == Approx(0.2553).margin(5e-5));
    CHECK(wilson_range(81, 263).high == Approx(0.3662).margin(5e-5));
    CHECK(wilson_range(15, 148).low == Approx(0.0624).margin(5e-5));
    CHECK(wilson_range(15, 148).high == Approx(0.1605).margin(5e-5));
    CHECK(wilson_range(0, 20).low == 0);
    CHECK(wilson_range(0, 20).high == Approx(0.1611).margin(5e-5));
    CHECK(wilson_range(1, 29).high == Approx(0.1718).margin(5e-5));
}

TEST_CASE("the exact range of published examples") {
    CHECK(exact_range(81, 263).low == Approx(0.2527).margin(5e-5));
    CHECK(exact_range(81, 263).high == Approx(0.3676).margin(5e-5));
    CHECK(exact_range(0, 20).low == 0);
    CHECK(exact_range(0, 20).high == Approx(1 - std::pow(0.025, 1.0 / 20)));
    CHECK(exact_range(20, 20).high == 1);
    CHECK(exact_range(20, 20).low == Approx(std::pow(0.025, 1.0 / 20)));
}

TEST_CASE("no futures say nothing about a share") {
    CHECK(wilson_range(0, 0).low == 0);
    CHECK(wilson_range(0, 0).high == 1);
    CHECK(exact_range(0, 0).high == 1);
    CHECK_THROWS_AS(wilson_range(3, 2), InvariantError);
    CHECK_THROWS_AS(exact_range(3, 2), InvariantError);
}

TEST_CASE("one hundred of one hundred is never certain") {
    CHECK(wilson_range(100, 100).low == Approx(0.963).margin(5e-4));
    CHECK(wilson_range(100, 100).high == 1);
}
