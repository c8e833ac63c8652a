#include "sim/stats/quantiles.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "sim/stats/ratio.hpp"

using namespace staffsim;
using namespace staffsim::stats;

TEST_CASE("quantiles interpolate between order statistics as R's type 7") {
    const std::vector<double> sorted{1, 2, 4, 8};
    CHECK(quantile_of_sorted(sorted, 0) == 1);
    CHECK(quantile_of_sorted(sorted, 0.25) == Approx(1.75));
    CHECK(quantile_of_sorted(sorted, 0.5) == Approx(3));
    CHECK(quantile_of_sorted(sorted, 0.9) == Approx(6.8));
    CHECK(quantile_of_sorted(sorted, 1) == 8);
}

TEST_CASE("one future is every quantile and none has no value") {
    CHECK(quantile_of_sorted(std::vector<double>{5}, 0.95) == 5);
    CHECK_FALSE(has_value(quantile_of_sorted({}, 0.5)));
}

TEST_CASE("futures in which nothing was exposed are left out of quantiles") {
    const std::vector<measures::Ratio> futures{{9, 3}, {0, 0}, {1, 1}, {4, 2}};
    const std::vector<double> probabilities{0.0, 0.5, 1.0};
    CHECK(quantiles(futures, probabilities) == std::vector<double>{1, 2, 3});
}
