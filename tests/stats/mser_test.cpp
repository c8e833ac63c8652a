#include "sim/stats/mser.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "sim/foundation/random.hpp"

using namespace staffsim;

TEST_CASE("the marginal standard error rule leaves out a ramp and keeps what is level") {
    const Draws draws({3, 0});
    std::vector<double> series;
    for (int i = 0; i < 200; ++i) {
        const double luck = draws.normal({entity_key("year"), 0, i, 0});
        series.push_back((i < 30 ? 100 - i * 100.0 / 30 : 0) + luck);
    }
    const std::size_t left_out = stats::mser_truncation(series);
    CHECK(left_out >= 26);
    CHECK(left_out <= 40);
    CHECK(stats::mser_truncation(std::span(series).subspan(60)) < 70);
}

TEST_CASE("a series worked by hand: 9, 1, 1, 2 is cut behind the first value") {
    // d = 0: mean 3.25, squares 44.75 / 16 = 2.80; d = 1: mean 4/3, squares .667 / 9 = .074; d = 2: .5 / 4 = .125.
    CHECK(stats::mser_truncation(std::vector<double>{9, 1, 1, 2}) == 1);
    CHECK(stats::mser_truncation(std::vector<double>{9, 1, 1}) == 0);
    CHECK(stats::mser_truncation(std::vector<double>(50, 4.0)) == 0);
}
