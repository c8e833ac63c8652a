// When hazards come to a head: personal rates on the clocks of units, worked out day by day beside the rules.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/processes/retention/rates.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

constexpr UnitId home_unit{std::size_t{0}}, other_unit{std::size_t{1}};
constexpr auto death = static_cast<std::size_t>(HazardCause::death);

UnitPressure pressed(double factor) {
    UnitPressure pressure;
    pressure.factor.fill(factor);
    return pressure;
}
std::int64_t speed_of(double factor) { return static_cast<std::int64_t>(std::llround(factor * kernel::clock_per_day)); }

// Townships of people who are exposed to one cause alone, until they leave by it.
struct Mortals : TinyWorld {
    explicit Mortals(int n, float yearly) : TinyWorld({township("T01", n), township("T02", n)}) {
        for (int i = 0; i < n; ++i) people.push_back(settle(0, {.id = "P" + std::to_string(i)}));
        open();
        for (const PersonId person : people) expose(person, yearly);
    }
    void expose(PersonId person, float yearly) {
        YearlyHazards to_death{};
        to_death[death] = yearly;
        update_hazards(hazards, world, person, to_death);
    }
    kernel::Spell spell(PersonId person) const { return county.leaving(person).spell(death); }
    std::int64_t now(PersonId person) const {
        return hazards[county.leaving(person).clock_unit].clock[death].at_end_of(county.today());
    }
    std::int64_t left(PersonId person) const { return spell(person).left(now(person)); }
    Day day_due(PersonId person) const {
        return hazards[county.leaving(person).clock_unit].clock[death].day_of(spell(person).due(now(person)));
    }
    void press(UnitId unit, double factor, Day known_until) {
        set_pressure(pressed(factor), world, unit, hazards[unit.value], known_until);
    }
    std::vector<PersonId> people;
    std::vector<UnitHazards> hazards{2, UnitHazards(county.today())};
};

}  // namespace

TEST_CASE("whoever falls due while hazards are known is asked for once, on the right day") {
    Mortals tiny(300, 0.5f);
    std::map<std::uint32_t, std::int64_t> left;  // of each threshold, day by day
    for (const PersonId person : tiny.people) left[person.value] = tiny.left(person);
    std::map<std::uint32_t, Day> asked_for;
    const auto note_requests = [&] {
        for (const Request& request : tiny.asked()) {
            CHECK(request.kind == EventKind::hazard_death);
            CHECK(asked_for.emplace(request.entity, request.day).second);  // once
            CHECK(request.day > tiny.county.today());
            CHECK(request.day <= tiny.hazards[0].known_until);
        }
    };
    const double factors[] = {1, 1, 2.5, 0.3, 0, 0.7, 4};
    double factor = 1;
    const Day start = day(2026, 1, 1), end = day(2029, 1, 1);
    std::size_t gone = 0;
    for (Day today = start; today < end; today = today + 1) {
        tiny.county.begin_day(today);
        for (const PersonId person : tiny.people) {
            if (!tiny.county.hot(person).in_service) continue;
            if (today > start) left[person.value] -= tiny.spell(person).rate() * speed_of(factor);
            const bool is_due = left[person.value] <= 0;
            const auto found = asked_for.find(person.value);
            REQUIRE(is_due == (found != asked_for.end() && found->second == today));
            REQUIRE(is_due == tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, today));
            if (!is_due) continue;
            tiny.county.leave(person, ExitCause::death);
            ++gone;
        }
        if (tiny.county.date().day_of_month != 1) continue;
        factor = factors[static_cast<std::size_t>(tiny.county.date().month) % std::size(factors)];
        tiny.press(home_unit, factor, add_months(today, 1));
        note_requests();
    }
    CHECK(gone > 150);
}

TEST_CASE("nobody who falls due later is asked for, and a longer view asks for the rest") {
    Mortals tiny(50, 0.2f);
    tiny.press(home_unit, 1, day(2026, 6, 30));
    std::size_t early = 0;
    for (const PersonId person : tiny.people) early += tiny.day_due(person) <= day(2026, 6, 30);
    CHECK(tiny.asked().size() == early);
    tiny.county.begin_day(day(2026, 6, 30));
    for (const PersonId person : tiny.people) {
        if (tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, tiny.county.today()))
            tiny.county.leave(person, ExitCause::death);
    }
    tiny.press(home_unit, 1, never);
    CHECK(tiny.asked().size() == 50 - early);
}

TEST_CASE("a member whose rate changes while hazards are known is asked for anew, on the new day") {
    Mortals tiny(1, 0.001f);
    const PersonId person = tiny.people[0];
    tiny.press(home_unit, 1, never);
    tiny.asked();
    const Day before = tiny.day_due(person);
    tiny.county.begin_day(day(2027, 1, 1));
    tiny.expose(person, 0.002f);
    const auto requests = tiny.asked();
    REQUIRE(requests.size() == 1);
    const double wait = before - day(2027, 1, 1);
    CHECK(std::abs((requests[0].day - day(2027, 1, 1)) - wait / 2) <= 1);
    CHECK_FALSE(tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day - 1));
    CHECK(tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day));
    tiny.expose(person, 0.002f);  // nothing has changed
    CHECK(tiny.asked().empty());
}

TEST_CASE("more pressure shortens the wait in proportion, less lengthens it, and none at all stops it") {
    const Day change = day(2026, 1, 15);
    for (const double factor : {2.0, 4.0, 0.5, 1.0, 0.0}) {
        Mortals tiny(20, 0.3f);
        std::map<std::uint32_t, int> usual;  // days from the change on
        for (const PersonId person : tiny.people) {
            usual[person.value] = tiny.day_due(person) - change;
            REQUIRE(usual[person.value] > 0);
        }
        tiny.county.begin_day(change);
        tiny.press(home_unit, factor, never - 1);
        const auto requests = tiny.asked();
        REQUIRE(requests.size() == (factor > 0 ? 20 : 0));
        for (const Request& request : requests) {
            const double wait = request.day - change;
            CHECK(wait >= (usual[request.entity] - 1) / factor);
            CHECK(wait < usual[request.entity] / factor + 1);
        }
    }
}

// As when behaviour is switched on in a run where hazards were known for ever.
TEST_CASE("pressure that changes before it was expected to asks for everybody anew") {
    for (const double factor : {2.0, 0.5}) {
        Mortals tiny(20, 0.3f);
        tiny.press(home_unit, 1, never);
        REQUIRE(tiny.asked().size() == 20);
        tiny.county.begin_day(day(2026, 1, 15));
        std::size_t expected = 0;
        tiny.press(home_unit, factor, day(2027, 1, 1));
        for (const PersonId person : tiny.people) expected += tiny.day_due(person) <= day(2027, 1, 1);
        REQUIRE(expected > 0);
        CHECK(tiny.asked().size() == expected);
        tiny.county.begin_day(day(2027, 1, 1));
        for (const PersonId person : tiny.people) {
            if (tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, tiny.county.today()))
                tiny.county.leave(person, ExitCause::death);
        }
        tiny.press(home_unit, factor, never - 1);
        CHECK(tiny.asked().size() == 20 - expected);
    }
}

namespace {

// Somebody exposed to death who moves, in the evening of 1 February, from a unit whose clock runs twice as fast.
struct OneMover : Mortals {
    explicit OneMover(double factor_there) : Mortals(1, 0.3f) {
        press(home_unit, 2, never);
        press(other_unit, factor_there, never);
        asked();
        rate = spell(person()).rate();
        left_then = left(person()) - rate * speed_of(2) * (moved - day(2026, 1, 1));
        REQUIRE(day_due(person()) > moved);
        county.begin_day(moved);
        county.transfer(person(), other_unit);
    }
    PersonId person() const { return people[0]; }

    Day moved = day(2026, 2, 1);
    std::int64_t rate = 0, left_then = 0;  // of the threshold, on the day of the move
};

}  // namespace

// Training may move it before the news of the move is heard.
TEST_CASE("a new hazard of misconduct of somebody who has moved takes what else is in force to the new clocks") {
    OneMover tiny(1);
    const PersonId person = tiny.person();
    update_sanction_hazard(tiny.hazards, tiny.world, person, 0.01f);
    const Leaving& leaving = tiny.county.leaving(person);
    CHECK(leaving.clock_unit == other_unit.value);
    CHECK(leaving.in_force[static_cast<std::size_t>(HazardCause::sanction)] == 0.01f);
    CHECK(leaving.in_force[death] == 0.3f);
    CHECK(tiny.left(person) == tiny.left_then);
    CHECK(tiny.asked().size() == 2);  // both causes fall due while the clocks are known for ever
}

TEST_CASE("a move to a unit with another clock keeps what is left of the threshold") {
    for (const double factor : {0.5, 1.0, 3.0}) {
        OneMover tiny(factor);
        const PersonId person = tiny.person();
        tiny.expose(person, 0.3f);
        CHECK(tiny.left(person) == tiny.left_then);
        CHECK(tiny.county.leaving(person).clock_unit == 1);
        const auto requests = tiny.asked();
        REQUIRE(requests.size() == 1);
        const std::int64_t daily = tiny.rate * speed_of(factor);
        CHECK(requests[0].day == tiny.moved + static_cast<std::int32_t>((tiny.left_then + daily - 1) / daily));
        CHECK(tiny.hazards[1].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day));
        CHECK_FALSE(tiny.hazards[1].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day - 1));
    }
}
