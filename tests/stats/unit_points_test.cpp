#include "sim/stats/unit_points.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "sim/foundation/diagnostics.hpp"

using namespace staffsim;
using namespace staffsim::stats;

TEST_CASE("every coordinate of a Latin hypercube has one point in each stratum") {
    for (const std::size_t count : {1u, 2u, 7u, 100u}) {
        const auto points = latin_hypercube(5, count, 9);
        for (std::size_t d = 0; d < 5; ++d) {
            std::set<std::size_t> strata;
            for (const UnitPoint& point : points) {
                CHECK(point[d] > 0);
                CHECK(point[d] < 1);
                strata.insert(static_cast<std::size_t>(point[d] * static_cast<double>(count)));
            }
            CHECK(strata.size() == count);
        }
    }
}

// The mean of a sum of monotone functions varies far less than over independent points: here by a factor of about 1 /
// n.
TEST_CASE("a Latin hypercube estimates the mean of an additive function far better than independent points would") {
    constexpr std::size_t count = 50;
    double worst = 0;
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        double mean = 0;
        for (const UnitPoint& u : latin_hypercube(3, count, seed))
            mean += (u[0] + u[1] * u[1] + std::sqrt(u[2])) / count;
        worst = std::max(worst, std::abs(mean - (0.5 + 1.0 / 3 + 2.0 / 3)));
    }
    CHECK(worst < 0.01);  // independent points: standard error 0.066
}

TEST_CASE("coordinates of a Latin hypercube are not tied to each other, and seeds give other points") {
    const auto points = latin_hypercube(2, 400, 3);
    double covariance = 0;
    for (const UnitPoint& u : points) covariance += (u[0] - 0.5) * (u[1] - 0.5) / 400;
    CHECK(std::abs(12 * covariance) < 0.2);  // 4 standard errors of a correlation of 0
    CHECK(latin_hypercube(2, 400, 3) == points);
    CHECK(latin_hypercube(2, 400, 4) != points);
}

// Of 2^k points of the sequence, each of 2^k equal strata of a coordinate holds one, whatever the digital shift.
TEST_CASE("Sobol points are evenly spread in every coordinate and in pairs of them") {
    const auto points = sobol_points(6, 256, 11);
    for (std::size_t d = 0; d < 6; ++d) {
        std::set<std::size_t> strata;
        for (const UnitPoint& point : points) strata.insert(static_cast<std::size_t>(point[d] * 256));
        CHECK(strata.size() == 256);
    }
    int in_corner = 0;
    for (const UnitPoint& point : points) in_corner += point[0] < 0.25 && point[1] < 0.25;
    CHECK(in_corner == 16);
    CHECK(sobol_points(6, 256, 11) == points);
    CHECK(sobol_points(6, 256, 12) != points);
    CHECK_THROWS_AS(sobol_points(0, 1, 1), InvariantError);
    CHECK_THROWS_AS(sobol_points(100000, 1, 1), InvariantError);
}
