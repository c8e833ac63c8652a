// When hazards come to a head: personal rates on the clocks of units, worked out day by day beside the rules.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "sim/processes/retention/retention.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

constexpr UnitId first_unit{std::size_t{0}}, second_unit{std::size_t{1}};
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
        for (const PersonId person : people) {
            county.leaving(person).personal[death] = yearly;
            update_rates(hazards, world, person);
        }
    }
    const kernel::Spell& spell(PersonId person) const { return county.leaving(person).spell[death]; }
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
        tiny.press(first_unit, factor, add_months(today, 1));
        note_requests();
    }
    CHECK(gone > 150);
}

TEST_CASE("nobody who falls due later is asked for, and a longer view asks for the rest") {
    Mortals tiny(50, 0.2f);
    tiny.press(first_unit, 1, day(2026, 6, 30));
    std::size_t early = 0;
    for (const PersonId person : tiny.people) early += tiny.day_due(person) <= day(2026, 6, 30);
    CHECK(tiny.asked().size() == early);
    tiny.county.begin_day(day(2026, 6, 30));
    for (const PersonId person : tiny.people) {
        if (tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, tiny.county.today()))
            tiny.county.leave(person, ExitCause::death);
    }
    tiny.press(first_unit, 1, never);
    CHECK(tiny.asked().size() == 50 - early);
}

TEST_CASE("a member whose rate changes while hazards are known is asked for anew, on the new day") {
    Mortals tiny(1, 0.001f);
    const PersonId person = tiny.people[0];
    tiny.press(first_unit, 1, never);
    tiny.asked();
    const Day before = tiny.day_due(person);
    tiny.county.begin_day(day(2027, 1, 1));
    tiny.county.leaving(person).personal[death] = 0.002f;
    update_rates(tiny.hazards, tiny.world, person);
    const auto requests = tiny.asked();
    REQUIRE(requests.size() == 1);
    const double wait = before - day(2027, 1, 1);
    CHECK(std::abs((requests[0].day - day(2027, 1, 1)) - wait / 2) <= 1);
    CHECK_FALSE(tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day - 1));
    CHECK(tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day));
    update_rates(tiny.hazards, tiny.world, person);  // nothing has changed
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
        tiny.press(first_unit, factor, never - 1);
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
        tiny.press(first_unit, 1, never);
        REQUIRE(tiny.asked().size() == 20);
        tiny.county.begin_day(day(2026, 1, 15));
        std::size_t expected = 0;
        tiny.press(first_unit, factor, day(2027, 1, 1));
        for (const PersonId person : tiny.people) expected += tiny.day_due(person) <= day(2027, 1, 1);
        REQUIRE(expected > 0);
        CHECK(tiny.asked().size() == expected);
        tiny.county.begin_day(day(2027, 1, 1));
        for (const PersonId person : tiny.people) {
            if (tiny.hazards[0].is_due(tiny.county.leaving(person), HazardCause::death, tiny.county.today()))
                tiny.county.leave(person, ExitCause::death);
        }
        tiny.press(first_unit, factor, never - 1);
        CHECK(tiny.asked().size() == 20 - expected);
    }
}

TEST_CASE("a move to a unit with another clock keeps what is left of the threshold") {
    for (const double factor : {0.5, 1.0, 3.0}) {
        Mortals tiny(1, 0.3f);
        const PersonId person = tiny.people[0];
        tiny.press(first_unit, 2, never);
        tiny.press(second_unit, factor, never);
        tiny.asked();
        const std::int64_t threshold = tiny.left(person), rate = tiny.spell(person).rate();
        const Day moved = day(2026, 2, 1);
        REQUIRE(tiny.day_due(person) > moved);
        tiny.county.begin_day(moved);
        tiny.county.transfer(person, second_unit);
        update_rates(tiny.hazards, tiny.world, person);
        const std::int64_t left = threshold - rate * speed_of(2) * (moved - day(2026, 1, 1));
        CHECK(tiny.left(person) == left);
        CHECK(tiny.county.leaving(person).clock_unit == 1);
        const auto requests = tiny.asked();
        REQUIRE(requests.size() == 1);
        const std::int64_t daily = rate * speed_of(factor);
        CHECK(requests[0].day == moved + static_cast<std::int32_t>((left + daily - 1) / daily));
        CHECK(tiny.hazards[1].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day));
        CHECK_FALSE(tiny.hazards[1].is_due(tiny.county.leaving(person), HazardCause::death, requests[0].day - 1));
    }
}

// --- when hazards change with age and service alone

namespace {

// A county organ in which somebody can be put whose dates are all some days earlier: to see a day in the future
// without going there.
struct Shifted : TinyWorld {
    Shifted() : TinyWorld({organ("O01", 1)}) { open(); }
    PersonId settle_after(int days, Day birth, Day entry, Day retirement) {
        const PersonId person = settle(
            0,
            {.id = "P", .post = organ_clerk, .birth = birth - days, .entry = entry - days, .tier_since = entry - days});
        county.set_retirement(person, retirement - days);
        return person;
    }
};

struct Life {
    Day birth, entry, retirement;
};

// Days (counted from the first of the month) on which a person's hazards become others, though nothing happens.
std::vector<int> changes_by_brute_force(const RetentionRules& rules, const Life& life, int days) {
    Shifted tiny;
    std::vector<int> changes;
    std::array<float, hazard_cause_count> before{};
    for (int i = 0; i < days; ++i) {
        const PersonId person = tiny.settle_after(i, life.birth, life.entry, life.retirement);
        refresh_personal_hazards(rules, tiny.world, person);
        const auto now = tiny.county.leaving(person).personal;
        if (i > 0 && now != before) changes.push_back(i);
        before = now;
        tiny.county.leave(person, ExitCause::death);
    }
    return changes;
}
// Days that next_hazard_change names, one after another.
std::vector<int> changes_as_named(const RetentionRules& rules, const Life& life, int days) {
    Shifted tiny;
    std::vector<int> named;
    for (int i = 0; i < days;) {
        const PersonId person = tiny.settle_after(i, life.birth, life.entry, life.retirement);
        const Day next = next_hazard_change(rules, tiny.county, person);
        tiny.county.leave(person, ExitCause::death);
        if (next == never) break;
        REQUIRE(next > tiny.county.covariate_day());
        i += next - tiny.county.covariate_day();
        if (i < days) named.push_back(i);
    }
    return named;
}

const std::vector<Life> lives{
    {day(1990, 7, 1), day(2013, 9, 15), day(2053, 7, 1)},     // 35 last year
    {day(1991, 1, 2), day(2013, 9, 15), day(2054, 1, 2)},     // 35 tomorrow
    {day(1981, 1, 31), day(2003, 7, 1), day(2041, 1, 31)},    // 45 this month
    {day(2000, 2, 29), day(2022, 9, 1), day(2063, 2, 28)},    // both bands to come
    {day(1975, 5, 5), day(1996, 1, 1), day(2037, 5, 5)},      // 30 years of service this year
    {day(1969, 3, 9), day(2006, 1, 20), day(2031, 1, 10)},    // 20 years and 5 to go within this month
    {day(1972, 12, 31), day(2010, 6, 1), day(2030, 12, 31)},  // fewer than 5 to go long before 20 years
    {day(1967, 2, 1), day(1990, 8, 1), day(2027, 2, 1)},      // everything over
};

// Every change is named, on its day. A day may be named on which two conditions of three are met and nothing changes.
void require_named(const RetentionRules& rules, const Life& life) {
    const int days = 36 * 365;
    const std::vector<int> changes = changes_by_brute_force(rules, life, days);
    const std::vector<int> named = changes_as_named(rules, life, days);
    INFO("born " << to_text(life.birth) << ", entered " << to_text(life.entry));
    for (const int change : changes) CHECK(std::count(named.begin(), named.end(), change) == 1);
    const bool is_sharp = rules.early_retirement == 0 || !rules.early_retirement_needs_service;
    if (is_sharp) CHECK(named == changes);
}

}  // namespace

TEST_CASE("the next change of hazards is the first day on which they are others: ages of moving above") {
    RetentionRules rules = defaults(retention_levers());
    rules.early_retirement = 0;
    for (const bool behaviour : {false, true}) {
        rules.behaviour = behaviour;
        for (const Life& life : lives) require_named(rules, life);
    }
    rules.moved_above = {0.01, 0.01, 0.002};
    require_named(rules, lives[3]);
    rules.moved_above = {0.01, 0.002, 0.002};
    require_named(rules, lives[3]);
    rules.moved_above = {0.01, 0.01, 0.01};
    CHECK(changes_as_named(rules, lives[3], 36 * 365).empty());
}

TEST_CASE("the next change of hazards is never after one: conditions of early retirement") {
    RetentionRules rules = defaults(retention_levers());
    rules.moved_above = {0.01, 0.01, 0.01};
    for (const Life& life : lives) require_named(rules, life);
    rules.early_retirement_needs_service = false;
    for (const Life& life : lives) CHECK(changes_as_named(rules, life, 36 * 365).empty());
    rules = defaults(retention_levers());
    for (const Life& life : lives) require_named(rules, life);
}

// As a run looks at it: on the first of a month, with the county itself going on.
TEST_CASE("looking again in the month that the next change names meets every change") {
    const RetentionRules rules = defaults(retention_levers());
    for (const Life& life : lives) {
        TinyWorld tiny({organ("O01", 1)});
        const PersonId person =
            tiny.settle(0, {.id = "P", .post = organ_clerk, .birth = life.birth, .entry = life.entry});
        tiny.county.set_retirement(person, life.retirement);
        refresh_personal_hazards(rules, tiny.world, person);
        auto known = tiny.county.leaving(person).personal;
        Day next = next_hazard_change(rules, tiny.county, person);
        for (int month = 1; month < 36 * 12; ++month) {
            tiny.county.begin_day(add_months(day(2026, 1, 1), month));
            refresh_personal_hazards(rules, tiny.world, person);
            const auto fresh = tiny.county.leaving(person).personal;
            if (tiny.county.today() >= next) {
                known = fresh;
                next = next_hazard_change(rules, tiny.county, person);
            }
            REQUIRE(fresh == known);
        }
    }
}
