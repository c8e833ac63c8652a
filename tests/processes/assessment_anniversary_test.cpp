// Assessment on the anniversary of entry: everybody alone, by the same rules.
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/processes/assessment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

void assess_alone(Pool& pool, int i, double luck, const AssessmentRules& rule) {
    const PerformanceRules performance = ability_alone();
    const std::array<std::uint32_t, 1> slot{pool.people[static_cast<std::size_t>(i)].value};
    const std::vector<double> by_slot(pool.county.keys().size(), luck);
    assess_on_anniversary(AnniversaryTerms(rule, performance), pool.world, slot, by_slot);
}

}  // namespace

TEST_CASE("on the anniversary everybody is assessed alone, and nobody is excellent") {
    Pool pool(10);
    for (int i = 0; i < 10; ++i) assess_alone(pool, i, 0.5, superior_only(1, 0, 1));
    for (int i = 0; i < 10; ++i) {
        const Record& record = pool.county.record(pool.people[static_cast<std::size_t>(i)]);
        CHECK(record.results[2] == Result::competent);
        CHECK(record.performance == pool.county.traits(pool.people[static_cast<std::size_t>(i)]).ability);
        CHECK(record.scores[2] == record.performance);
    }
    CHECK(pool.flow(Flow::assessed) == 10);
    CHECK(pool.flow(Flow::excellent) == 0);
}

TEST_CASE(
    "on the anniversary, too, probationers and those under a demerit get no grade, and poor results have their "
    "consequences") {
    AssessmentRules harsh = superior_only(1, 0, 1);
    harsh.incompetent_share = 0.05;
    Pool pool(4);
    const PersonId fresh = pool.settle(0, {.id = "fresh", .on_probation = true});
    pool.people.push_back(fresh);
    pool.county.sanction(pool.people[1], Sanction::demerit, day(2026, 6, 1));
    pool.county.set_barred(pool.people[1], true);
    pool.county.traits(pool.people[3]).ability = -3;
    for (int year = 0; year < 2; ++year) {
        for (int i = 0; i < 5; ++i) assess_alone(pool, i, 0, harsh);
    }
    CHECK(pool.result(1) == Result::none);
    CHECK_FALSE(pool.county.hot(pool.people[1]).barred_from_promotion);
    CHECK(pool.county.record(fresh).results[2] == Result::none);
    CHECK(pool.result(3) == Result::incompetent);
    CHECK(pool.county.hot(pool.people[3]).barred_from_promotion);
    const auto requests = pool.asked();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].kind == EventKind::dismissal);
    CHECK(requests[0].entity == pool.people[3].value);
}
