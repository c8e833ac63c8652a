// How well an assessment sees what people do: raters, their errors and biases, one by one and as one noise.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/processes/assessment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Mean and standard deviation of the composite of somebody whose truth is given, by drawing every bias, every rater's
// error, every routine judgement and what indicators show beside the job, one by one.
struct Moments {
    double mean = 0, sd = 0;
};
Moments by_single_raters(const AssessmentRules& rule, double truth, int people) {
    const Draws draws({17, 3});
    double sum = 0, squares = 0;
    for (int i = 0; i < people; ++i) {
        std::uint16_t sub = 0;
        const auto z = [&] { return draws.normal({{static_cast<std::uint64_t>(i)}, 77, 0, sub++}); };
        double total = 0, score = 0;
        for (std::size_t s = 0; s < rater_source_count; ++s) {
            const auto raters =
                static_cast<int>(s == 3 ? std::min(rule.raters[s], rule.people_served) : rule.raters[s]);
            if (raters == 0) continue;
            const double error = std::sqrt(rater_error_variance(rule.reliability[s], rule.shared_bias[s]));
            const double bias = std::sqrt(rule.shared_bias[s]) * z();
            double seen = 0;
            for (int r = 0; r < raters; ++r) {
                double own = error * z();
                if (s == 0 && rule.routine_weight > 0) {
                    double routine = 0;
                    for (int k = 0; k < rule.routine_times; ++k) routine += error * z() / rule.routine_times;
                    own = (1 - rule.routine_weight) * own + rule.routine_weight * routine;
                }
                seen += (truth + bias + own) / raters;
            }
            if (s == 0) {
                const IndicatorRules& hard = rule.indicators;
                const double shown = std::sqrt(hard.coverage) * truth + std::sqrt(1 - hard.coverage) * z() +
                                     std::sqrt((1 - hard.reliability) / hard.reliability) * z();
                seen = (1 - hard.share) * seen + hard.share * shown;
            }
            total += rule.weights[s];
            score += rule.weights[s] * seen;
        }
        score /= total;
        sum += score;
        squares += score * score;
    }
    const double mean = sum / people;
    return {mean, std::sqrt(squares / people - mean * mean)};
}

}  // namespace

TEST_CASE("the error of a rater is set so that two raters agree as published") {
    CHECK(rater_error_variance(0.52, 0.3) == Approx(1.2));  // theory E6
    for (const double bias : {0.0, 0.2, 0.6}) {
        for (const double reliability : {0.05, 0.52, 0.95}) {
            const double error = rater_error_variance(reliability, bias);
            CHECK((1 + bias) / (1 + bias + error) == Approx(reliability));
        }
    }
}

TEST_CASE("more raters of one source raise reliability as Spearman and Brown say") {
    CHECK(composite_reliability(superior_only(0.52, 0, 1)) == Approx(0.52));
    CHECK(composite_reliability(superior_only(0.52, 0, 2)) == Approx(0.68421053).epsilon(1e-8));
    CHECK(composite_reliability(superior_only(0.52, 0, 5)) == Approx(0.84415584).epsilon(1e-8));
    for (const double k : {1.0, 3.0, 20.0, 100.0}) {
        CHECK(composite_reliability(superior_only(0.4, 0, k)) == Approx(k * 0.4 / (1 + (k - 1) * 0.4)));
    }
}

TEST_CASE("more clients do not remove the bias that clients share") {
    AssessmentRules clients = superior_only(0.2, 0.25, 1);
    double before = 0;
    for (const double k : {1.0, 10.0, 100.0, 1e9}) {
        clients.raters[0] = k;
        CHECK(composite_reliability(clients) > before);
        before = composite_reliability(clients);
    }
    CHECK(before == Approx(1 / 1.25));
}

TEST_CASE("a composite is as reliable as its weights, biases and raters make it") {
    const AssessmentRules given = assessment_rules();
    // superior .7: B .3, E 1.2, one rater; peers .3: B .2, E 1.8, eight raters; no clients
    const double noise = 0.49 * (0.3 + 1.2) + 0.09 * (0.2 + 1.8 / 8);
    CHECK(composite_reliability(given) == Approx(1 / (1 + noise)));
    AssessmentRules with_silent_clients = given;
    with_silent_clients.weights = {0.7, 0.3, 0.0, 0.5};
    CHECK(composite_reliability(with_silent_clients) == Approx(composite_reliability(given)));
}

// The composite orders as reliably as it says: correlation of score and truth is the root of the reliability. Four
// standard errors of Fisher's z: false alarm below 1e-4 were the seed redrawn.
TEST_CASE("scores correlate with true performance as the composite's reliability says") {
    const int n = 4000;
    TinyWorld tiny({township("T01", n)}, {3, 3}, day(2026, 1, 15));
    for (int i = 0; i < n; ++i) {
        const float ability = static_cast<float>(tiny.draws.normal({{static_cast<std::uint64_t>(i)}, 99, 0, 0}));
        tiny.settle(0, {.id = "P" + std::to_string(i), .ability = ability});
    }
    const AssessmentRules assessment = assessment_rules();
    const PerformanceRules performance = ability_alone();
    hold_assessment(everywhere(assessment, tiny.county), everywhere(performance, tiny.county), tiny.world);
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const PersonId person : tiny.county.units()[0].members) {
        const Record& record = tiny.county.record(person);
        const double truth = static_cast<double>(record.performance), score = static_cast<double>(record.scores[2]);
        x += truth;
        y += score;
        xx += truth * truth;
        yy += score * score;
        xy += truth * score;
    }
    const double correlation = (xy - x * y / n) / std::sqrt((xx - x * x / n) * (yy - y * y / n));
    CHECK(std::abs(std::atanh(correlation) - std::atanh(std::sqrt(composite_reliability(assessment)))) <
          4 / std::sqrt(n - 3.0));
}

TEST_CASE("a perfect rater alone sees the truth, and nobody else does") {
    Pool pool(5);
    for (const double truth : {1.0, -1.0, 0.25, 3.0, -2.5}) {
        CHECK(RatingScheme(superior_only(1, 0, 1)).score(truth, 0, 0.7) == truth);
        CHECK(RatingScheme(superior_only(0.5, 0, 1)).score(truth, 0, 0.7) == Approx(truth + 0.7));
    }
    CHECK(RatingScheme(superior_only(1, 0, 1)).score(pool.world, pool.people[3], 3) == 3);
    CHECK(RatingScheme(superior_only(0.5, 0, 1)).score(pool.world, pool.people[3], 3) != 3);
}

TEST_CASE("on the county's day and alone people are rated with the noise of the year that is theirs") {
    AssessmentRules three = assessment_rules();
    three.raters = {1, 8, 0, 50};
    three.weights = {0.5, 0.3, 0.0, 0.2};
    for (const AssessmentRules& rule :
         {assessment_rules(), three, superior_only(0.52, 0.3, 2), superior_only(1, 0, 1)}) {
        Pool pool(9);
        const RatingScheme scheme(rule);
        pool.assess(rule);  // for 2025
        for (const PersonId person : pool.people) {
            const auto noise = [&](std::int32_t year) {
                return pool.draws.normal({pool.county.cold(person).key, +Purpose::rating_error, year});
            };
            const auto truth = static_cast<double>(pool.county.traits(person).ability);
            CHECK(pool.county.record(person).scores[2] == static_cast<float>(scheme.score(truth, 0, noise(2025))));
            CHECK(scheme.score(pool.world, person, truth) == scheme.score(truth, 0, noise(2026)));
        }
    }
}

// A sum of independent normals is one normal with the sum of their variances. Mean and standard deviation of 20,000
// people rated by every single rater, within four standard errors: with three sets of rules and two moments a false
// alarm would come once in 2,600 seeds.
TEST_CASE("one noise has the law of all the biases and errors it stands for") {
    AssessmentRules four = assessment_rules();
    four.raters = {1, 8, 3, 12};
    four.weights = {0.4, 0.3, 0.1, 0.2};
    AssessmentRules hard = assessment_rules();
    hard.indicators.share = 0.4;
    AssessmentRules routine = hard;
    routine.routine_weight = 0.5;
    constexpr int people = 20000;
    for (const AssessmentRules& rule : {four, hard, routine}) {
        const RatingScheme scheme(rule);
        const double mean = scheme.score(0.8, 0, 0), sd = scheme.score(0.8, 0, 1) - mean;
        const Moments drawn = by_single_raters(rule, 0.8, people);
        CHECK(std::abs(drawn.mean - mean) < 4 * sd / std::sqrt(people));
        CHECK(std::abs(drawn.sd - sd) < 4 * sd / std::sqrt(2.0 * people));
    }
}
