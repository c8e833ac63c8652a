// What moves motivation: pay, results, promotions and losses.
#include <catch2/catch.hpp>

#include "sim/processes/motivation/motivation.hpp"
#include "tests/processes/leaving_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("motivation returns to the disposition, and results, promotions and losses push it") {
    OneClerk tiny;
    MotivationRules rule = defaults(motivation_levers());
    const auto motivation = [&] { return static_cast<double>(tiny.county.traits(tiny.person).motivation); };
    tiny.county.set_pay(tiny.person, {}, Money{1}, Money{1}, 0.07f);
    tiny.county.traits(tiny.person).motivation = 1;
    rule.stagnation_effect = 0;
    rule.pay_centre = 0.07;
    review_motivation(rule, tiny.world, tiny.person, {});
    CHECK(motivation() == Approx(0.7).margin(1e-6));
    tiny.county.record_result(tiny.person, Result::excellent, 0, 0);
    review_motivation(rule, tiny.world, tiny.person, {0, Result::excellent});
    CHECK(motivation() == Approx(0.7 * 0.7 + 0.1).margin(1e-6));
    win_promotion(rule, tiny.world, tiny.person);
    CHECK(motivation() == Approx(0.79).margin(1e-6));
    lose_competition(rule, tiny.world, tiny.person);
    CHECK(motivation() == Approx(0.74).margin(1e-6));
    CHECK(tiny.flow(Flow::lost_competitions) == 1);
    rule.enabled = false;
    review_motivation(rule, tiny.world, tiny.person, {});
    win_promotion(rule, tiny.world, tiny.person);
    CHECK(motivation() == Approx(0.74).margin(1e-6));
}

TEST_CASE("a promotion makes up for competitions lost") {
    OneClerk tiny;
    const MotivationRules motivation = defaults(motivation_levers());
    lose_competition(motivation, tiny.world, tiny.person);
    lose_competition(motivation, tiny.world, tiny.person);
    CHECK(tiny.county.record(tiny.person).lost_competitions == 2);
    win_promotion(motivation, tiny.world, tiny.person);
    CHECK(tiny.county.record(tiny.person).lost_competitions == 0);
}
