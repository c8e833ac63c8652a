#include "sim/stats/pasts.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/foundation/random.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/quantiles.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/settle.hpp"

namespace {

using namespace staffsim;
using namespace staffsim::stats;

// Futures around 0 with a part that all of a past share (variance 1) and a part of their own (variance `own`).
std::vector<double> futures_of(std::size_t n, std::size_t pasts, double own, std::uint32_t study) {
    const Draws draws({11, study});
    std::vector<double> numbers;
    for (std::size_t i = 0; i < n; ++i) {
        const double shared = draws.normal({entity_key("past"), static_cast<std::uint16_t>(i % pasts)});
        numbers.push_back(shared +
                          std::sqrt(own) * draws.normal({entity_key("future"), static_cast<std::uint16_t>(i)}));
    }
    return numbers;
}

std::vector<measures::Ratio> ratios_of(const std::vector<double>& numbers) {
    std::vector<measures::Ratio> ratios;
    for (const double number : numbers) ratios.push_back({number, 1});
    return ratios;
}

}  // namespace

TEST_CASE("with a past for each future the error is the ordinary one") {
    const std::vector<double> numbers{3, 1, 4, 1, 5, 9, 2, 6};
    const double usual = sample_variance(numbers) / 8;
    for (const std::size_t pasts : {0, 1, 8, 20}) {
        CHECK(variance_of_mean(numbers, {pasts}) == Approx(usual));
        CHECK(lasting_variance_of_mean(numbers, {pasts}) == 0);
        CHECK(Pasts{pasts}.among(8) == 8);
        CHECK_FALSE(Pasts{pasts}.shared_by(8));
    }
    CHECK(std::isnan(variance_of_mean(std::vector<double>{1}, {20})));
}

TEST_CASE("the error of a mean is that of what each past says") {
    // Futures 0, 2, 4 continue one past, 1, 3, 5 the other: means 2 and 6, their mean 4, its squared error 8 / 2.
    const std::vector<double> numbers{1, 5, 2, 6, 3, 7};
    CHECK(Pasts{2}.among(6) == 2);
    CHECK(variance_of_mean(numbers, {2}) == Approx(4));
    // Within pasts the variance is 1, so 1 / 6 of the 4 would go with more futures of these pasts.
    CHECK(lasting_variance_of_mean(numbers, {2}) == Approx(4 - 1.0 / 6));
    // Two pasts leave one degree of freedom, six futures of their own five.
    CHECK(error_of_mean(numbers, {2}, 0.05).half_width == Approx(12.7062 * 2).epsilon(1e-5));
    CHECK(error_of_mean(numbers, own_pasts, 0.05).half_width ==
          Approx(2.57058 * std::sqrt(sample_variance(numbers) / 6)).epsilon(1e-5));
    // Seven futures of two pasts: four of one, three of the other.
    const std::vector<double> uneven{1, 5, 2, 6, 3, 7, 4};
    const double mean = 4, first = 10 - 4 * mean, second = 18 - 3 * mean;
    CHECK(variance_of_mean(uneven, {2}) == Approx(2 * (first * first + second * second) / 49));
    // Within pasts: squares of 5 around 2.5 and of 2 around 6, over 7 - 2.
    CHECK(lasting_variance_of_mean(uneven, {2}) == Approx(variance_of_mean(uneven, {2}) - 7.0 / 5 / 7));
}

// False alarm: the coverage of 2,000 studies is within 4.5 standard errors of 95 % unless luck of 7 in a million is
// met.
TEST_CASE("ranges hold where futures share pasts, and would not if they were taken for independent") {
    constexpr std::size_t studies = 2000;
    double held = 0, held_if_independent = 0, lasting = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        const auto futures = ratios_of(futures_of(100, 20, 1, study));
        const auto covers = [](const LevelSummary& level) { return level.low <= 0 && 0 <= level.high; };
        held += covers(level_summary(futures, {20}));
        held_if_independent += covers(level_summary(futures, own_pasts));
        lasting += lasting_variance_of_mean(futures_of(100, 20, 1, study), {20}) / studies;
    }
    const double error = std::sqrt(0.95 * 0.05 / studies);
    CHECK(held / studies == Approx(0.95).margin(4.5 * error));
    CHECK(held_if_independent / studies < 0.8);
    // 1 / 20 of the shared variance stays; an estimate from 20 pasts has a standard error of about 1/3 of it.
    CHECK(lasting == Approx(1.0 / 20).margin(4.5 * 0.35 / 20 / std::sqrt(studies)));
}

TEST_CASE("a difference has the error of its pasts, and says how many there are") {
    const auto before = ratios_of(futures_of(60, 20, 1, 1)), after = ratios_of(futures_of(60, 20, 1, 2));
    const auto by_pasts = paired_summary(before, after, measures::Direction::neutral, 0.05, {20});
    const auto alone = paired_summary(before, after, measures::Direction::neutral, 0.05, own_pasts);
    CHECK(by_pasts.pasts == 20);
    CHECK(alone.pasts == 60);
    CHECK(by_pasts.difference == alone.difference);
    CHECK(by_pasts.wins == alone.wins);
    CHECK(by_pasts.standard_error > 1.2 * alone.standard_error);
    CHECK(by_pasts.high - by_pasts.low > alone.high - alone.low);
    CHECK(by_pasts.lasting_variance > 0);
    CHECK(alone.lasting_variance == 0);
    CHECK(by_pasts.probability_high - by_pasts.probability_low > alone.probability_high - alone.probability_low);
}

TEST_CASE("no number of futures is promised where what stays is too much") {
    PairedSummary summary;
    summary.replications = summary.discordant = 100;
    summary.pasts = 20;
    summary.low = -1;
    summary.difference = 1;
    summary.high = 3;
    summary.standard_error = 0.9;
    // t of 19 degrees of freedom is 2.0930: .9 has to come down to 1 / 2.0930.
    CHECK(more_needed(summary, 0.5, 0.05) == 255);
    const std::uint32_t all_goes = more_needed(summary, 0.5, 0.05);
    summary.lasting_variance = 0.1;
    CHECK(more_needed(summary, 0.5, 0.05) > all_goes);
    summary.lasting_variance = 0.5;
    CHECK(more_needed(summary, 0.5, 0.05) == 0);
}

TEST_CASE("shares are as sure as the pasts behind them") {
    std::vector<double> by_past, alone;
    for (std::size_t i = 0; i < 100; ++i) {
        by_past.push_back(i % 20 < 10 ? 1 : 0);  // a past says yes or no for all its futures
        alone.push_back(i / 20 % 2 == 0 ? 1 : 0);
    }
    // 100 futures say what 20 pasts say: 19 for the mean's own degree of freedom.
    CHECK(effective_futures(by_past, {20}) == 19);
    CHECK(effective_futures(alone, {20}) == 100);
    CHECK(effective_futures(by_past, own_pasts) == 100);
    CHECK(effective_futures(std::vector<double>(100, 1.0), {20}) == 100);
}

TEST_CASE("a policy's chance is as sure as the less sure of its wins and its losses") {
    // Half of the pasts lose in every future, the others tie; nobody ever wins.
    std::vector<double> before(100, 1), after;
    for (std::size_t i = 0; i < 100; ++i) after.push_back(i % 20 < 10 ? 0 : 1);
    const auto summary =
        paired_summary(ratios_of(before), ratios_of(after), measures::Direction::higher_better, 0.05, {20});
    CHECK(summary.losses == 50);
    CHECK(summary.wins == 0);
    CHECK(summary.effective_futures == 19);
}

// False alarm: as above, one-sided; the ranges are conservative by the jumps of the binomial.
TEST_CASE("ranges of quantiles hold where futures share pasts, and would not if they were taken for independent") {
    constexpr std::size_t studies = 2000;
    constexpr std::array probabilities{0.5};
    double held = 0, held_if_independent = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        const std::vector<double> futures = futures_of(200, 40, 1, study);
        const auto covers = [](const QuantileRange& range) { return *range.low <= 0 && 0 <= *range.high; };
        held += covers(quantile_ranges(futures, {40}, probabilities).front());
        held_if_independent += covers(quantile_ranges(futures, own_pasts, probabilities).front());
    }
    CHECK(held / studies > 0.95 - 4.5 * std::sqrt(0.95 * 0.05 / studies));
    CHECK(held_if_independent / studies < 0.85);
}

TEST_CASE("quantiles of futures without shared pasts are the usual ones, and futures without a value are left out") {
    std::vector<double> futures;
    for (int i = 0; i < 60; ++i) futures.push_back(i);
    constexpr std::array probabilities{0.05, 0.5};
    const auto ranges = quantile_ranges(futures, {60}, probabilities);
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const QuantileRange usual = quantile_range(futures, probabilities[i]);
        CHECK(ranges[i].value == usual.value);
        CHECK(ranges[i].low == usual.low);
        CHECK(ranges[i].high == usual.high);
    }
    // Ten of twenty pasts are without a value; the other ten say nearly the same, so that their futures are
    // independent.
    std::vector<double> half, with_value;
    for (int i = 0; i < 200; ++i) {
        half.push_back(i % 20 < 10 ? no_value : i / 20 + 0.01 * (i % 20));
        if (has_value(half.back())) with_value.push_back(half.back());
    }
    const QuantileRange of_half = quantile_ranges(half, {20}, probabilities)[1];
    CHECK(of_half.low == quantile_range(with_value, 0.5).low);
    CHECK(of_half.high == quantile_range(with_value, 0.5).high);
    futures.insert(futures.begin(), no_value);
    CHECK(quantile_ranges(futures, {20}, probabilities)[1].value == ranges[1].value);
    CHECK_FALSE(has_value(quantile_ranges(std::vector<double>{no_value, no_value}, {2}, probabilities)[0].value));
}
