// Appointments, transfers, sanctions and ranks: who may, and what follows.
#include <catch2/catch.hpp>
#include <cstddef>
#include <utility>

#include "sim/foundation/diagnostics.hpp"
#include "tests/model/operations_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("a promotion moves the person up a tier and counts once") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.deputy_person, ExitCause::death);
    county.begin_day(day(2026, 5, 1));
    county.appoint(tiny.head_person, tiny.seat(0, deputy));
    CHECK(county.hot(tiny.head_person).tier == 2);
    CHECK(county.post_of(tiny.head_person).id == "deputy");
    CHECK(county.cold(tiny.head_person).tier_since == day(2026, 5, 1));
    CHECK(county.cold(tiny.head_person).post_since == day(2026, 5, 1));
    CHECK(county.seat(tiny.seat(0, deputy)).holder == tiny.head_person);
    CHECK(tiny.flow(Flow::promoted_to_deputy) == 1);
    CHECK(tiny.flow(Flow::first_promoted_to_deputy) == 1);
    CHECK(tiny.flow(Flow::promoted_to_middle) == 0);
    CHECK(tiny.flow(Flow::first_promoted_to_middle) == 0);  // was there before
    county.leave(tiny.chief_person, ExitCause::death);
    county.appoint(tiny.head_person, tiny.seat(0, chief));
    CHECK(tiny.flow(Flow::promoted_to_chief) == 1);
    CHECK(tiny.flow(Flow::first_promoted_to_deputy) == 1);  // at deputy level or above for the first time only once
    CHECK(tiny.flow(Flow::first_promoted_to_chief) == 1);
    check_gates(county);
}

TEST_CASE("whoever passes over a level has reached it, and whoever falls and rises again is not new to it") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.deputy_person, ExitCause::death);
    county.appoint(tiny.clerk_person, tiny.seat(0, deputy));  // not by way of a middle post
    CHECK(tiny.flow(Flow::promoted_to_middle) == 0);
    CHECK(tiny.flow(Flow::first_promoted_to_middle) == 1);
    CHECK(tiny.flow(Flow::first_promoted_to_deputy) == 1);
    CHECK(tiny.flow(Flow::first_promoted_to_chief) == 0);
    CHECK(county.cold(tiny.clerk_person).highest == Ladder::deputy);
    county.demote(tiny.clerk_person);
    county.appoint(tiny.clerk_person, tiny.seat(0, deputy));
    CHECK(tiny.flow(Flow::promoted_to_deputy) == 2);
    CHECK(tiny.flow(Flow::first_promoted_to_deputy) == 1);
}

TEST_CASE("a seat that is held cannot be given") {
    Ladder4 tiny;
    CHECK_THROWS_AS(tiny.county.appoint(tiny.clerk_person, tiny.seat(0, head)), InvariantError);
}

TEST_CASE("nobody is promoted inside a sanction period, and from its last day on they are") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.head_person, ExitCause::death);
    county.sanction(tiny.clerk_person, Sanction::demerit, day(2027, 1, 1));
    CHECK(tiny.flow(Flow::sanctions) == 1);
    county.begin_day(day(2026, 12, 31));
    CHECK_THROWS_AS(county.appoint(tiny.clerk_person, tiny.seat(0, head)), InvariantError);
    county.begin_day(day(2027, 1, 1));
    CHECK_NOTHROW(county.appoint(tiny.clerk_person, tiny.seat(0, head)));
}

TEST_CASE("a second sanction never shortens the period of the first") {
    Ladder4 tiny;
    tiny.county.sanction(tiny.clerk_person, Sanction::demerit, day(2027, 1, 1));
    tiny.county.sanction(tiny.clerk_person, Sanction::warning, day(2026, 7, 1));
    CHECK(tiny.county.hot(tiny.clerk_person).sanction_until == day(2027, 1, 1));
}

TEST_CASE("nobody is appointed into a full unit") {
    TinyCounty tiny({township("T01", 1, 0, 1), township("T02", 1, 1)});
    tiny.settle(0, {.id = "clerk1"});
    const PersonId head2 = tiny.settle(1, {.id = "head2", .post = head});
    tiny.open();
    CHECK_THROWS_AS(tiny.county.appoint(head2, tiny.seat(0, deputy)), InvariantError);
}

TEST_CASE("a transfer to a county organ ends township service and opens the place left behind") {
    TinyCounty tiny({township("T01", 1), organ("O01", 1)});
    const PersonId person = tiny.settle(0, {.id = "p"});
    tiny.open();
    County& county = tiny.county;
    const double years = county.township_years(person);
    CHECK(years == Approx(years_between(day(2013, 9, 15), day(2026, 1, 1))));
    county.transfer(person, UnitId{std::size_t{1}});
    CHECK(county.units()[0].staff == 0);
    CHECK(county.units()[1].staff == 1);
    CHECK(county.post_of(person).id == "organ_clerk");
    CHECK(tiny.flow(Flow::moved_to_county_organ) == 1);
    CHECK(tiny.flow(Flow::moved_in) == 1);
    CHECK(county.township_years(person) == Approx(years));
    county.begin_day(day(2030, 1, 1));
    CHECK(county.township_years(person) == Approx(years));
    CHECK(openings(tiny) == "place ");
    recruit(tiny, 0, "recruit");
    CHECK(tiny.flow(Flow::chain_links) == 2);
    check_gates(county);
}

TEST_CASE("the titled of a unit are counted through appointments, moves and exits") {
    TinyCounty tiny({township("T01", 3, 1, 1), township("T02", 2, 1)});
    const PersonId first = tiny.settle(0, {.id = "first", .post = deputy});
    const PersonId outsider = tiny.settle(1, {.id = "outsider", .post = head});
    const PersonId simple = tiny.settle(0, {.id = "simple"});
    tiny.open();
    County& county = tiny.county;
    const auto titled = [&] { return std::pair(county.units()[0].titled, county.units()[1].titled); };
    CHECK(titled() == std::pair(1, 1));
    county.leave(first, ExitCause::death);
    CHECK(titled() == std::pair(0, 1));
    county.appoint(simple, tiny.seat(0, head));
    CHECK(titled() == std::pair(1, 1));
    county.appoint(outsider, tiny.seat(0, deputy));
    CHECK(titled() == std::pair(2, 0));
    county.transfer(outsider, UnitId{std::size_t{1}});  // without title
    CHECK(titled() == std::pair(1, 0));
}

TEST_CASE("a rank that is raised starts its clock anew") {
    Ladder4 tiny;
    tiny.county.pay_position(tiny.clerk_person).rank_credit = 2;
    tiny.county.raise_rank(tiny.clerk_person, day(2026, 7, 1));
    CHECK(tiny.county.pay(tiny.clerk_person).rank == 3);
    CHECK(tiny.county.pay(tiny.clerk_person).rank_credit == 0);
    CHECK(tiny.county.pay(tiny.clerk_person).rank_since == day(2026, 7, 1));
}
