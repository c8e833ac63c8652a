// What happens when a seat is filled: winners, losers, and too few candidates.
#include <algorithm>
#include <array>
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

TEST_CASE("an empty seat goes first to who is at its level without one, of the own unit and then of the area") {
    TinyWorld tiny({township("T01", 4, 1, 1), township("T02", 4, 2, 1)});
    const PersonId own = tiny.settle(0, {.id = "own", .post = deputy});
    const PersonId other = tiny.settle(1, {.id = "other", .post = deputy});
    const PersonId clerk_there = tiny.settle(0, {.id = "clerk", .entry = day(2001, 1, 1), .ability = 5});
    tiny.settle(1, {.id = "clerk of T02"});
    tiny.open();
    tiny.county.demote(other);
    tiny.county.demote(own);
    CompetitionRules rules = competition_rules();
    ladder(rules, Ladder::middle).area = CandidateArea::same_kind;
    const auto fill = [&](std::size_t unit, int ordinal) {
        const FillOutcome outcome = fill_seat(rules, ability_alone(), tiny.world, tiny.seat(unit, head, ordinal));
        CHECK_FALSE(outcome.winner.exists());  // nobody has risen
        return tiny.county.seat(tiny.seat(unit, head, ordinal)).holder;
    };
    SECTION("those of the unit go before those of others, whoever was put down first") {
        CHECK(fill(0, 0) == own);
        CHECK(fill(1, 0) == other);
    }
    SECTION("the one longest at the level, where there are two") {
        tiny.county.begin_day(day(2026, 3, 1));
        CHECK(fill(1, 0) == other);
        CHECK(fill(1, 1) == own);  // from T01
        CHECK(UnitId{tiny.county.hot(own).unit} == UnitId{1u});
    }
    SECTION("a seat of the own unit is taken without a call") {
        take_empty_seat_of_own_level(tiny.world, own);
        CHECK(tiny.county.hot(own).seat == tiny.seat(0, head));
        take_empty_seat_of_own_level(tiny.world, clerk_there);  // clerks have no level
        CHECK_FALSE(tiny.county.hot(clerk_there).seat.exists());
    }
    SECTION("not inside a sanction") {
        tiny.county.sanction(own, Sanction::removal, day(2028, 1, 1));
        take_empty_seat_of_own_level(tiny.world, own);
        CHECK_FALSE(tiny.county.hot(own).seat.exists());
        tiny.county.begin_day(day(2028, 1, 1));
        take_empty_seat_of_own_level(tiny.world, own);
        CHECK(tiny.county.hot(own).seat.exists());
    }
    CHECK(tiny.flow(Flow::promoted_to_middle) == 0);
    CHECK(tiny.flow(Flow::trials) == 0);
    check_gates(tiny.county);
}

TEST_CASE("the second line takes no seat of its level again") {
    TinyWorld tiny({township("T01", 4, 0, 1)});
    const PersonId old = tiny.settle(0, {.id = "old", .post = deputy});
    tiny.open();
    tiny.county.step_down(old, 0.5);
    take_empty_seat_of_own_level(tiny.world, old);
    fill_seat(competition_rules(), ability_alone(), tiny.world, tiny.seat(0, deputy));
    CHECK_FALSE(tiny.county.seat(tiny.seat(0, deputy)).holder.exists());
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

TEST_CASE("a post went to one of the truly best if fewer than two of all who were eligible are better") {
    const auto chosen = [](Regime regime, std::size_t by_this_much_sooner) {
        TinyWorld tiny({township("T01", 5, 1)});
        for (int i = 0; i < 4; ++i) {
            // Of rising ability; the one of that place has been there longest.
            const bool is_senior = static_cast<std::size_t>(i) == by_this_much_sooner;
            tiny.settle(0, {.id = "P" + std::to_string(i),
                            .tier_since = is_senior ? day(2005, 1, 1) : day(2013, 9, 15),
                            .ability = static_cast<float>(i)});
        }
        tiny.open();
        CompetitionRules rules = competition_rules();
        LadderRules& middle = ladder(rules, Ladder::middle);
        middle.regime = regime;
        middle.min_years_in_tier = 0;
        rules.appointment_seniority_weight = 1;  // so that it is known who is appointed
        const FillOutcome outcome = fill_seat(rules, ability_alone(), tiny.world, tiny.seat(0, head));
        REQUIRE(outcome.winner.exists());
        return std::array{tiny.flow(Flow::heads_chosen), tiny.flow(Flow::heads_truly_best),
                          tiny.flow(Flow::leaders_chosen)};
    };
    CHECK(chosen(Regime::appointment, 3) == std::array<std::int64_t, 3>{1, 1, 0});
    CHECK(chosen(Regime::appointment, 2) == std::array<std::int64_t, 3>{1, 1, 0});
    CHECK(chosen(Regime::appointment, 1) == std::array<std::int64_t, 3>{1, 0, 0});
    CHECK(chosen(Regime::seniority, 3) == std::array<std::int64_t, 3>{0, 0, 0});  // nobody was judged
}

TEST_CASE("whoever is best of those who stood need not be among the best of those who might have") {
    double chosen = 0, truly_best = 0;
    for (std::uint32_t replication = 0; replication < 300; ++replication) {
        TinyWorld tiny({township("T01", 21, 1)}, {1, replication});
        for (int i = 0; i < 20; ++i) tiny.settle(0, {.id = "P" + std::to_string(i), .ability = static_cast<float>(i)});
        tiny.open();
        CompetitionRules open = competition_rules();
        LadderRules& middle = ladder(open, Ladder::middle);
        middle.regime = Regime::competition;
        middle.candidates = 5;
        middle.min_candidates = 0;
        open.validity.fill(1);  // the best of those who stand wins
        fill_seat(open, ability_alone(), tiny.world, tiny.seat(0, head));
        chosen += static_cast<double>(tiny.flow(Flow::heads_chosen));
        truly_best += static_cast<double>(tiny.flow(Flow::heads_truly_best));
    }
    // Each of the two best stands with chance 5 / 20; fields without anybody leave the post empty.
    const double expected = (1 - 0.75 * 0.75) / (1 - std::pow(0.75, 20));
    CHECK(std::abs(truly_best / chosen - expected) < 4 * std::sqrt(expected * (1 - expected) / chosen));
}

TEST_CASE("a rise to a leadership post counts where the person came from, and by the bar of merit") {
    for (const float ability : {-0.5f, 0.5f}) {
        TinyWorld tiny({township("T01", 3, 0, 1), township("T02", 3, 1, 1)});
        tiny.settle(1, {.id = "head", .post = head, .tier_since = day(2015, 1, 1), .ability = ability});
        tiny.settle(1, {.id = "deputy", .post = deputy, .ability = 3});
        tiny.open();
        CompetitionRules rules = competition_rules();
        ladder(rules, Ladder::deputy).regime = Regime::seniority;
        REQUIRE(fill_seat(rules, ability_alone(), tiny.world, tiny.seat(0, deputy)).winner.exists());
        const auto of_unit = [&tiny](std::size_t unit, Flow flow) {
            return tiny.county.tally().flows[unit][static_cast<std::size_t>(flow)];
        };
        CHECK(of_unit(0, Flow::rises_to_lead) == 0);
        CHECK(of_unit(1, Flow::rises_to_lead) == 1);
        CHECK(of_unit(1, Flow::rises_of_able) == (ability > 0 ? 1 : 0));
    }
}
