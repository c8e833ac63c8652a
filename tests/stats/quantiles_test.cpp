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

TEST_CASE("the range of a median lies between the order statistics of the binomial tables") {
    std::vector<double> values;
    for (int i = 1; i <= 10; ++i) values.push_back(i);
    // n = 10: the 2nd and the 9th value hold the median with probability .9785; the 3rd and 8th with .8906 only.
    const auto range = staffsim::stats::quantile_range(values, 0.5);
    CHECK(range.value == 5.5);
    CHECK(range.low == 2.0);
    CHECK(range.high == 9.0);
}

TEST_CASE("twenty futures say nothing about how high a 95 % quantile may be") {
    std::vector<double> values;
    for (int i = 1; i <= 20; ++i) values.push_back(i);
    const auto range = staffsim::stats::quantile_range(values, 0.95);
    CHECK(range.low.has_value());
    CHECK_FALSE(range.high.has_value());
}

TEST_CASE("72 futures are the fewest that bound a 95 % quantile from above with 95 %") {
    // Two-sided: .95^72 = .0249 is the chance that none of 72 lies above; with 71 it is .0262.
    const auto bounded = [](int n) {
        std::vector<double> values(static_cast<std::size_t>(n), 1.0);
        return staffsim::stats::quantile_range(values, 0.95).high.has_value();
    };
    CHECK_FALSE(bounded(71));
    CHECK(bounded(72));
}
