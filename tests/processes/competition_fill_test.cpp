// What happens when a seat is filled: winners, losers, and too few candidates.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <string>

#include "tests/processes/competition_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("the winner is appointed and the losers of a competition are told") {
    FourClerks tiny;
    CompetitionRules open = competition_rules();
    ladder(open, Ladder::middle).regime = Regime::competition;
    ladder(open, Ladder::middle).candidates = 100;
    const FillOutcome outcome = fill_seat(open, ability_alone(), tiny.world, tiny.the_seat());
    REQUIRE(outcome.winner.exists());
    CHECK(tiny.county.seat(tiny.the_seat()).holder == outcome.winner);
    CHECK(outcome.losers.size() == 3);
    CHECK(std::find(outcome.losers.begin(), outcome.losers.end(), outcome.winner) == outcome.losers.end());
    CHECK(tiny.flow(Flow::competitions) == 1);
}

TEST_CASE("an appointment has no losers") {
    FourClerks tiny;
    const FillOutcome outcome = fill_seat(competition_rules(), ability_alone(), tiny.world, tiny.the_seat());
    CHECK(outcome.winner.exists());
    CHECK(outcome.losers.empty());
    CHECK(tiny.flow(Flow::competitions) == 0);
}

TEST_CASE("with nobody eligible the seat stays empty, is counted and tried again") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .on_probation = true});
    tiny.open();
    const FillOutcome outcome = fill_seat(competition_rules(), ability_alone(), tiny.world, tiny.seat(0, head));
    CHECK_FALSE(outcome.winner.exists());
    CHECK(tiny.flow(Flow::seats_left_empty) == 1);
    CHECK(tiny.flow(Flow::competitions_too_few) == 1);
    const auto requests = tiny.asked();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].kind == EventKind::fill_seat);
    CHECK(requests[0].day == day(2026, 1, 1) + 180);
}

TEST_CASE("too few candidates: widen, appoint or leave empty, as the rule says") {
    for (const TooFew what : {TooFew::widen, TooFew::appoint, TooFew::leave_empty}) {
        TinyWorld tiny({township("T01", 3, 0, 1), township("T02", 3, 3)});
        auto types = tiny.plan.posts;
        tiny.plan.posts[deputy].area = Area::unit;
        for (const char* id : {"x", "y"}) tiny.settle(1, {.id = id, .post = head});
        tiny.plan.units[0].quota[head] = 0;
        tiny.open();
        CompetitionRules how = competition_rules();
        LadderRules& rule = ladder(how, Ladder::deputy);
        rule.min_candidates = 2;
        rule.if_too_few = what;
        const FillOutcome outcome = fill_seat(how, ability_alone(), tiny.world, tiny.seat(0, deputy));
        CHECK(outcome.winner.exists() == (what == TooFew::widen));  // nobody stands in the unit itself
        CHECK(tiny.flow(Flow::competitions_too_few) == 1);
    }
    FourClerks tiny;
    CompetitionRules five = competition_rules();
    ladder(five, Ladder::middle).min_candidates = 5;
    ladder(five, Ladder::middle).if_too_few = TooFew::appoint;
    ladder(five, Ladder::middle).regime = Regime::competition;
    const FillOutcome outcome = fill_seat(five, ability_alone(), tiny.world, tiny.the_seat());
    CHECK(outcome.winner.exists());  // appointed, without a competition
    CHECK(outcome.losers.empty());
    CHECK(tiny.flow(Flow::competitions) == 0);
}

TEST_CASE("on average as many stand as the rule says") {
    double stood = 0;
    for (std::uint32_t replication = 0; replication < 300; ++replication) {
        TinyWorld tiny({township("T01", 41, 1)}, {1, replication});
        for (int i = 0; i < 40; ++i) tiny.settle(0, {.id = "P" + std::to_string(i)});
        tiny.open();
        CompetitionRules open = competition_rules();
        ladder(open, Ladder::middle).regime = Regime::competition;
        const FillOutcome outcome = fill_seat(open, ability_alone(), tiny.world, tiny.seat(0, head));
        stood += static_cast<double>(outcome.losers.size()) + (tiny.flow(Flow::competitions) > 0 ? 1 : 0);
    }
    CHECK(std::abs(stood / 300 - 4) <
          4 * std::sqrt(3.6 / 300) + 0.1);  // four standard errors; an empty field widens and is redrawn
}
