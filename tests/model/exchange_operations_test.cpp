// The operations of exchange keep the county consistent and refuse what must not happen.
#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "tests/support/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

const UnitId first{std::size_t{0}}, second{std::size_t{1}};

struct Pair : TinyCounty {
    Pair() : TinyCounty({township("T01", 3, 2), organ("O01", 2)}) {
        up = settle(0, {.id = "up"});
        locked = settle(0, {.id = "locked", .minimum_service_until = day(2026, 1, 2)});
        chief_clerk = settle(0, {.id = "head", .post = head});
        down = settle(1, {.id = "down", .post = organ_clerk});
        open();
    }
    PersonId up, locked, chief_clerk, down;
};

}  // namespace

TEST_CASE("places are not swapped with a title, from away, inside the minimum service or within a unit") {
    Pair tiny;
    County& county = tiny.county;
    CHECK_THROWS_AS(county.swap_places(tiny.up, tiny.locked), InvariantError);
    CHECK_THROWS_AS(county.swap_places(tiny.locked, tiny.down), InvariantError);
    CHECK_THROWS_AS(county.swap_places(tiny.chief_clerk, tiny.down), InvariantError);
    county.send_out(tiny.up, Assignment::exchange, second, day(2028, 1, 1), 0);
    CHECK_THROWS_AS(county.swap_places(tiny.up, tiny.down), InvariantError);
}

TEST_CASE("seats rotate among holders of one post type who are at home") {
    Pair tiny;
    CHECK_THROWS_AS(tiny.county.rotate_seats(std::vector{tiny.up, tiny.chief_clerk}), InvariantError);
    tiny.county.send_out(tiny.chief_clerk, Assignment::borrowed, second, day(2026, 7, 1), 0);
    CHECK_THROWS_AS(tiny.county.rotate_seats(std::vector{tiny.chief_clerk}), InvariantError);
}

TEST_CASE("an empty seat keeps its opening when others rotate, and stale fill events meet no holder's seat") {
    TinyCounty tiny({township("T01", 4, 3)});
    const PersonId a = tiny.settle(0, {.id = "a", .post = head}), b = tiny.settle(0, {.id = "b", .post = head});
    tiny.open();
    const SeatId of_a = tiny.county.hot(a).seat, of_b = tiny.county.hot(b).seat, empty = tiny.free_seat(0, head);
    const std::uint32_t generation = tiny.county.seat(of_a).generation;
    tiny.county.rotate_seats(std::vector{a, b});
    CHECK(tiny.county.hot(a).seat == of_b);
    CHECK(tiny.county.hot(b).seat == of_a);
    CHECK(tiny.county.seat(of_a).generation != generation);
    CHECK_FALSE(tiny.county.seat(empty).holder.exists());
    CHECK(tiny.county.seat(empty).opening.exists());
    check_gates(tiny.county);
}

TEST_CASE("a borrowing is extended once, and nothing else is") {
    Pair tiny;
    CHECK_THROWS_AS(tiny.county.extend_borrowing(tiny.up, day(2027, 1, 1)), InvariantError);
    tiny.county.send_out(tiny.up, Assignment::borrowed, second, day(2026, 7, 1), 0);
    tiny.county.extend_borrowing(tiny.up, day(2027, 1, 1));
    CHECK(tiny.county.cold(tiny.up).assignment_until == day(2027, 1, 1));
    CHECK_THROWS_AS(tiny.county.extend_borrowing(tiny.up, day(2027, 7, 1)), InvariantError);
    tiny.county.come_back(tiny.up);
    tiny.county.send_out(tiny.up, Assignment::borrowed, second, day(2027, 1, 1), 0);
    CHECK_NOTHROW(tiny.county.extend_borrowing(tiny.up, day(2027, 7, 1)));  // another borrowing
}

TEST_CASE("hands lost while settling in are lost wherever the person is, and none are left over") {
    Pair tiny;
    County& county = tiny.county;
    const Unit &home = county.units()[0], &host = county.units()[1];
    county.begin_settling_in(tiny.up, day(2026, 7, 1), 0.25);
    CHECK(home.present == 2.75);
    county.send_out(tiny.up, Assignment::exchange, second, day(2028, 1, 1), 0);
    CHECK(home.present == 2.0);
    CHECK(host.present == 1.75);
    county.come_back(tiny.up);
    CHECK(home.present == 2.75);
    CHECK(host.present == 1.0);
    county.send_to_front_line(tiny.up, FrontLineKind::village, day(2028, 1, 1), 0.5);
    CHECK(home.present == 2.375);
    county.end_settling_in(tiny.up);
    CHECK(home.present == 2.5);
    county.begin_settling_in(tiny.up, day(2026, 7, 1), 0.25);
    county.leave(tiny.up, ExitCause::resignation);
    CHECK(home.present == 2.0);
    CHECK(host.present == 1.0);
    const PersonId heir = county.enter(first, TinyCounty::newcomer({.id = "heir"}));  // takes the slot
    CHECK(home.present == 3.0);
    CHECK(county.cold(heir).settling[1].until < county.today());
}

TEST_CASE("of two moves on one day the later counts, and the one before is kept") {
    Pair tiny;
    County& county = tiny.county;
    county.begin_settling_in(tiny.up, day(2026, 7, 1), 0.25);
    county.begin_day(day(2026, 3, 1));
    county.begin_settling_in(tiny.up, day(2026, 9, 1), 0.25);
    county.begin_settling_in(tiny.up, day(2026, 10, 1), 0.25);
    const auto& settling = county.cold(tiny.up).settling;
    CHECK(settling[0].from == day(2026, 1, 1));
    CHECK(settling[0].until == day(2026, 7, 1));
    CHECK(settling[1].from == day(2026, 3, 1));
    CHECK(settling[1].until == day(2026, 10, 1));
}
