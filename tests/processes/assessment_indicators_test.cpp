// How reliable an assessment is: hard indicators and the effort they draw, routine assessments, clients.
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/processes/assessment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("hard indicators are as reliable as coverage and error allow") {
    AssessmentRules rules = clear_sight();
    rules.indicators = {1, 0.9, 0.5, 0, 0, 0};
    // They show sqrt(.5) of the truth, .5 of something else and an error of (1 - .9) / .9.
    CHECK(composite_reliability(rules) == Approx(0.5 / (0.5 + 0.5 + 0.1 / 0.9)));
    rules.indicators.share = 0;
    CHECK(composite_reliability(rules) == Approx(1));
}

TEST_CASE("indicators draw effort, less of the upright, and performance falls by what is wasted") {
    const IndicatorRules rules{0.5, 0.9, 0.5, 0.4, 0.3, 0.5};
    Traits traits;
    CHECK(effort_shift(rules, traits) == Approx(0.2));
    traits.integrity = 1;
    CHECK(effort_shift(rules, traits) == Approx(0.14));
    traits.integrity = 5;
    CHECK(effort_shift(rules, traits) == 0);
    CHECK(performance_change(rules, 0.2) == Approx(0.2 * (std::sqrt(0.5) * 0.5 - std::sqrt(0.5))));
    const IndicatorRules honest{0.5, 0.9, 0.5, 0.4, 0.3, 0};
    CHECK(performance_change(honest, 0.2) == Approx(0).margin(1e-12));
}

TEST_CASE("routine assessments average the superior's errors") {
    AssessmentRules rules = clear_sight();
    rules.reliability = {0.5, 1, 1, 1};  // error variance 1
    CHECK(composite_reliability(rules) == Approx(0.5));
    rules.routine_times = 4;
    rules.routine_weight = 1;
    CHECK(composite_reliability(rules) == Approx(1 / 1.25));
    rules.routine_weight = 0.5;  // .25 + .25 / 4
    CHECK(composite_reliability(rules) == Approx(1 / 1.3125));
}

TEST_CASE("clients rate only whom they deal with, and never more than are served") {
    AssessmentRules rules = clear_sight();
    rules.weights = {0.5, 0, 0, 0.5};
    rules.raters = {1, 0, 0, 100};
    rules.reliability = {1, 1, 1, 0.5};
    rules.people_served = 4;
    CHECK(composite_reliability(rules) == Approx(1 / (1 + 0.25 / 4)));
    CHECK(RatingScheme(rules, false).reliability() == Approx(1));
    const std::vector<PostType> types = posts();
    CHECK(serves_clients(types[clerk]));
    CHECK_FALSE(serves_clients(types[deputy]));
    CHECK_FALSE(serves_clients(types[organ_clerk]));
}
