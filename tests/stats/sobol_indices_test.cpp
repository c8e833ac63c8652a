// Variance shares on functions whose shares are known in closed form.
#include "sim/stats/sobol_indices.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numbers>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/random.hpp"

using namespace staffsim;
using namespace staffsim::stats;

namespace {

using Function = std::function<double(const UnitPoint&)>;

double ishigami(const UnitPoint& u) {
    const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}
constexpr double ishigami_first[] = {0.3139, 0.4424, 0.0}, ishigami_total[] = {0.5576, 0.4424, 0.2437};

constexpr double g_weights[] = {0, 1, 4.5, 9, 99, 99};
double g_function(const UnitPoint& u) {
    double product = 1;
    for (std::size_t i = 0; i < 6; ++i) product *= (std::abs(4 * u[i] - 2) + g_weights[i]) / (1 + g_weights[i]);
    return product;
}
double g_part(std::size_t i) { return 1 / (3 * (1 + g_weights[i]) * (1 + g_weights[i])); }
double g_variance() {
    double product = 1;
    for (std::size_t i = 0; i < 6; ++i) product *= 1 + g_part(i);
    return product - 1;
}
double g_total(std::size_t i) {
    double product = g_part(i);
    for (std::size_t k = 0; k < 6; ++k) product *= k == i ? 1 : 1 + g_part(k);
    return product / g_variance();
}

std::vector<double> values_of(const Function& f, std::size_t factors, std::size_t blocks, std::uint32_t seed) {
    std::vector<double> values;
    for (const UnitPoint& point : saltelli_points(factors, blocks, seed)) values.push_back(f(point));
    return values;
}

}  // namespace

TEST_CASE("the variance shares of the Ishigami function come out as in the textbook") {
    const SobolIndices found = sobol_indices(values_of(ishigami, 3, 2048, 1), 3, 1);
    CHECK(found.mean == Approx(3.5).margin(0.02));
    CHECK(found.variance == Approx(13.845).epsilon(0.01));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found.first[i].value == Approx(ishigami_first[i]).margin(0.02));
        CHECK(found.total[i].value == Approx(ishigami_total[i]).margin(0.02));
        CHECK(found.first[i].low <= found.first[i].value);
        CHECK(found.first[i].high >= found.first[i].value);
    }
}

TEST_CASE("the variance shares of Sobol's g-function come out as in the textbook") {
    const SobolIndices found = sobol_indices(values_of(g_function, 6, 2048, 7), 6, 7);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(found.first[i].value == Approx(g_part(i) / g_variance()).margin(0.02));
        CHECK(found.total[i].value == Approx(g_total(i)).margin(0.02));
    }
}

// Each of 9 ranges of nominal 95 % over 60 independent seeds; a range that covers at least 85 % of the time would fall
// below 44 of 60 about once in 400. Bootstrap ranges are known to cover a little less than they say.
TEST_CASE("bootstrap ranges of shares cover the true shares about as often as they say") {
    const double a[] = {1, 2, 0.5};
    const auto sum = [&](const UnitPoint& u) { return a[0] * u[0] + a[1] * u[1] + a[2] * u[2]; };
    const double all = 1 + 4 + 0.25;
    int covered[3] = {}, covered_total[3] = {};
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const SobolIndices found = sobol_indices(values_of(sum, 3, 64, seed), 3, seed);
        for (std::size_t i = 0; i < 3; ++i) {
            const double truth = a[i] * a[i] / all;
            covered[i] += found.first[i].low <= truth && truth <= found.first[i].high;
            covered_total[i] += found.total[i].low <= truth && truth <= found.total[i].high;
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(covered[i] >= 44);
        CHECK(covered_total[i] >= 44);
    }
}

TEST_CASE(
    "a factor that does nothing has a total share of exactly zero, a quantity that does not vary has none at all") {
    const auto one = [](const UnitPoint& u) { return u[0]; };
    const SobolIndices found = sobol_indices(values_of(one, 2, 128, 3), 2, 3);
    CHECK(found.total[1].value == 0);
    CHECK(found.total[1].high == 0);
    const SobolIndices constant = sobol_indices(values_of([](const UnitPoint&) { return 4.0; }, 2, 16, 3), 2, 3);
    for (const ShareEstimate& share : constant.first) CHECK(share.value == 0);
    CHECK(constant.variance == 0);
}

TEST_CASE("a Saltelli design is A, B and A with one column of B, block by block, and its prefixes are designs") {
    const auto points = saltelli_points(3, 8, 5);
    REQUIRE(points.size() == 8 * 5);
    for (std::size_t j = 0; j < 8; ++j) {
        const UnitPoint &a = points[5 * j], &b = points[5 * j + 1];
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t k = 0; k < 3; ++k) CHECK(points[5 * j + 2 + i][k] == (k == i ? b[k] : a[k]));
        }
    }
    const auto longer = saltelli_points(3, 16, 5);
    CHECK(std::equal(points.begin(), points.end(), longer.begin()));
    CHECK_THROWS_AS(sobol_indices(std::vector<double>(7), 3, 1), InvariantError);
}

TEST_CASE("the noise share is the mean squared error over the variance of the values") {
    const std::vector<double> values{1, 2, 3, 4, 5};  // variance 2.5
    CHECK(noise_share(values, std::vector<double>(5, 0.5)) == Approx(0.1));
    CHECK(noise_share(std::vector<double>(5, 1.0), std::vector<double>(5, 0.5)) == 0);
}
