// How often is each policy the best of matched futures?
#include "sim/stats/best.hpp"

#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"

using namespace staffsim;
using measures::Direction;
using measures::Ratio;

namespace {

using Counts = std::vector<std::uint32_t>;

std::vector<Ratio> values(std::initializer_list<double> list) {
    std::vector<Ratio> ratios;
    for (const double value : list) ratios.push_back({value, 1});
    return ratios;
}

}  // namespace

TEST_CASE("the policy with the best value of a future gets that future") {
    const std::vector<std::vector<Ratio>> policies{values({1, 5, 3}), values({2, 4, 9}), values({0, 0, 0})};
    CHECK(stats::best_counts(policies, Direction::higher_better).alone == Counts{1, 2, 0});
    CHECK(stats::best_counts(policies, Direction::lower_better).alone == Counts{0, 0, 3});
}

TEST_CASE("policies that share the best value are none of them alone the best") {
    const std::vector<std::vector<Ratio>> policies{values({4, 1, 2}), values({4, 1, 3}), values({3, 1, 2})};
    const stats::BestCounts counts = stats::best_counts(policies, Direction::higher_better);
    CHECK(counts.alone == Counts{0, 1, 0});
    CHECK(counts.shared == Counts{2, 2, 1});
    CHECK(counts.futures == 3);
}

TEST_CASE("futures in which a policy has no value count for nobody") {
    std::vector<std::vector<Ratio>> policies{values({1, 2}), values({3, 4})};
    policies[0][1].denominator = 0;
    const stats::BestCounts counts = stats::best_counts(policies, Direction::higher_better);
    CHECK(counts.futures == 1);
    CHECK(counts.alone == Counts{0, 1});
}

TEST_CASE("neutral outcomes and unequal numbers of futures are refused") {
    const std::vector<std::vector<Ratio>> unequal{values({1}), values({1, 2})};
    CHECK_THROWS_AS(stats::best_counts(unequal, Direction::higher_better), InvariantError);
    CHECK_THROWS_AS(stats::best_counts(unequal, Direction::neutral), InvariantError);
}
