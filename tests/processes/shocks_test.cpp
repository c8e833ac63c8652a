// Years differ for the whole county, and rates stay the means of the years.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>

#include "sim/processes/environment/shocks.hpp"

using namespace staffsim;

// Was a defect: attention was right in the median, so that a swing of .6 raised sanctions by a fifth.
TEST_CASE("a year's attention to discipline is 1 in the mean, however much it swings") {
    EnvironmentRules rules{.outside_wage_sd = 0, .workload_sd = 0, .attention_sd = 0.6, .shocks = true};
    const Draws draws({1, 0});
    constexpr int years = 20000;
    double sum = 0, squares = 0;
    for (int year = 0; year < years; ++year) {
        const double factor = std::exp(shocks_of_year(rules, draws, entity_key("county"), year).attention);
        sum += factor;
        squares += factor * factor;
    }
    const double mean = sum / years, error = std::sqrt((squares / years - mean * mean) / years);
    CHECK(std::abs(mean - 1) < 4 * error);  // one of 16,000 seeds would fail
    CHECK(error < 0.01);
}
