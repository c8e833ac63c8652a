// Feedbacks of assessment: noise, clients, hard indicators, links. How sure: matched_futures.hpp.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/feedbacks/institutions/matched_futures.hpp"

using namespace staffsim;
using namespace staffsim::feedbacks::institutions;

namespace {

using Pair = std::pair<Future::Assessed, Future::Assessed>;

// Nobody leaves, moves up or gets tired because of what the assessment says: only the assessment itself differs.
const Settings only_assessment{"motivation.enabled=false",           "leaving.behaviour=false",
                               "assessment.targets.number=0",        "assessment.indicators.share=0",
                               "assessment.in_turn_share=0",         "assessment.satisfaction_effect=0",
                               "assessment.clients_by_service=false"};

// Of the excellent: mean score a year later over the score that made them excellent.
double kept_by_the_excellent(const Future& future) {
    double before = 0, after = 0;
    for (const auto& [earlier, later] : future.assessed_twice) {
        if (earlier.result != Result::excellent) continue;
        before += earlier.score;
        after += later.score;
    }
    return after / before;
}

// Where clients alone rate, whoever has none (and came to a client-facing post only after the assessment) has score 0.
bool was_rated_by_clients(const Future::Assessed& one) { return one.serves_clients && one.score != 0; }

// Correlation of scores with true performance among those who serve clients.
double sight(const Future& future) {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const auto& [ignored, now] : future.assessed_twice) {
        if (!was_rated_by_clients(now)) continue;
        n += 1, x += now.score, y += now.truth;
        xx += now.score * now.score, yy += now.truth * now.truth, xy += now.score * now.truth;
    }
    return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
}

// What sight should be when scores are true performance plus noise of that variance: the correlation of the two, with
// the variance of true performance as this future has it.
double expected_sight(const Future& future, double noise) {
    double n = 0, y = 0, yy = 0;
    for (const auto& [ignored, now] : future.assessed_twice) {
        if (was_rated_by_clients(now)) n += 1, y += now.truth, yy += now.truth * now.truth;
    }
    const double variance = (yy - y * y / n) / (n - 1);
    return std::sqrt(variance / (variance + noise));
}

double mean_motivation(const Future& future) { return future.stock(Stock::motivation) / future.stock(Stock::staff); }
double mean_performance(const Future& future) { return future.stock(Stock::performance) / future.stock(Stock::staff); }
double mean_shift(const Future& future) { return future.stock(Stock::effort_shift) / future.stock(Stock::staff); }

Settings raters(const char* clients, const char* shared_bias) {
    return {std::string("assessment.raters={ superior = 0, peers = 0, grassroots = 0, clients = ") + clients + " }",
            "assessment.weights={ superior = 0, peers = 0, grassroots = 0, clients = 1 }",
            "assessment.people_served=100",
            std::string("assessment.shared_bias={ superior = 0, peers = 0, grassroots = 0, clients = ") + shared_bias +
                " }"};
}

Settings superior(const char* reliability, const char* shared_bias) {
    return {"assessment.raters={ superior = 1, peers = 0, grassroots = 0, clients = 0 }",
            "assessment.weights={ superior = 1, peers = 0, grassroots = 0, clients = 0 }",
            std::string("assessment.reliability={ superior = ") + reliability +
                ", peers = 1, grassroots = 1, clients = 1 }",
            std::string("assessment.shared_bias={ superior = ") + shared_bias +
                ", peers = 0, grassroots = 0, clients = 0 }"};
}

const Settings links_off{"assessment.links.step=false",        "assessment.links.grade=false",
                         "assessment.links.rank=false",        "assessment.links.promotion=false",
                         "assessment.links.demotion=false",    "assessment.links.dismissal=false",
                         "assessment.links.commendation=false"};

const Settings links_on{"assessment.links.step=true",        "assessment.links.grade=true",
                        "assessment.links.rank=true",        "assessment.links.promotion=true",
                        "assessment.links.demotion=true",    "assessment.links.dismissal=true",
                        "assessment.links.commendation=true"};

}  // namespace

TEST_CASE("who was excellent by a noisy score falls back a year later, and hardly does when the score is exact") {
    const Settings steady = only_assessment + Settings{"performance.stability=0.95"};
    const Difference noisy = mean_of(values(steady + superior("0.3", "0"), kept_by_the_excellent, 60));
    const Difference exact = mean_of(values(steady + superior("1", "0"), kept_by_the_excellent, 60));
    CAPTURE(noisy.mean, noisy.error, exact.mean, exact.error);
    CHECK(noisy.mean + far * noisy.error < 0.6);
    CHECK(exact.mean - far * exact.error > 0.9);
}

// A correlation of few people is a little too small: about r (1 - r^2) / 2n.
constexpr double small_sample = 0.005;

TEST_CASE("more clients see better, until the bias that they share is what is left") {
    const auto gain = [](const char* few, const char* many, const char* bias) {
        const Difference of = difference(only_assessment + raters(few, bias), raters(many, bias), sight, 40);
        CAPTURE(few, many, bias, of.mean, of.error);
        CHECK(of.is_more());
        return of;
    };
    gain("1", "10", "0.6");
    const Difference late = gain("20", "100", "0.6"), without_bias = gain("20", "100", "0");
    // One client's reliability is .2 with the shared bias counted as truth: errors of variance 4 (1 + bias) each. A
    // hundred clients leave a hundredth of that, and all of the bias.
    const auto unexplained = [](const char* bias, double noise) {
        const auto left = [noise](const Future& future) { return sight(future) - expected_sight(future, noise); };
        return mean_of(values(only_assessment + raters("100", bias), left, 40));
    };
    const Difference capped = unexplained("0.6", 0.6 + 4 * 1.6 / 100), uncapped = unexplained("0", 4.0 / 100);
    CAPTURE(late.mean, without_bias.mean, capped.mean, capped.error, uncapped.mean, uncapped.error);
    CHECK(std::abs(capped.mean) < far * capped.error + small_sample);
    CHECK(std::abs(uncapped.mean) < far * uncapped.error + small_sample);
}

TEST_CASE("judgement by hard indicators alone moves effort from unmeasured work, and performance falls") {
    const Settings all_hard{"assessment.indicators.share=1"};
    const Settings on = only_assessment + Settings{"assessment.indicators.gaming=0.6"};
    const Settings off = only_assessment + Settings{"assessment.indicators.gaming=0"};
    const Difference effort = difference(on, all_hard, mean_shift, 30);
    const Difference performance = difference(on, all_hard, mean_performance, 30);
    const Difference without = difference(off, all_hard, mean_performance, 30);
    CAPTURE(effort.mean, performance.mean, performance.error, without.mean, without.error);
    CHECK(effort.is_more());
    CHECK(performance.is_less());
    CHECK(difference(off, all_hard, mean_shift, 3).is_exactly_none());
    CHECK(without.is_small_beside(performance));
}

TEST_CASE("better assessment without links changes little; links without good assessment demotivate") {
    // Pay and lost competitions act on motivation by other ways.
    const Settings base{"leaving.behaviour=false",        "motivation.pay_effect=0",
                        "motivation.excellent_effect=0",  "motivation.promotion_effect=0",
                        "motivation.stagnation_effect=0", "motivation.incentive_effect=1",
                        "motivation.poor_result_effect=0"};
    const Settings good =
        superior("1", "0") + Settings{"assessment.in_turn_share=0", "assessment.standard_procedure=1"};
    const Settings poor = superior("0.05", "0.6") + Settings{"assessment.in_turn_share=0.8"};
    const Difference good_linked = difference(base + poor, good, mean_motivation, 30);
    const Difference good_unlinked = difference(base + poor + links_off, good, mean_motivation, 30);
    CAPTURE(good_linked.mean, good_unlinked.mean, good_unlinked.error);
    CHECK(good_linked.is_more());
    CHECK(good_unlinked.is_small_beside(good_linked));

    const Difference links_on_poor = difference(base + poor + links_off, links_on, mean_motivation, 30);
    CAPTURE(links_on_poor.mean, links_on_poor.error);
    CHECK(links_on_poor.is_less());
    const Settings nobody_cares{"motivation.incentive_effect=0"};
    const Difference nobody = difference(base + poor + links_off + nobody_cares, links_on, mean_motivation, 30);
    CHECK(nobody.is_small_beside(links_on_poor));
}
