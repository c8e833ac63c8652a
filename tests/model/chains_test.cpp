// Chains of vacancies: how long they are, and how long openings wait.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>

#include "tests/model/operations_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Everybody moves up by one after an exit from `tier`, then a recruit enters; returns the length of the chain.
std::int64_t chain_after_exit_from(int tier) {
    Ladder4 tiny;
    County& county = tiny.county;
    const PersonId people[] = {tiny.clerk_person, tiny.head_person, tiny.deputy_person, tiny.chief_person};
    const std::size_t types[] = {clerk, head, deputy, chief};
    county.leave(people[tier], ExitCause::death);
    for (int to = tier; to > 0; --to) county.appoint(people[to - 1], tiny.seat(0, types[to]));
    recruit(tiny, 0, "recruit");
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    CHECK(tiny.flow(Flow::openings_filled) == tier + 1);
    CHECK(county.unit(UnitId{std::size_t{0}}).staff == 4);
    check_gates(county);
    return tiny.flow(Flow::chain_links);
}

}  // namespace

TEST_CASE("an exit from the lowest grade makes a chain of length 1, from the fourth one of 4") {
    CHECK(chain_after_exit_from(0) == 1);
    CHECK(chain_after_exit_from(1) == 2);
    CHECK(chain_after_exit_from(2) == 3);
    CHECK(chain_after_exit_from(3) == 4);
}

TEST_CASE("a chain has the same length when the recruit comes before the seat is filled") {
    Ladder4 tiny;
    tiny.county.leave(tiny.deputy_person, ExitCause::death);
    recruit(tiny, 0, "early");
    CHECK(tiny.flow(Flow::chains_closed) == 0);
    tiny.county.appoint(tiny.head_person, tiny.seat(0, deputy));
    tiny.county.appoint(tiny.clerk_person, tiny.seat(0, head));
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    CHECK(tiny.flow(Flow::chain_links) == 3);
    CHECK(tiny.county.units()[0].place_openings.empty());
    check_gates(tiny.county);
}

TEST_CASE("somebody from outside who takes a titled post ends the chain there") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.chief_person, ExitCause::death);
    county.appoint(tiny.deputy_person, tiny.seat(0, chief));
    County::Newcomer outsider;
    outsider.cold.key = entity_key("outsider");
    outsider.cold.entry = outsider.cold.tier_since = outsider.cold.post_since = county.today();
    outsider.retirement = never;
    outsider.minimum_service_until = county.today();
    const PersonId person = county.enter_seat(tiny.seat(0, deputy), outsider);
    CHECK(county.post_of(person).id == county.post_type(county.seat(tiny.seat(0, deputy)).post).id);
    CHECK(county.seat(tiny.seat(0, deputy)).holder == person);
    CHECK(county.leads(person));
    CHECK(county.unit(UnitId{std::size_t{0}}).staff == 4);
    CHECK(county.units()[0].place_openings.empty());
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    CHECK(tiny.flow(Flow::chain_links) == 2);
    CHECK(tiny.flow(Flow::entered_open_exam) == 1);
    check_gates(county);
    CHECK_THROWS_AS(county.enter_seat(tiny.seat(0, deputy), outsider), InvariantError);
}

TEST_CASE("a recruit who came early ends one chain, not the next one too") {
    Ladder4 tiny;
    tiny.county.leave(tiny.deputy_person, ExitCause::death);
    recruit(tiny, 0, "early");
    tiny.county.appoint(tiny.head_person, tiny.seat(0, deputy));
    tiny.county.appoint(tiny.clerk_person, tiny.seat(0, head));
    REQUIRE(tiny.flow(Flow::chain_links) == 3);
    tiny.county.demote(tiny.clerk_person);
    tiny.county.hold_second_title(tiny.head_person, tiny.seat(0, head));  // nothing falls empty behind
    CHECK(tiny.flow(Flow::chains_closed) == 2);
    CHECK(tiny.flow(Flow::chain_links) == 4);
    check_gates(tiny.county);
}

TEST_CASE("openings stand open from the day they open to the appointment, or to the end of the year") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.head_person, ExitCause::death);
    county.begin_day(day(2026, 1, 31));
    county.appoint(tiny.clerk_person, tiny.seat(0, head));
    county.begin_day(day(2026, 3, 2));
    recruit(tiny, 0, "recruit");
    CHECK(tiny.flow(Flow::openings_filled) == 2);
    county.begin_day(day(2026, 12, 1));
    county.leave(tiny.chief_person, ExitCause::death);  // nobody takes the seat
    county.settle_ledgers(day(2027, 1, 1));
    CHECK(county.tally().opening_days[0] == 30 + 30 + 31);
    county.begin_year(2027);
    county.settle_ledgers(day(2027, 2, 1));
    CHECK(county.tally().opening_days[0] == 31);
}

TEST_CASE("what is absorbed before anybody moved is no chain") {
    TinyCounty tiny({township("T01", 2, 0, 1), township("T02", 1, 1)});
    const PersonId clerk_person = tiny.settle(0, {.id = "clerk"});
    const PersonId old = tiny.settle(0, {.id = "old", .post = deputy});
    const PersonId rising = tiny.settle(1, {.id = "rising", .post = head});
    tiny.open();
    County& county = tiny.county;
    county.leave(clerk_person, ExitCause::death);  // a clerk's place opens
    county.demote(old);                            // and a seat: the unit has one place for both
    county.appoint(rising, tiny.seat(0, deputy));  // takes it, and with it the clerk's place
    CHECK(county.units()[0].place_openings.empty());
    CHECK(tiny.flow(Flow::chains_closed) == 0);
    CHECK(tiny.flow(Flow::chain_links) == 0);
    county.begin_day(day(2026, 1, 11));
    county.settle_ledgers(county.today());
    CHECK(county.tally().opening_days[0] == 0);
    CHECK(county.tally().opening_days[1] == 10);  // the seat of who rose
    check_gates(county);
}

TEST_CASE("an appointment from another unit takes the place along the chain") {
    TinyCounty tiny({township("T01", 2, 0, 1), township("T02", 2, 1)});
    const PersonId old = tiny.settle(0, {.id = "old", .post = deputy});
    tiny.settle(0, {.id = "clerk1"});
    const PersonId rising = tiny.settle(1, {.id = "rising", .post = head});
    const PersonId clerk2 = tiny.settle(1, {.id = "clerk2"});
    tiny.open();
    County& county = tiny.county;
    county.leave(old, ExitCause::retirement);
    county.appoint(rising, tiny.seat(0, deputy));
    CHECK(county.units()[0].staff == 2);
    CHECK(county.units()[1].staff == 1);
    CHECK(tiny.flow(Flow::moved_in) == 1);
    CHECK(tiny.flow(Flow::moved_to_township) == 0);  // both units are townships
    county.appoint(clerk2, tiny.seat(1, head));
    recruit(tiny, 1, "recruit");
    CHECK(tiny.flow(Flow::chain_links) == 3);
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    check_gates(county);
}
