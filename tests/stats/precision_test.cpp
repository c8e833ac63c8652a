#include "sim/stats/precision.hpp"

#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/paired.hpp"

namespace {

using namespace staffsim;
using namespace staffsim::stats;
using measures::Direction;

PairedSummary interval(double low, double high) {
    PairedSummary summary;
    summary.replications = 100;
    summary.discordant = 100;
    summary.difference = (low + high) / 2;
    summary.low = low;
    summary.high = high;
    return summary;
}

bool enough(const PairedSummary& summary, double matters = 1) {
    return is_precise_enough(summary, Direction::higher_better, matters, {});
}

}  // namespace

TEST_CASE("decisions are taken at preset numbers of replications that grow apart") {
    CHECK(decision_points({40, 1.5, 400, 0.5}) == std::vector<std::uint32_t>{40, 60, 90, 140, 210, 320, 400});
    CHECK(decision_points({40, 1.5, 40, 0.5}) == std::vector<std::uint32_t>{40});
    CHECK(decision_points({40, 1.5, 10, 0.5}) == std::vector<std::uint32_t>{10});
    CHECK(decision_points({2, 1.01, 35, 0.5}) == std::vector<std::uint32_t>{2, 12, 22, 32, 35});
    CHECK_THROWS_AS(decision_points({40, 1, 400, 0.5}), InvariantError);
}

TEST_CASE("extending the most leaves the earlier decisions where they were") {
    const auto shorter = decision_points({40, 1.5, 210, 0.5}), longer = decision_points({40, 1.5, 1000, 0.5});
    CHECK(std::vector(longer.begin(), longer.begin() + static_cast<std::ptrdiff_t>(shorter.size())) == shorter);
}

TEST_CASE("a settled verdict needs no more replications, a wide interval around 0 does") {
    CHECK(enough(interval(2, 4)));             // better
    CHECK(enough(interval(0.1, 0.3)));         // real but small
    CHECK(enough(interval(-0.9, 0.9)));        // practically the same
    CHECK_FALSE(enough(interval(-0.5, 1.6)));  // too close to call
    CHECK(enough(interval(-0.2, 1.2 - 0.41), 0.7) == false);
}

TEST_CASE("too close to call is enough once the interval is half as wide as what matters") {
    PairedSummary summary = interval(0.55, 1.45);
    summary.low = -0.05;
    summary.high = 1.05;  // half width .55
    CHECK_FALSE(enough(summary));
    CHECK(is_precise_enough(summary, Direction::higher_better, 1, {.half_width = 0.6}));
}

TEST_CASE("a rare outcome is enough once hardly any future can differ") {
    PairedSummary summary;
    summary.replications = 40;
    summary.discordant = 2;
    summary.differing_high = 0.17;
    CHECK_FALSE(enough(summary));
    summary.differing_high = 0.09;
    CHECK(enough(summary));
}

TEST_CASE("expected regret is what the choice falls behind on average") {
    // Gains of the variant 3, -1, 0, 2: ahead by 5 / 4, behind by 1 / 4.
    const std::vector<measures::Ratio> baseline{{1, 1}, {4, 1}, {5, 1}, {2, 2}},
        variant{{4, 1}, {3, 1}, {5, 1}, {6, 2}};
    const PairedSummary up = paired_summary(baseline, variant, Direction::higher_better, 0.05, own_pasts);
    CHECK(up.regret_of_variant == Approx(0.25));
    CHECK(up.regret_of_baseline == Approx(1.25));
    CHECK(up.regret_of_baseline - up.regret_of_variant == Approx(1.0));
    const PairedSummary down = paired_summary(baseline, variant, Direction::lower_better, 0.05, own_pasts);
    CHECK(down.regret_of_variant == Approx(1.25));
    CHECK(down.regret_of_baseline == Approx(0.25));
    const PairedSummary neutral = paired_summary(baseline, variant, Direction::neutral, 0.05, own_pasts);
    CHECK(neutral.regret_of_variant != neutral.regret_of_variant);  // no value
}

TEST_CASE("the share of futures that differ has its exact range") {
    // 3 of 4 differ; Clopper-Pearson at 95 %: [.1941, .9937].
    const std::vector<measures::Ratio> baseline{{1, 1}, {4, 1}, {5, 1}, {2, 2}},
        variant{{4, 1}, {3, 1}, {5, 1}, {6, 2}};
    const PairedSummary summary = paired_summary(baseline, variant, Direction::higher_better, 0.05, own_pasts);
    CHECK(summary.discordant == 3);
    CHECK(summary.differing_low == Approx(0.1941).epsilon(1e-3));
    CHECK(summary.differing_high == Approx(0.9937).epsilon(1e-3));
}
