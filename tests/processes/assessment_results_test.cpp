// Who gets which result: the share of excellent, pools, turns, those without a grade, and the limits of poor results.
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/processes/assessment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("the share of excellent is rounded down") {
    CHECK(excellent_quota(0.2, 0) == 0);
    CHECK(excellent_quota(0.2, 4) == 0);
    CHECK(excellent_quota(0.2, 5) == 1);
    CHECK(excellent_quota(0.2, 29) == 5);
    CHECK(excellent_quota(0.2, 30) == 6);
    CHECK(excellent_quota(0.25, 31) == 7);
    CHECK(excellent_quota(0, 30) == 0);
    for (std::size_t n = 0; n < 2000; ++n) {
        CHECK(excellent_quota(0.2, n) == static_cast<int>(n / 5));
        CHECK(excellent_quota(0.3, n) == static_cast<int>(3 * n / 10));
    }
}

TEST_CASE("raters who see the truth give excellent to the best of the pool") {
    Pool pool(14);
    pool.assess(clear_sight());
    for (int i = 0; i < 14; ++i) CHECK(pool.result(i) == (i < 2 ? Result::excellent : Result::competent));
    CHECK(pool.flow(Flow::excellent) == 2);
    CHECK(pool.flow(Flow::excellent_truly_best) == 2);
    CHECK(pool.flow(Flow::assessed) == 14);
}

TEST_CASE("a pool of four has no excellent place") {
    Pool pool(4);
    pool.assess(clear_sight());
    for (int i = 0; i < 4; ++i) CHECK(pool.result(i) == Result::competent);
}

TEST_CASE("with all excellent results in turns, those longest without one come first") {
    Pool pool(10);
    AssessmentRules turns = clear_sight();
    turns.in_turn_share = 1;  // beyond the lever's range, to see the rule alone
    for (int i = 0; i < 10; ++i)
        pool.county.record(pool.people[static_cast<std::size_t>(i)]).years_since_excellent = i == 3 || i == 8 ? 9 : 1;
    pool.assess(turns);
    for (int i = 0; i < 10; ++i) CHECK((pool.result(i) == Result::excellent) == (i == 3 || i == 8));
}

TEST_CASE("probationers and those under a demerit get no grade, and the warned are not excellent") {
    Pool pool(10);
    County& county = pool.county;
    const PersonId fresh = pool.settle(0, {.id = "fresh", .on_probation = true, .ability = 9});
    county.sanction(pool.people[0], Sanction::demerit, day(2026, 1, 16));
    county.sanction(pool.people[1], Sanction::warning, day(2026, 1, 16));
    county.sanction(pool.people[2], Sanction::demerit, day(2026, 1, 15));  // over today
    pool.assess(clear_sight());
    CHECK(county.record(fresh).results[2] == Result::none);
    CHECK(pool.result(0) == Result::none);
    CHECK(pool.result(1) == Result::competent);
    CHECK(pool.result(2) != Result::none);
}

TEST_CASE("leadership teams are pooled by county, the others by unit") {
    TinyWorld tiny({township("T01", 3, 0, 2), township("T02", 3, 0, 3)}, {1, 1}, day(2026, 1, 15));
    std::vector<PersonId> leaders;
    for (int i = 0; i < 5; ++i) {
        leaders.push_back(tiny.settle(
            i < 2 ? 0 : 1, {.id = "L" + std::to_string(i), .post = deputy, .ability = static_cast<float>(i)}));
    }
    tiny.settle(0, {.id = "C", .ability = 9});
    tiny.open();
    const AssessmentRules clear = clear_sight();
    const PerformanceRules performance = ability_alone();
    hold_assessment(everywhere(clear, tiny.county), everywhere(performance, tiny.county), tiny.world);
    for (int i = 0; i < 5; ++i) {  // five leaders have one excellent place; the clerk's pool of one has none
        CHECK(tiny.county.record(leaders[static_cast<std::size_t>(i)]).results[2] ==
              (i == 4 ? Result::excellent : Result::competent));
    }
    CHECK(tiny.flow(Flow::excellent) == 1);
}

TEST_CASE("an assessment that is switched off assesses nobody") {
    Pool pool(5);
    AssessmentRules off = clear_sight();
    off.enabled = false;
    pool.assess(off);
    CHECK(pool.flow(Flow::assessed) == 0);
}

TEST_CASE("a county without people is assessed without trouble") {
    TinyWorld tiny({township("T01", 3)});
    const AssessmentRules assessment = assessment_rules();
    const PerformanceRules performance = ability_alone();
    CHECK_NOTHROW(
        hold_assessment(everywhere(assessment, tiny.county), everywhere(performance, tiny.county), tiny.world));
}

// Was a defect: a warned person takes an excellent place, gets "competent", and is still counted as an excellent
// result that went to the truly best, so that the share of such results exceeds 1.
TEST_CASE("only results that are excellent count as excellent results of the truly best") {
    Pool pool(5);
    pool.county.sanction(pool.people[0], Sanction::warning, day(2026, 7, 1));
    pool.assess(clear_sight());
    CHECK(pool.flow(Flow::excellent_truly_best) <= pool.flow(Flow::excellent));
}

// Was a defect: the kind of the latest sanction hides an earlier, heavier one whose period still runs (theory H4,
// domain §12).
TEST_CASE("a warning inside the period of a demerit does not bring the grade back") {
    Pool pool(5);
    pool.county.sanction(pool.people[3], Sanction::demerit, day(2026, 12, 1));
    pool.county.sanction(pool.people[3], Sanction::warning, day(2026, 6, 1));
    pool.assess(clear_sight());
    CHECK(pool.result(3) == Result::none);
}

// Was a defect: a year without a grade enters the record as a score of 0, which is better than a poor one.
TEST_CASE("a year without a grade leaves the mean score as it was") {
    Pool pool(5);
    const PersonId person = pool.people[4];
    pool.county.record_result(person, Result::competent, -1.0f, -1.0f);
    pool.county.sanction(person, Sanction::demerit, day(2026, 12, 1));
    pool.assess(clear_sight());
    CHECK(pool.county.record(person).mean_score() == -1.0f);
}

TEST_CASE("true performance mixes what lasts with the luck of the year, the same for cohort and person") {
    Pool pool(6);
    PerformanceRules half = ability_alone();
    half.stability = 0.64;
    const AssessmentRules rule = assessment_rules();
    hold_assessment(everywhere(rule, pool.county), everywhere(half, pool.county), pool.world);
    std::vector<double> luck(pool.county.keys().size());
    draw_performance_luck(pool.world, 2025, luck);
    for (const PersonId person : pool.people) {
        const auto ability = static_cast<double>(pool.county.traits(person).ability);
        const double of_year = luck[person.value];
        CHECK(of_year == pool.draws.normal({pool.county.cold(person).key, +Purpose::performance_luck, 2025, 0}));
        const double truth = PerformanceMix(half).undisturbed(pool.county, person, of_year);
        CHECK(truth == Approx(0.8 * ability + 0.6 * of_year).epsilon(1e-12));
        CHECK(pool.county.record(person).performance == static_cast<float>(truth));
        // stability 1: no luck
        CHECK(PerformanceMix(ability_alone()).undisturbed(pool.county, person, of_year) == ability);
    }
}

TEST_CASE("the far lower end of scores has the worst results, at the shares of the rules") {
    AssessmentRules harsh = superior_only(1, 0, 1);
    harsh.incompetent_share = 0.05;
    harsh.basically_competent_share = 0.10;
    const RatingScheme scheme(harsh);
    CHECK(scheme.result(-1.645) == Result::incompetent);
    CHECK(scheme.result(-1.644) == Result::basically_competent);
    CHECK(scheme.result(-1.037) == Result::basically_competent);
    CHECK(scheme.result(-1.036) == Result::competent);
    CHECK(scheme.result(9) == Result::competent);
    harsh.incompetent_share = harsh.basically_competent_share = 0;
    CHECK(RatingScheme(harsh).result(-1e200) == Result::competent);
    // Scores that vary more, because raters err, have limits further out.
    AssessmentRules blurred = superior_only(0.25, 0, 1);  // variance 4
    blurred.incompetent_share = 0.05;
    blurred.basically_competent_share = 0;
    CHECK(RatingScheme(blurred).result(-3.28) == Result::competent);
    CHECK(RatingScheme(blurred).result(-3.30) == Result::incompetent);
}
