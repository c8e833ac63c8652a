// After a move to other work: hands and performance that are lost while somebody settles in, and which moves count.
#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "sim/processes/shared/performance.hpp"
#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

PerformanceRules performance_rules() { return defaults(performance_levers()); }

}  // namespace

TEST_CASE("performance of a year falls by the share lost, on its scale, times the part of the year spent settling in") {
    const PerformanceRules rules = performance_rules();
    PersonCold person;
    const Day first = day(2025, 1, 1), next = day(2026, 1, 1);
    CHECK(disruption(rules, person, first, next) == 0.0);
    person.settling[1] = {day(2025, 6, 1), day(2025, 12, 1)};
    CHECK(disruption(rules, person, first, next) == Approx(0.25 / 0.32 * 183 / 365));
    CHECK(disruption(rules, person, next, day(2027, 1, 1)) == 0.0);
    person.settling[1] = {day(2025, 10, 1), day(2026, 4, 1)};  // over the turn of the year: each year its part
    CHECK(disruption(rules, person, first, next) == Approx(0.25 / 0.32 * 92 / 365));
    CHECK(disruption(rules, person, next, day(2027, 1, 1)) == Approx(0.25 / 0.32 * 90 / 365));
    person.settling[0] = {day(2025, 7, 1), day(2026, 1, 1)};  // an earlier move: no day counts twice
    CHECK(disruption(rules, person, first, next) == Approx(0.25 / 0.32 * 184 / 365));
    PerformanceRules off = rules;
    off.disruption_share = 0;
    CHECK(disruption(off, person, first, next) == 0.0);
}

TEST_CASE("a year of assessment sees the disruption, by the calendar or from anniversary to anniversary") {
    TinyWorld tiny({township("T01", 2)});
    const PersonId moved = tiny.settle(0, {.id = "moved"}), stayed = tiny.settle(0, {.id = "stayed"});
    tiny.open();
    const PerformanceRules rules = performance_rules();
    begin_settling_in(rules, tiny.world, moved);
    tiny.county.begin_day(day(2027, 1, 1));
    const double lost = 0.25 / 0.32 * 181 / 365;
    const PerformanceMix mix(rules);
    const auto in_2026 = [&](PersonId person) {
        return mix.between(day(2026, 1, 1), day(2027, 1, 1), tiny.county, person, 0.3);
    };
    CHECK(mix.undisturbed(tiny.county, moved, 0.3) - in_2026(moved) == Approx(lost));
    CHECK(mix.undisturbed(tiny.county, stayed, 0.3) == in_2026(stayed));
    CHECK(mix.undisturbed(tiny.county, moved, 0.3) - mix.of(tiny.county, moved, 0.3) == Approx(lost));
    CHECK(mix.undisturbed(tiny.county, stayed, 0.3) == mix.of(tiny.county, stayed, 0.3));
}

TEST_CASE("whoever settles in is three quarters of a pair of hands until the half-year is over") {
    TinyWorld tiny({township("T01", 2), organ("O01", 2)});
    const PersonId person = tiny.settle(0, {.id = "P"});
    tiny.open();
    const PerformanceRules rules = performance_rules();
    const Unit &home = tiny.county.units()[0], &host = tiny.county.units()[1];
    tiny.county.send_out(person, Assignment::exchange, UnitId{std::size_t{1}}, day(2026, 4, 1), 0);
    begin_settling_in(rules, tiny.world, person);
    CHECK(host.present == 0.75);
    CHECK(home.present == 0.0);
    CHECK(tiny.asked().back().day == day(2026, 7, 1));
    tiny.county.begin_day(day(2026, 4, 1));  // back early: settling in at home begins anew
    tiny.county.come_back(person);
    CHECK(home.present == 0.75);
    begin_settling_in(rules, tiny.world, person);
    tiny.county.begin_day(day(2026, 7, 1));
    end_settling_in(tiny.world, person);  // of the first move: it is not the latest
    CHECK(home.present == 0.75);
    tiny.county.begin_day(day(2026, 10, 1));
    end_settling_in(tiny.world, person);
    CHECK(home.present == 1.0);
    CHECK(host.present == 0.0);
}

TEST_CASE("moves to other work are noted, and others are not") {
    const auto moved = [](TinyCounty& tiny) {
        std::vector<PersonId> people;
        tiny.county.take_moved(people);
        return people;
    };
    using People = std::vector<PersonId>;
    TinyWorld tiny({township("T01", 6, 2, 1), organ("O01", 2)});
    const PersonId a = tiny.settle(0, {.id = "a"}), b = tiny.settle(1, {.id = "b", .post = organ_clerk});
    const PersonId c = tiny.settle(0, {.id = "c", .post = head});
    tiny.open();
    CHECK(moved(tiny).empty());  // the first day is no move
    tiny.county.send_to_front_line(a, FrontLineKind::village, day(2027, 1, 1), 0.5);
    tiny.county.come_back(a);
    CHECK(moved(tiny).empty());
    tiny.county.send_out(a, Assignment::borrowed, UnitId{std::size_t{1}}, day(2026, 7, 1), 0);
    CHECK(moved(tiny) == People{a});
    tiny.county.come_back(a);
    CHECK(moved(tiny) == People{a});
    tiny.county.swap_places(a, b);
    CHECK(moved(tiny) == People{a, b});
    tiny.county.appoint(b, tiny.free_seat(0, head));
    CHECK(moved(tiny) == People{b});
    tiny.county.appoint(c, tiny.free_seat(0, deputy));
    CHECK(moved(tiny) == People{c});
    tiny.county.appoint(b, tiny.free_seat(0, head));  // another seat of the same kind in the unit
    CHECK(moved(tiny).empty());
    tiny.county.send_out(b, Assignment::exchange, UnitId{std::size_t{1}}, day(2027, 1, 1), 0);
    moved(tiny);
    tiny.county.leave(b, ExitCause::death);
    CHECK(moved(tiny).empty());
}
