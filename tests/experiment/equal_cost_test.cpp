// The search for equal cost, on invented cost functions.
#include "sim/experiment/equal_cost.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace staffsim;
using namespace staffsim::experiment;

namespace {

constexpr double tolerance = 0.002;

struct CountedCosts {
    std::function<double(double)> cost;
    std::multiset<double> tried;
    EqualCost solve(const CostLever& lever) {
        return solve_equal_cost(lever, tolerance, [this](double value) {
            tried.insert(value);
            return cost(value);
        });
    }
};

}  // namespace

TEST_CASE("equal cost is found for a cost that rises and for one that falls with the lever") {
    for (const double sign : {1.0, -1.0}) {
        CountedCosts f{[sign](double x) { return sign * (x - 613.25) / 700; }, {}};
        const EqualCost found = f.solve({0, 5000, 800, false});
        CHECK(found.is_found);
        CHECK(std::abs(found.value - 613.25) <= 700 * tolerance);
        CHECK(found.difference == f.cost(found.value));
        CHECK(found.runs == static_cast<int>(f.tried.size()));
        CHECK(found.runs <= 8);
    }
}

TEST_CASE("equal cost is found for curved costs in few runs, each value tried once, none outside the range") {
    const std::vector<std::function<double(double)>> costs{
        [](double x) { return x * x * x - 0.3; }, [](double x) { return std::exp(8 * x) - 200; },
        [](double x) { return std::tanh(30 * (x - 0.9)); }, [](double x) { return std::sqrt(x) - 0.05; }};
    for (const auto& cost : costs) {
        CountedCosts f{cost, {}};
        const EqualCost found = f.solve({0, 1, 0.5, false});
        CHECK(found.is_found);
        CHECK(std::abs(cost(found.value)) <= tolerance);
        CHECK(found.runs <= 20);
        for (const double value : f.tried) {
            CHECK(f.tried.count(value) == 1);
            CHECK(value >= 0);
            CHECK(value <= 1);
        }
    }
}

TEST_CASE("a policy that already costs the same keeps its value, and nothing else is tried") {
    CountedCosts f{[](double) { return 0.00001; }, {}};
    const EqualCost found = f.solve({0, 5000, 800, false});
    CHECK(found.is_found);
    CHECK(found.value == 800);
    CHECK(found.runs == 1);
}

TEST_CASE("an end of the range may be the answer") {
    CountedCosts f{[](double x) { return x / 1000; }, {}};
    const EqualCost found = f.solve({0, 5000, 800, false});
    CHECK(found.is_found);
    CHECK(found.value == 0);
}

TEST_CASE("when nothing in the range equalises cost the ends are told") {
    CountedCosts f{[](double x) { return 5 + x; }, {}};
    const EqualCost found = f.solve({1, 3, 2, false});
    CHECK_FALSE(found.is_found);
    CHECK_FALSE(found.is_between);
    CHECK(found.at_low == 6);
    CHECK(found.at_high == 8);
    CHECK(found.value == 1);
}

TEST_CASE("of two crossings the one towards the nearer end is taken") {
    CountedCosts f{[](double x) { return (x - 2) * (x - 7); }, {}};
    const EqualCost found = f.solve({0, 10, 6, false});
    CHECK(found.is_found);
    CHECK(std::abs(found.value - 7) < 0.01);
}

TEST_CASE("whole levers are tried at whole numbers only") {
    CountedCosts f{[](double x) { return x - 7; }, {}};
    const EqualCost found = f.solve({1, 100, 40, true});
    CHECK(found.is_found);
    CHECK(found.value == 7);
    for (const double value : f.tried) CHECK(value == std::round(value));
}

TEST_CASE("equal cost between two whole numbers is not found, and the nearer one is told") {
    CountedCosts f{[](double x) { return x - 7.3; }, {}};
    const EqualCost found = f.solve({1, 100, 40, true});
    CHECK_FALSE(found.is_found);
    CHECK(found.is_between);
    CHECK(found.value == 7);
}

TEST_CASE("a jump over equal cost is not found, and the search ends") {
    CountedCosts f{[](double x) { return x < 0.123456 ? -1.0 : 2.0; }, {}};
    const EqualCost found = f.solve({0, 1, 0.5, false});
    CHECK_FALSE(found.is_found);
    CHECK(found.is_between);
    CHECK(found.difference == -1);
    CHECK(found.runs <= most_pilot_runs + 3);
}

TEST_CASE("values can be written down: no more digits than a millionth of the range asks for") {
    CountedCosts f{[](double x) { return x - 1234.56789; }, {}};
    const EqualCost found = f.solve({0, 5000, 0, false});
    CHECK(found.value * 1000 == Approx(std::round(found.value * 1000)).epsilon(1e-12));
}

TEST_CASE("the pilot has another seed than the evaluation") {
    for (const std::uint32_t seed : {0u, 1u, 57u, 0x9E3779B9u, 4294967295u}) CHECK(pilot_seed(seed) != seed);
    CHECK(pilot_seed(1) != pilot_seed(2));
}
