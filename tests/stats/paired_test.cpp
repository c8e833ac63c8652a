#include "sim/stats/paired.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/random.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/students_t.hpp"

namespace {

using namespace staffsim;
using namespace staffsim::stats;
using measures::Direction;
using measures::Ratio;

std::vector<Ratio> counts(const std::vector<double>& numbers) {
    std::vector<Ratio> ratios;
    for (const double number : numbers) ratios.push_back({number, 1});
    return ratios;
}

std::vector<Ratio> without(std::vector<Ratio> ratios, std::size_t left_out) {
    ratios.erase(ratios.begin() + static_cast<std::ptrdiff_t>(left_out));
    return ratios;
}

double difference_of_ratios(const std::vector<Ratio>& baseline, const std::vector<Ratio>& variant) {
    return value_of(total(variant)) - value_of(total(baseline));
}

// Delete-one jackknife, independent of the linearisation.
double jackknife_error(const std::vector<Ratio>& baseline, const std::vector<Ratio>& variant) {
    const std::size_t n = baseline.size();
    std::vector<double> left(n);
    for (std::size_t i = 0; i < n; ++i) left[i] = difference_of_ratios(without(baseline, i), without(variant, i));
    const double spread = sample_variance(left) * static_cast<double>(n - 1);
    return std::sqrt(spread * static_cast<double>(n - 1) / static_cast<double>(n));
}

struct Futures {
    std::vector<Ratio> baseline, variant;
};

// Waits over exposure, with luck shared by both policies; the variant's true ratio is `effect` higher.
Futures waiting_times(std::uint32_t n, std::uint32_t seed, double effect) {
    Futures futures;
    for (std::uint32_t i = 0; i < n; ++i) {
        const Draws draws({seed, i});
        const auto normal = [&](std::uint16_t sub) { return draws.normal({entity_key("future"), 1, 0, sub}); };
        const double shared = normal(0);
        const double exposure = 40 + 5 * normal(1);
        futures.baseline.push_back({(3 + 0.3 * shared + 0.1 * normal(2)) * exposure, exposure});
        const double other = exposure + 2 * normal(3);
        futures.variant.push_back({(3 + effect + 0.3 * shared + 0.1 * normal(4)) * other, other});
    }
    return futures;
}

}  // namespace

TEST_CASE("the paired interval of counts is the textbook paired t interval") {
    // Differences 1, 2, 3, 4, 5: mean 3, standard deviation sqrt(2.5), standard error sqrt(0.5), t(0.975, 4)
    // = 2.776445.
    const auto summary =
        paired_summary(counts({10, 20, 30, 40, 50}), counts({11, 22, 33, 44, 55}), Direction::neutral, 0.05, own_pasts);
    CHECK(summary.replications == 5);
    CHECK(summary.baseline == Approx(30));
    CHECK(summary.value == Approx(33));
    CHECK(summary.difference == Approx(3));
    CHECK(summary.standard_error == Approx(std::sqrt(0.5)));
    CHECK(summary.low == Approx(3 - 2.7764451 * std::sqrt(0.5)).epsilon(1e-7));
    CHECK(summary.high == Approx(3 + 2.7764451 * std::sqrt(0.5)).epsilon(1e-7));
}

TEST_CASE("the classic sleep data give the published interval") {
    // Student 1908, extra hours of sleep under two drugs; R: t.test(paired = TRUE) gives 0.7001142 to 2.4598858.
    const auto first = counts({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0});
    const auto second = counts({1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
    const auto summary = paired_summary(first, second, Direction::higher_better, 0.05, own_pasts);
    CHECK(summary.difference == Approx(1.58));
    CHECK(summary.low == Approx(0.7001142).epsilon(1e-6));
    CHECK(summary.high == Approx(2.4598858).epsilon(1e-6));
    CHECK(summary.wins == 9);
    CHECK(summary.ties == 1);
    CHECK(summary.losses == 0);
    CHECK(summary.discordant == 9);
    CHECK(summary.probability_better == Approx(0.9));
    CHECK(summary.probability_low < 0.9);
    CHECK(summary.probability_high > 0.9);
    const auto other_way = turned(summary);
    PairedSummary unsettled = summary;
    unsettled.more_needed = 40;
    CHECK(turned(unsettled).more_needed == 0);  // it was worked out for the other direction
    CHECK(other_way.losses == 9);
    CHECK(other_way.probability_better == 0);
}

TEST_CASE("futures without a difference are not futures in which a policy is better") {
    std::vector<double> before(25, 1.0), after(25, 1.0);
    after[3] = after[7] = 2;
    const auto summary = paired_summary(counts(before), counts(after), Direction::higher_better, 0.05, own_pasts);
    CHECK(summary.wins == 2);
    CHECK(summary.ties == 23);
    CHECK(summary.probability_better == Approx(0.08));
    CHECK(summary.probability_low == Approx(0.0222).epsilon(0.01));  // Wilson, 2 of 25
    CHECK(summary.probability_high == Approx(0.2497).epsilon(0.01));
}

TEST_CASE("tabulated t quantiles are met") {
    CHECK(two_sided_t(0.05, 1) == Approx(12.7062047).epsilon(1e-8));
    CHECK(two_sided_t(0.05, 10) == Approx(2.22813885).epsilon(1e-8));
    CHECK(two_sided_t(0.01, 30) == Approx(2.74999565).epsilon(1e-8));
    CHECK(two_sided_t(0.05, 1000000) == Approx(1.95996636).epsilon(1e-7));
    CHECK_THROWS_AS(two_sided_t(0, 5), InvariantError);
    CHECK_THROWS_AS(two_sided_t(0.05, 0), InvariantError);
}

TEST_CASE("a ratio is the ratio of sums and not the mean of ratios") {
    // 10/1 and 10/9: sums 20/10 = 2, mean of ratios 5.6.
    const std::vector<Ratio> futures{{10, 1}, {10, 9}};
    const auto level = level_summary(futures, own_pasts);
    CHECK(level.value == Approx(2));
    // Influence values (10 - 2) / 5 = 1.6 and (10 - 18) / 5 = -1.6: sd 2.2627, error 1.6, t(0.975, 1) = 12.706205.
    CHECK(level.standard_error == Approx(1.6));
    CHECK(level.high == Approx(2 + 1.6 * 12.7062047).epsilon(1e-8));
}

TEST_CASE("the linearised error of a difference of ratios agrees with the jackknife") {
    const Futures futures = waiting_times(200, 7, 0.2);
    const auto summary = paired_summary(futures.baseline, futures.variant, Direction::lower_better, 0.05, own_pasts);
    CHECK(summary.standard_error == Approx(jackknife_error(futures.baseline, futures.variant)).epsilon(0.02));
    CHECK(summary.variance_factor > 2);  // shared luck cancels
    CHECK(summary.losses > summary.wins);
}

// A ratio that is the same whoever is there: numerators and denominators differ, the ratios in their last digits at
// most.
TEST_CASE("a difference that rounding alone makes is none") {
    constexpr double climate = 0.0569;
    std::vector<Ratio> before, after;
    for (int i = 0; i < 40; ++i) {
        const double staff = 700.1 + i, others = 690.3 + 2 * i;
        before.push_back({staff * climate, staff});
        after.push_back({others * climate * 3 / 3, others});
    }
    const auto summary = paired_summary(before, after, Direction::higher_better, 0.05, own_pasts);
    CHECK(summary.difference == 0);
    CHECK(summary.low == 0);
    CHECK(summary.high == 0);
    CHECK(summary.ties == 40);
    CHECK(verdict_of(summary, Direction::higher_better, 0.1) == Verdict::identical);
    after[7].numerator += 0.001;  // one person, a few days
    const auto real = paired_summary(before, after, Direction::higher_better, 0.05, own_pasts);
    CHECK(real.difference > 0);
    CHECK(real.wins == 1);
    CHECK(real.ties == 39);
}

TEST_CASE("identical futures differ by exactly 0") {
    const auto futures = waiting_times(30, 3, 0).baseline;
    const auto summary = paired_summary(futures, futures, Direction::higher_better, 0.001, own_pasts);
    CHECK(summary.difference == 0);
    CHECK(summary.low == 0);
    CHECK(summary.high == 0);
    CHECK(summary.discordant == 0);
    CHECK(summary.ties == 30);
    CHECK(summary.probability_better == 0);
    CHECK(summary.variance_factor == 1);
}

TEST_CASE("futures differ where either of the two sums does") {
    const std::vector<Ratio> before{{2, 4}, {2, 4}, {2, 4}, {2, 4}}, after{{2, 4}, {3, 4}, {2, 5}, {4, 8}};
    const auto summary = paired_summary(before, after, Direction::higher_better, 0.05, own_pasts);
    CHECK(summary.discordant == 3);
    CHECK(summary.ties == 2);  // a half is a half
    CHECK(summary.wins == 1);
    CHECK(summary.losses == 1);
}

TEST_CASE("nothing exposed has no value, but a null policy still differs by 0") {
    const std::vector<Ratio> nothing(25, Ratio{0, 0});
    const auto null_policy = paired_summary(nothing, nothing, Direction::neutral, 0.05, own_pasts);
    CHECK_FALSE(has_value(null_policy.value));
    CHECK(null_policy.difference == 0);
    const std::vector<Ratio> something(25, Ratio{2, 1});
    const auto summary = paired_summary(nothing, something, Direction::neutral, 0.05, own_pasts);
    CHECK_FALSE(has_value(summary.difference));
    CHECK_FALSE(has_value(summary.low));
    CHECK(summary.value == 2);
    CHECK(summary.discordant == 25);
    CHECK(summary.ties == 25);
    CHECK(verdict_of(summary, Direction::neutral, 1) == Verdict::too_close);
}

TEST_CASE("none and one replication have no interval") {
    const auto none = paired_summary({}, {}, Direction::neutral, 0.05, own_pasts);
    CHECK(none.replications == 0);
    CHECK(none.difference == 0);
    CHECK(verdict_of(none, Direction::neutral, 1) == Verdict::too_rare);
    const auto one = paired_summary(counts({1}), counts({3}), Direction::neutral, 0.05, own_pasts);
    CHECK(one.difference == 2);
    CHECK_FALSE(has_value(one.low));
    CHECK_FALSE(has_value(level_summary(counts({1}), own_pasts).low));
    CHECK(level_summary(counts({1}), own_pasts).value == 1);
    CHECK_THROWS_AS(paired_summary(counts({1}), counts({1, 2}), Direction::neutral, 0.05, own_pasts), InvariantError);
}

TEST_CASE("fewer is a win where lower is better") {
    const auto summary = paired_summary(counts({1, 2, 3}), counts({0, 2, 4}), Direction::lower_better, 0.05, own_pasts);
    CHECK(summary.wins == 1);
    CHECK(summary.ties == 1);
    CHECK(summary.losses == 1);
    const auto neutral = paired_summary(counts({1, 2, 3}), counts({0, 3, 4}), Direction::neutral, 0.05, own_pasts);
    CHECK(neutral.wins == 2);
}

TEST_CASE("a constant difference has a range of no width") {
    const auto summary = paired_summary(counts({1, 2, 3}), counts({2, 3, 4}), Direction::neutral, 0.05, own_pasts);
    CHECK(summary.low == Approx(1));
    CHECK(summary.high == Approx(1));
}

TEST_CASE("false alarms of the paired interval come at the promised rate") {
    // Two policies without any difference in truth, 2000 times 20 matched futures: 5 % of the 95 % intervals exclude 0,
    // within 3 standard errors (0.0146).
    const int repetitions = 2000;
    int alarms_of_counts = 0;
    int alarms_of_ratios = 0;
    for (std::uint32_t seed = 1; seed <= repetitions; ++seed) {
        const Futures futures = waiting_times(20, seed, 0);
        const auto ratio = paired_summary(futures.baseline, futures.variant, Direction::neutral, 0.05, own_pasts);
        if (ratio.low > 0 || ratio.high < 0) ++alarms_of_ratios;
        std::vector<Ratio> before, after;
        for (std::uint32_t i = 0; i < 20; ++i) {
            const auto pair = Draws({seed, i}).two_normals({entity_key("count"), 2, 0, 0});
            before.push_back({pair.first, 1});
            after.push_back({0.6 * pair.first + 0.8 * pair.second, 1});
        }
        const auto count = paired_summary(before, after, Direction::neutral, 0.05, own_pasts);
        if (count.low > 0 || count.high < 0) ++alarms_of_counts;
    }
    const double tolerance = 3 * std::sqrt(0.05 * 0.95 / repetitions);
    CHECK(static_cast<double>(alarms_of_counts) / repetitions == Approx(0.05).margin(tolerance));
    CHECK(static_cast<double>(alarms_of_ratios) / repetitions == Approx(0.05).margin(tolerance));
}

TEST_CASE("sums that differ by rounding alone are lived alike") {
    const std::vector<Ratio> before{{1363.463999945242, 3}, {10, 2}, {7, 1}};
    const std::vector<Ratio> after{{1363.4639999452418, 3}, {11, 2}, {7, 1 + 1e-15}};
    const auto summary = paired_summary(before, after, Direction::neutral, 0.05, own_pasts);
    CHECK(summary.discordant == 1);
    CHECK(summary.ties == 2);
}
