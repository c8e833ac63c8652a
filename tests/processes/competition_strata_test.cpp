// Regime fixed_probabilities: where an opening is filled from.
#include <catch2/catch.hpp>

#include "tests/processes/competition_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

CompetitionRules by_origin() {
    CompetitionRules how = competition_rules();
    ladder(how, Ladder::middle).regime = Regime::fixed_probabilities;
    ladder(how, Ladder::middle).area = CandidateArea::county;
    return how;
}

}  // namespace

TEST_CASE("an opening is filled from the post type that its table names") {
    TinyWorld tiny({township("T01", 3, 2)});
    const PersonId below = tiny.settle(0, {.id = "a"});
    tiny.settle(0, {.id = "b", .post = head});
    tiny.plan.posts[head].filled_from = {{PostTypeId{clerk}, 1.0}};
    tiny.open();
    const auto empty = tiny.seat(0, head, 1);
    const FillOutcome outcome = fill_seat(by_origin(), ability_alone(), tiny.world, empty);
    CHECK(outcome.winner == below);
    CHECK_FALSE(outcome.from_outside);
    CHECK(tiny.flow(Flow::posts_by_appointment) == 1);
    CHECK(tiny.flow(Flow::competitions) == 0);
}

TEST_CASE("a move to an equal post leaves the former one empty, and nobody moves twice on a day") {
    TinyWorld tiny({township("T01", 2, 1), township("T02", 2, 1)});
    const PersonId equal = tiny.settle(1, {.id = "b", .post = head});
    tiny.plan.posts[head].filled_from = {{PostTypeId{head}, 1.0}};
    tiny.open();
    CHECK(fill_seat(by_origin(), ability_alone(), tiny.world, tiny.seat(0, head)).winner == equal);
    CHECK(tiny.flow(Flow::promoted_to_middle) == 0);
    REQUIRE(tiny.county.seat(tiny.seat(1, head)).is_vacant());
    CHECK_FALSE(fill_seat(by_origin(), ability_alone(), tiny.world, tiny.seat(1, head)).winner.exists());
    CHECK(tiny.flow(Flow::seats_left_empty) == 1);
    CHECK(tiny.asked().size() == 1);  // the next round
}

TEST_CASE("what the table leaves over is filled from outside, where a place is free") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a"});
    tiny.open();
    const FillOutcome outcome = fill_seat(by_origin(), ability_alone(), tiny.world, tiny.seat(0, head));
    CHECK(outcome.from_outside);
    CHECK_FALSE(outcome.winner.exists());
    tiny.settle(0, {.id = "b"});
    CHECK_FALSE(fill_seat(by_origin(), ability_alone(), tiny.world, tiny.seat(0, head)).from_outside);
    CHECK(tiny.flow(Flow::seats_left_empty) == 1);
}

TEST_CASE("a rise to a leadership post by fixed probabilities is counted as one, a move to an equal post is not") {
    CompetitionRules how = by_origin();
    ladder(how, Ladder::deputy).regime = Regime::fixed_probabilities;
    ladder(how, Ladder::deputy).min_years_in_tier = 0;
    for (const auto from : {head, deputy}) {
        TinyWorld tiny({township("T01", 2, 0, 1), township("T02", 2, 1, 1)});
        tiny.settle(1, {.id = "a", .post = from});
        tiny.plan.posts[deputy].filled_from = {{PostTypeId{from}, 1.0}};
        tiny.open();
        REQUIRE(fill_seat(how, ability_alone(), tiny.world, tiny.seat(0, deputy)).winner.exists());
        CHECK(tiny.flow(Flow::rises_to_lead) == (from == head ? 1 : 0));
    }
}
