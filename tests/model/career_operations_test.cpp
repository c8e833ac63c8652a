// Trial, demotion, stepping down and handing seats round, worked by hand.
#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "tests/support/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

const UnitId here{std::size_t{0}};

County::Terms trial(const TinyCounty& tiny, bool reserve) { return {tiny.county.today() + 365, reserve}; }

void a_year_passes(TinyCounty& tiny) { tiny.county.begin_day(tiny.county.today() + 365); }

}  // namespace

TEST_CASE("a trial keeps the former seat empty, without an opening, and the seat opens when it is passed") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.deputy_person, ExitCause::death);
    tiny.new_openings();
    county.appoint(tiny.head_person, tiny.seat(0, deputy), trial(tiny, true));
    CHECK(tiny.new_openings().empty());
    CHECK_FALSE(county.seat(tiny.seat(0, head)).holder.exists());
    CHECK(county.seat(tiny.seat(0, head)).reserved_for == tiny.head_person);
    check_gates(county);
    a_year_passes(tiny);
    county.pass_trial(tiny.head_person);
    CHECK_FALSE(county.hot(tiny.head_person).on_trial);
    const std::vector<OpeningId> opened = tiny.new_openings();
    REQUIRE(opened.size() == 1);
    CHECK(county.opening(opened[0]).seat == tiny.seat(0, head));
    CHECK(county.opening(opened[0]).length == 2);  // of the chain that the death began
}

TEST_CASE("a failed trial leads back to the kept seat, with the former years in tier") {
    Ladder4 tiny;
    County& county = tiny.county;
    const Day before = county.cold(tiny.head_person).tier_since;
    county.leave(tiny.deputy_person, ExitCause::death);
    county.appoint(tiny.head_person, tiny.seat(0, deputy), trial(tiny, true));
    tiny.new_openings();
    a_year_passes(tiny);
    county.fail_trial(tiny.head_person);
    CHECK(county.seat(tiny.seat(0, head)).holder == tiny.head_person);
    CHECK(county.cold(tiny.head_person).tier_since == before);
    CHECK_FALSE(county.seat(tiny.seat(0, deputy)).holder.exists());
    CHECK(tiny.new_openings().size() == 1);  // the post that was tried
    CHECK(tiny.flow(Flow::trials_failed) == 1);
    check_gates(county);
}

TEST_CASE("a failed trial without a kept seat leads back to the former level without a seat") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.deputy_person, ExitCause::death);
    county.appoint(tiny.head_person, tiny.seat(0, deputy), trial(tiny, false));
    county.appoint(tiny.clerk_person, tiny.seat(0, head));
    a_year_passes(tiny);
    county.fail_trial(tiny.head_person);
    CHECK(county.post_of(tiny.head_person).id == "head");
    CHECK_FALSE(county.hot(tiny.head_person).seat.exists());
    CHECK(county.seat(tiny.seat(0, head)).holder == tiny.clerk_person);
    check_gates(county);
}

TEST_CASE("a failed trial in another unit that has been filled up makes a supernumerary place") {
    TinyCounty tiny({township("T01", 1, 0, 1, 0), township("T02", 2, 0, 0, 1)});
    const PersonId person = tiny.settle(0, {.id = "a", .post = deputy});
    tiny.open();
    County& county = tiny.county;
    county.appoint(person, tiny.seat(1, chief), trial(tiny, false));
    county.enter(here, TinyCounty::newcomer({.id = "recruit", .entry = county.today()}));
    a_year_passes(tiny);
    county.fail_trial(person);
    CHECK(county.unit(here).staff == 2);
    CHECK(county.unit(here).supernumerary == 1);
    check_gates(county);
}

// Found by a study of all assumptions: once in some thousands of years two came back to a unit that had promised both
// places, and one of them left before the entrants came.
TEST_CASE("who was promised a place keeps it when people come back from trials and leave again") {
    TinyCounty tiny({township("T01", 2, 0, 2, 0), township("T02", 1, 0, 0, 1), township("T03", 1, 0, 0, 1)});
    const PersonId one = tiny.settle(0, {.id = "a", .post = deputy}),
                   other = tiny.settle(0, {.id = "b", .post = deputy});
    tiny.open();
    County& county = tiny.county;
    county.appoint(one, tiny.seat(1, chief), trial(tiny, false));
    county.appoint(other, tiny.seat(2, chief), trial(tiny, false));
    county.set_approved_entrants(here, 2);
    a_year_passes(tiny);
    county.fail_trial(one);
    county.fail_trial(other);
    CHECK(county.unit(here).supernumerary == 2);
    county.leave(one, ExitCause::death);
    CHECK(county.unit(here).supernumerary == 1);
    for (const char* entrant : {"first", "second"}) {
        county.set_approved_entrants(here, county.unit(here).approved_entrants - 1);
        CHECK_NOTHROW(county.enter(here, TinyCounty::newcomer({.id = entrant, .entry = county.today()})));
        check_gates(county);
    }
    county.leave(other, ExitCause::death);
    CHECK(county.unit(here).supernumerary == 0);
}

TEST_CASE("who leaves on trial gives the kept seat free") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.deputy_person, ExitCause::death);
    county.appoint(tiny.head_person, tiny.seat(0, deputy), trial(tiny, true));
    tiny.new_openings();
    county.leave(tiny.head_person, ExitCause::death);
    CHECK(tiny.new_openings().size() == 2);  // the kept seat and the tried one
    CHECK_FALSE(county.seat(tiny.seat(0, head)).reserved_for.exists());
    check_gates(county);
}

TEST_CASE("demotion leads one level down without a seat, and the seat opens") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.demote(tiny.chief_person);
    CHECK(county.post_of(tiny.chief_person).id == "deputy");
    CHECK_FALSE(county.hot(tiny.chief_person).seat.exists());
    CHECK_FALSE(county.seat(tiny.seat(0, chief)).holder.exists());
    CHECK(county.unit(here).staff == 4);
    CHECK(tiny.flow(Flow::demotions) == 1);
    county.demote(tiny.clerk_person);  // nothing is below
    CHECK(tiny.flow(Flow::demotions) == 1);
    check_gates(county);
}

TEST_CASE("the second line keeps place and level, gives up the seat and part of the presence") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.step_down(tiny.chief_person, 0.5);
    CHECK(county.post_of(tiny.chief_person).id == "chief");
    CHECK(county.hot(tiny.chief_person).second_line);
    CHECK_FALSE(county.seat(tiny.seat(0, chief)).holder.exists());
    CHECK(county.unit(here).staff == 4);
    CHECK(county.unit(here).present == 3.5);
    county.leave(tiny.chief_person, ExitCause::retirement);
    CHECK(county.unit(here).present == 3.0);
    check_gates(county);
}

TEST_CASE("seats are handed round between townships without an opening, years in tier kept") {
    TinyCounty tiny({township("T01", 1, 0, 0, 1), township("T02", 1, 0, 0, 1), township("T03", 1, 0, 0, 1)});
    std::vector<PersonId> chiefs;
    for (std::size_t u = 0; u < 3; ++u)
        chiefs.push_back(tiny.settle(u, {.id = "c" + std::to_string(u), .post = chief}));
    tiny.open();
    County& county = tiny.county;
    county.begin_day(county.today() + 100);
    county.rotate_seats(chiefs);
    for (std::size_t u = 0; u < 3; ++u) {
        CHECK(county.hot(chiefs[u]).unit == (u + 1) % 3);
        CHECK(county.seat(tiny.seat((u + 1) % 3, chief)).holder == chiefs[u]);
        CHECK(county.cold(chiefs[u]).tier_since == day(2013, 9, 15));
        CHECK(county.cold(chiefs[u]).post_since == county.today());
    }
    CHECK(tiny.new_openings().empty());
    check_gates(county);
}

TEST_CASE(
    "a second title fills the seat and leaves the missing clerk's place open; it ends when its holder changes post") {
    Ladder4 tiny;
    County& county = tiny.county;
    const SeatId title = tiny.seat(0, head);
    county.leave(tiny.head_person, ExitCause::death);
    CHECK(tiny.new_openings().size() == 1);
    county.hold_second_title(tiny.deputy_person, title);
    CHECK(tiny.new_openings().size() == 1);
    CHECK(county.unit(UnitId{std::size_t{0}}).place_openings.size() == 1);
    CHECK(county.seat(title).holder == tiny.deputy_person);
    CHECK(county.hot(tiny.deputy_person).seat == tiny.seat(0, deputy));
    CHECK(county.cold(tiny.deputy_person).second_title == title);
    CHECK(tiny.flow(Flow::second_titles) == 1);
    CHECK(tiny.flow(Flow::chains_closed) == 0);  // of the death: it ends with a recruit
    check_gates(county);
    county.leave(tiny.chief_person, ExitCause::death);
    tiny.new_openings();
    county.appoint(tiny.deputy_person, tiny.seat(0, chief));
    CHECK_FALSE(county.seat(title).holder.exists());
    CHECK_FALSE(county.cold(tiny.deputy_person).second_title.exists());
    CHECK(tiny.new_openings().size() == 2);  // the deputy's seat and the title
    check_gates(county);
}

TEST_CASE("a second title is for leaders of the own unit who have none yet, and of middle-level seats that are empty") {
    Ladder4 tiny;
    County& county = tiny.county;
    CHECK_THROWS_AS(county.hold_second_title(tiny.deputy_person, tiny.seat(0, head)), InvariantError);  // held
    county.leave(tiny.head_person, ExitCause::death);
    CHECK_THROWS_AS(county.hold_second_title(tiny.clerk_person, tiny.seat(0, head)), InvariantError);
    county.leave(tiny.chief_person, ExitCause::death);
    CHECK_THROWS_AS(county.hold_second_title(tiny.deputy_person, tiny.seat(0, chief)), InvariantError);
    county.hold_second_title(tiny.deputy_person, tiny.seat(0, head));
    county.leave(tiny.deputy_person, ExitCause::death);
    CHECK_FALSE(county.seat(tiny.seat(0, head)).holder.exists());
    check_gates(county);
}
