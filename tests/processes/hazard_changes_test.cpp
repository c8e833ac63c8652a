// When hazards change with age and service alone: the days that the rule names, against every day looked at.
#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <vector>

#include "sim/processes/retention/retention.hpp"
#include "tests/processes/changes_by_day.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// A county organ in which somebody can be put whose dates are all some days earlier: to see a day in the future
// without going there.
struct ShiftedLife : TinyWorld {
    ShiftedLife() : TinyWorld({organ("O01", 1)}) { open(); }
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
std::vector<int> changes_of_hazards(const RetentionRules& rules, const Life& life, int days) {
    ShiftedLife tiny;
    return changes_by_day(days, [&](int i) {
        const PersonId person = tiny.settle_after(i, life.birth, life.entry, life.retirement);
        const YearlyHazards now = personal_hazards(rules, tiny.world, person);
        tiny.county.leave(person, ExitCause::death);
        return now;
    });
}
// Days that next_hazard_change names.
std::vector<int> changes_of_hazards_as_named(const RetentionRules& rules, const Life& life, int days) {
    ShiftedLife tiny;
    return changes_as_named(days, [&](int i) -> std::optional<int> {
        const PersonId person = tiny.settle_after(i, life.birth, life.entry, life.retirement);
        const Day next = next_hazard_change(rules, tiny.county, person);
        tiny.county.leave(person, ExitCause::death);
        if (next == never) return std::nullopt;
        return next - tiny.county.covariate_day();
    });
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
    const std::vector<int> changes = changes_of_hazards(rules, life, days);
    const std::vector<int> named = changes_of_hazards_as_named(rules, life, days);
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
    CHECK(changes_of_hazards_as_named(rules, lives[3], 36 * 365).empty());
}

TEST_CASE("the next change of hazards is never after one: conditions of early retirement") {
    RetentionRules rules = defaults(retention_levers());
    rules.moved_above = {0.01, 0.01, 0.01};
    for (const Life& life : lives) require_named(rules, life);
    rules.early_retirement_needs_service = false;
    for (const Life& life : lives) CHECK(changes_of_hazards_as_named(rules, life, 36 * 365).empty());
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
        YearlyHazards known = personal_hazards(rules, tiny.world, person);
        Day next = next_hazard_change(rules, tiny.county, person);
        for (int month = 1; month < 36 * 12; ++month) {
            tiny.county.begin_day(add_months(day(2026, 1, 1), month));
            const YearlyHazards fresh = personal_hazards(rules, tiny.world, person);
            if (tiny.county.today() >= next) {
                known = fresh;
                next = next_hazard_change(rules, tiny.county, person);
            }
            REQUIRE(fresh == known);
        }
    }
}
