// What hangs on results: promotion, rank, awards, demotion and dismissal, and motivation by how fair results are.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include "sim/processes/motivation/motivation.hpp"
#include "tests/processes/assessment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Everybody incompetent: thresholds above all scores.
AssessmentRules all_fail() {
    AssessmentRules rules = clear_sight();
    rules.incompetent_share = 1 - 1e-9;
    return rules;
}

}  // namespace

TEST_CASE("an excellent year brings a commendation, the third in succession a merit") {
    Clerks tiny(5);
    AssessmentRules rules = clear_sight();  // one of five is excellent
    for (const double yuan : {1500.0, 3000.0, 7500.0, 9000.0}) {
        tiny.assess(rules);
        CHECK(tiny.awards() == yuan);
    }
    CHECK(tiny.flow(Flow::merits) == 1);
    rules.links_commendation = false;
    tiny.assess(rules);
    CHECK(tiny.awards() == 9000.0);
}

TEST_CASE("an incompetent year costs a rank, the second in succession the service") {
    Clerks tiny(1);
    AssessmentRules rules = all_fail();
    rules.excellent_share = 0;
    REQUIRE(tiny.county.pay(tiny.people[0]).rank == 2);
    rules.links_demotion = false;
    Clerks spared(1);
    spared.assess(rules);
    CHECK(spared.county.pay(spared.people[0]).rank == 2);
    rules.links_demotion = true;
    tiny.assess(rules);
    CHECK(tiny.county.pay(tiny.people[0]).rank == 1);
    tiny.asked();
    tiny.assess(rules);
    const std::vector<Request> asked = tiny.asked();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].kind == EventKind::dismissal);
}

TEST_CASE("fairness is the correlation of results with performance, and moves motivation by what hangs on it") {
    Clerks tiny(10, 0.3);
    AssessmentRules rules = clear_sight();
    tiny.assess(rules);
    // Two of ten excellent: x = 1, 1, 0 …; y = 0, -.3, …, -2.7. Covariance sums: n Sxy - Sx Sy = 10 x -.3 - 2 x -13.5 =
    // 24; 10 x 2 - 4 = 16; 10 x .09 x 285 - 13.5^2 = 74.25.
    CHECK(tiny.county.unit(UnitId{std::size_t{0}}).fairness.value() ==
          Approx(24 / std::sqrt(16 * 74.25)).epsilon(1e-6));
    CHECK(stakes(rules, true) == 1);
    CHECK(stakes(rules, false) == 7.0 / 8);  // without the year-end bonus
    MotivationRules motivation = defaults(motivation_levers());
    motivation.reversion = 1;
    motivation.pay_effect = motivation.excellent_effect = motivation.stagnation_effect = 0;
    motivation.incentive_effect = 0.5;
    motivation.fairness_centre = 0.2;
    const PersonId person = tiny.people[5];
    review_motivation(motivation, tiny.world, person, {.stakes = 1});
    const double gain = 0.5 * (tiny.county.unit(UnitId{std::size_t{0}}).fairness.value() - 0.2);
    CHECK(static_cast<double>(tiny.county.traits(person).motivation) == Approx(gain).epsilon(1e-6));
    review_motivation(motivation, tiny.world, person, {});  // nothing hangs on results
    CHECK(tiny.county.traits(person).motivation == 0);
}

TEST_CASE("results move promotion, rank and service as far as they are linked") {
    AssessmentRules harsh = clear_sight();
    harsh.incompetent_share = 0.05;
    harsh.basically_competent_share = 0.05;
    Pool pool(5);
    County& county = pool.county;
    county.traits(pool.people[3]).ability = -1.5f;  // between the 5 % and the 10 % point
    county.traits(pool.people[4]).ability = -3.0f;  // below the 5 % point
    pool.assess(harsh);
    CHECK(pool.result(3) == Result::basically_competent);
    CHECK(pool.result(4) == Result::incompetent);
    CHECK(county.hot(pool.people[3]).barred_from_promotion);
    CHECK(county.hot(pool.people[4]).barred_from_promotion);
    CHECK_FALSE(county.hot(pool.people[2]).barred_from_promotion);
    CHECK(county.pay(pool.people[0]).rank_credit == 1);
    CHECK(county.pay(pool.people[1]).rank_credit == 0);
    CHECK(pool.asked().empty());
    pool.assess(harsh);  // the second year
    const auto requests = pool.asked();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].kind == EventKind::dismissal);
    CHECK(requests[0].entity == pool.people[4].value);
}

TEST_CASE("without links results stay on paper") {
    AssessmentRules loose = clear_sight();
    loose.incompetent_share = 0.05;
    loose.links_dismissal = loose.links_promotion = loose.links_rank = false;
    Pool pool(5);
    pool.county.traits(pool.people[4]).ability = -3.0f;
    pool.assess(loose);
    pool.assess(loose);
    CHECK(pool.result(4) == Result::incompetent);
    CHECK(pool.asked().empty());
    CHECK_FALSE(pool.county.hot(pool.people[4]).barred_from_promotion);
    CHECK(pool.county.pay(pool.people[0]).rank_credit == 0);
}

// Was a defect: who is barred and then gets no grade stays barred beyond the next assessment.
TEST_CASE("a bar on promotion ends at the next assessment, also for those who then get no grade") {
    Pool pool(5);
    pool.county.set_barred(pool.people[4], true);
    pool.county.sanction(pool.people[4], Sanction::demerit, day(2026, 2, 1));
    pool.assess(clear_sight());
    CHECK_FALSE(pool.county.hot(pool.people[4]).barred_from_promotion);
}
