// The closed forms themselves, against the numbers of the theory reference.
#include "analysis/theory/formulas.hpp"

#include <catch2/catch.hpp>

using namespace staffsim::theory;

namespace {
const PullModel example{{60, 30, 10}, {.05, .04, .08}};
// The reference gives ten decimals.
Approx exactly(double value) { return Approx(value).epsilon(0).margin(1e-10); }
}  // namespace

TEST_CASE("flows of the pull model sum the losses at and above a grade") {
    const auto flow = flow_into_grades(example);
    CHECK(flow[0] == exactly(5.0));
    CHECK(flow[1] == exactly(2.0));
    CHECK(flow[2] == exactly(0.8));
    CHECK(mean_completed_service(example) == exactly(20.0));
    CHECK(moves_a_year(example) == exactly(7.8));
}

TEST_CASE("waits of the pull model differ by the rule of choice") {
    CHECK(promotion_probability(example, 0) == exactly(.4));
    CHECK(promotion_probability(example, 1) == exactly(.4));
    CHECK(random_wait(example, 0) == exactly(12.0));
    CHECK(random_wait(example, 1) == exactly(15.0));
    CHECK(seniority_wait(example, 0) == exactly(18.3258146375));
    CHECK(seniority_wait(example, 1) == exactly(22.9072682969));
}

TEST_CASE("vacant shares follow from lead time and intake") {
    CHECK(vacant_share_lead_time(.08, .75) == exactly(.0566037736));
    CHECK(vacant_share_intake(.08, 1, 0, 1) == exactly(.0389543298));
    CHECK(vacant_share_intake(.08, 1, .5, 1) == exactly(.0738454366));
}

TEST_CASE("competing causes share the exits in proportion to their hazards") {
    const std::vector<double> hazards{.004, .045, .018, .001, .002};
    CHECK(survival(hazards, 10) == exactly(.4965853038));
    CHECK(cumulative_incidence(hazards, 0, 10) == exactly(.0287665541));
    CHECK(cumulative_incidence(hazards, 1, 10) == exactly(.3236237333));
    CHECK(cumulative_incidence(hazards, 2, 10) == exactly(.1294494933));
    CHECK(cumulative_incidence(hazards, 3, 10) == exactly(.0071916385));
    CHECK(cumulative_incidence(hazards, 4, 10) == exactly(.0143832770));
}

TEST_CASE("binomial probabilities sum to one") {
    double sum = 0;
    for (int k = 0; k <= 35; ++k) sum += binomial_probability(35, k, .0566);
    CHECK(sum == Approx(1.0).epsilon(1e-12));
    CHECK(binomial_probability(2, 1, .5) == Approx(.5));
}
