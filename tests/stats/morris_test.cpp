#include "sim/stats/morris.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <set>

#include "sim/foundation/diagnostics.hpp"

using namespace staffsim;
using namespace staffsim::stats;

namespace {

std::vector<ElementaryEffect> effects_of(const std::function<double(const UnitPoint&)>& f, std::size_t factors,
                                         std::size_t count) {
    std::vector<Trajectory> trajectories;
    std::vector<double> values;
    for (std::size_t t = 0; t < count; ++t) {
        trajectories.push_back(morris_trajectory(factors, 1, t));
        for (const UnitPoint& point : trajectories.back().points) values.push_back(f(point));
    }
    return elementary_effects(trajectories, values);
}

}  // namespace

TEST_CASE("a trajectory moves every factor once, by two thirds, on the grid of four levels") {
    for (std::size_t number = 0; number < 20; ++number) {
        const Trajectory trajectory = morris_trajectory(7, 3, number);
        REQUIRE(trajectory.points.size() == 8);
        CHECK(std::set<std::size_t>(trajectory.moved.begin(), trajectory.moved.end()).size() == 7);
        for (std::size_t k = 0; k < 7; ++k) {
            for (std::size_t i = 0; i < 7; ++i) {
                const double step = trajectory.points[k + 1][i] - trajectory.points[k][i];
                CHECK(std::abs(step) == Approx(i == trajectory.moved[k] ? morris_step : 0));
            }
        }
        for (const UnitPoint& point : trajectory.points) {
            for (const double x : point) {
                CHECK(3 * x == Approx(std::round(3 * x)).margin(1e-12));
                CHECK(x > -1e-12);
                CHECK(x < 1 + 1e-12);
            }
        }
    }
}

TEST_CASE("elementary effects of a linear function are its slopes, with no spread") {
    const auto effects = effects_of([](const UnitPoint& u) { return 3 * u[0] - 2 * u[1] + 7; }, 3, 6);
    CHECK(effects[0].mean == Approx(3));
    CHECK(effects[1].mean == Approx(-2));
    CHECK(effects[1].mean_absolute == Approx(2));
    CHECK(effects[0].spread == Approx(0).margin(1e-9));
    CHECK(effects[2].mean_absolute == 0);
}

TEST_CASE("curvature and interaction show as spread, and opposite effects do not cancel in mu*") {
    // x0 * x1 around the middle: the effect of x0 is x1 - 1/2, of mean 0; its mean absolute value on the grid is 1/3.
    const auto f = [](const UnitPoint& u) { return (u[0] - 0.5) * (u[1] - 0.5) + u[2]; };
    const auto effects = effects_of(f, 3, 200);
    // The grid values 0, 1/3, 2/3, 1 are equally likely: standard deviation 0.373 over 200 trajectories, 4 errors.
    CHECK(effects[0].mean == Approx(0).margin(0.11));
    CHECK(effects[0].mean_absolute == Approx(1.0 / 3).margin(0.05));
    CHECK(effects[0].spread == Approx(std::sqrt(5.0 / 36)).margin(0.04));
    CHECK(effects[2].spread == Approx(0).margin(1e-9));
}

TEST_CASE("the ranking of factors is that of their importance, and wrong numbers of values are refused") {
    const auto f = [](const UnitPoint& u) { return 8 * u[0] + 4 * u[1] * u[1] + u[2] + 0 * u[3]; };
    const auto effects = effects_of(f, 4, 10);
    CHECK(effects[0].mean_absolute > effects[1].mean_absolute);
    CHECK(effects[1].mean_absolute > effects[2].mean_absolute);
    CHECK(effects[3].mean_absolute == 0);
    CHECK_THROWS_AS(elementary_effects({morris_trajectory(4, 1, 0)}, std::vector<double>(4)), InvariantError);
}
