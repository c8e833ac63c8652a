// People away from home, on exchange or at the front line: hands here and there.
#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "sim/foundation/diagnostics.hpp"
#include "tests/model/operations_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("on exchange the place stays at home, the chair is empty and the host gains hands") {
    TinyCounty tiny({township("T01", 2), organ("O01", 1)});
    const PersonId person = tiny.settle(0, {.id = "p"});
    tiny.settle(0, {.id = "q"});
    tiny.open();
    County& county = tiny.county;
    const UnitId home{std::size_t{0}}, host{std::size_t{1}};
    county.send_out(person, Assignment::exchange, host, day(2028, 1, 1), 0.0);
    CHECK(county.unit(home).staff == 2);
    CHECK(county.unit(home).present == 1.0);
    CHECK(county.unit(home).away == 1);
    CHECK(county.unit(host).staff == 0);
    CHECK(county.unit(host).present == 1.0);
    CHECK(openings(tiny).empty());
    CHECK_THROWS_AS(county.send_out(person, Assignment::exchange, host, day(2028, 1, 1), 0.0), InvariantError);
    county.come_back(person);
    CHECK(county.unit(home).present == 2.0);
    CHECK(county.unit(home).away == 0);
    CHECK(county.unit(host).present == 0.0);
    CHECK(county.hot(person).host == 0);
    CHECK_THROWS_AS(county.come_back(person), InvariantError);
    check_gates(county);
}

TEST_CASE("at the front line part of the working time stays at home") {
    TinyCounty tiny({township("T01", 1)});
    const PersonId person = tiny.settle(0, {.id = "p"});
    tiny.open();
    tiny.county.send_out(person, Assignment::front_line, UnitId{std::size_t{0}}, day(2028, 1, 1), 0.5);
    CHECK(tiny.county.units()[0].present == 0.5);
    CHECK(tiny.flow(Flow::front_line_begun) == 1);
    CHECK(tiny.flow(Flow::exchanges_begun) == 0);
}

TEST_CASE("who leaves, transfers or is appointed while away comes home first") {
    TinyCounty tiny({township("T01", 3, 1), organ("O01", 2)});
    const PersonId leaver = tiny.settle(0, {.id = "leaver"});
    const PersonId mover = tiny.settle(0, {.id = "mover"});
    const PersonId riser = tiny.settle(0, {.id = "riser"});
    tiny.open();
    County& county = tiny.county;
    for (const PersonId person : {leaver, mover, riser})
        county.send_out(person, Assignment::exchange, UnitId{std::size_t{1}}, day(2028, 1, 1), 0.0);
    CHECK(county.units()[1].present == 3.0);
    county.leave(leaver, ExitCause::death);
    county.transfer(mover, UnitId{std::size_t{1}});
    county.appoint(riser, tiny.seat(0, head));
    CHECK(county.units()[0].present == 1.0);
    CHECK(county.units()[0].away == 0);
    CHECK(county.units()[1].present == 1.0);
    CHECK(county.hot(riser).assignment == Assignment::home);
    check_gates(county);
}

TEST_CASE("whoever comes home early hands over the stay, and has another generation when gone for good") {
    TinyCounty tiny({township("T01", 3, 1), organ("O01", 2)});
    const PersonId leaver = tiny.settle(0, {.id = "leaver"});
    const PersonId riser = tiny.settle(0, {.id = "riser"});
    tiny.open();
    County& county = tiny.county;
    for (const PersonId person : {leaver, riser})
        county.send_out(person, Assignment::exchange, UnitId{std::size_t{1}}, day(2028, 1, 1), 0.0);
    county.begin_day(day(2026, 7, 1));
    county.leave(leaver, ExitCause::death);
    county.appoint(riser, tiny.seat(0, head));
    std::vector<Homecoming> homecomings;
    county.take_homecomings(homecomings);
    REQUIRE(homecomings.size() == 2);
    CHECK(homecomings[0].person == leaver);
    CHECK(homecomings[0].generation != county.hot(leaver).generation);
    CHECK(homecomings[1].person == riser);
    CHECK(homecomings[1].generation == county.hot(riser).generation);
    CHECK(homecomings[1].stay.assignment == Assignment::exchange);
    CHECK(homecomings[1].stay.host == UnitId{std::size_t{1}});
    CHECK(homecomings[1].stay.since == day(2026, 1, 1));
    CHECK_FALSE(county.has_homecomings());
}
