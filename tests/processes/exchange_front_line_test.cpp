// Front-line exercise: who goes to which kind of place, for how long, and what people bring home.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

bool goes_to_front_line(const Someone& who, int years_since_excellent, FrontLineRules rules = front_line_rules()) {
    TinyWorld tiny({township("T01", 1, 1, 1)});
    const PersonId person = tiny.settle(0, who);
    tiny.open();
    tiny.county.record(person).years_since_excellent = static_cast<std::uint8_t>(years_since_excellent);
    plan_front_line(everywhere(rules, tiny.county), tiny.world);
    return tiny.county.hot(person).assignment == Assignment::front_line;
}

}  // namespace

TEST_CASE("front-line places are filled up to their number, in townships alone") {
    for (const int places : {0, 1, 4}) {
        Everybody tiny;
        FrontLineRules rules = front_line_rules();
        rules.places = {static_cast<double>(places), 0, 0, 0};
        rules.excellent_within_years = 0;
        rules.max_age = 50;
        tiny.front_line(rules);
        tiny.front_line(rules);  // places that are taken are not filled again
        CHECK(tiny.away(Assignment::front_line) == 2 * places);
        CHECK(tiny.county.units()[2].away == 0);
        CHECK(tiny.county.units()[0].present == 6.0 - 0.5 * places);
    }
}

TEST_CASE("each condition of the front line holds at its edge") {
    CHECK(goes_to_front_line({.id = "P", .birth = day(1992, 1, 1)}, 0));
    CHECK(goes_to_front_line({.id = "P", .birth = day(1992, 1, 1)}, 2));
    CHECK_FALSE(goes_to_front_line({.id = "P", .birth = day(1992, 1, 1)}, 3));
    CHECK(goes_to_front_line({.id = "P", .birth = day(1990, 1, 1)}, 0));
    CHECK_FALSE(goes_to_front_line({.id = "P", .birth = day(1989, 12, 31)}, 0));
    CHECK_FALSE(goes_to_front_line({.id = "P", .post = deputy, .birth = day(1992, 1, 1)}, 0));
    CHECK_FALSE(goes_to_front_line({.id = "P", .birth = day(1992, 1, 1), .on_probation = true}, 0));
    FrontLineRules anybody = front_line_rules();
    anybody.excellent_within_years = 0;
    CHECK(goes_to_front_line({.id = "P", .birth = day(1992, 1, 1)}, 255, anybody));
}

TEST_CASE("service for the front line holds at its edge") {
    FrontLineRules rules = front_line_rules();
    rules.min_service_years = 3;
    CHECK(goes_to_front_line({.id = "P", .birth = day(1995, 1, 1), .entry = day(2022, 12, 31)}, 0, rules));
    CHECK_FALSE(goes_to_front_line({.id = "P", .birth = day(1995, 1, 1), .entry = day(2023, 1, 5)}, 0, rules));
}

TEST_CASE("the best record goes to the front line first") {
    TinyWorld tiny({township("T01", 3)});
    std::vector<PersonId> people;
    for (int i = 0; i < 3; ++i) {
        people.push_back(tiny.settle(0, {.id = "P" + std::to_string(i), .birth = day(1995, 1, 1)}));
        tiny.county.record_result(people.back(), Result::excellent, i == 1 ? 2.0f : 1.0f, 0);
    }
    tiny.open();
    const FrontLineRules rules = front_line_rules();
    plan_front_line(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.hot(people[1]).assignment == Assignment::front_line);
    CHECK(tiny.county.units()[0].away == 1);
}

TEST_CASE("places of each kind are filled up to their number, the best record first in the order of kinds") {
    TinyWorld tiny({township("T01", 6)});
    std::vector<PersonId> people;
    for (int i = 0; i < 6; ++i) {
        people.push_back(tiny.settle(0, {.id = "P" + std::to_string(i), .birth = day(1995, 1, 1)}));
        tiny.county.record_result(people.back(), Result::excellent, static_cast<float>(6 - i), 0);
    }
    tiny.open();
    FrontLineRules rules = front_line_rules();
    rules.places = {1, 1, 0, 2};
    rules.term_years = {2, 1, 1, 3};
    rules.presence_at_home = {0.5, 0.25, 1, 0.75};
    for (int round = 0; round < 2; ++round) plan_front_line(everywhere(rules, tiny.county), tiny.world);
    const FrontLineKind kinds[] = {FrontLineKind::village, FrontLineKind::project, FrontLineKind::family_planning,
                                   FrontLineKind::family_planning};
    const Day ends[] = {day(2027, 12, 31), day(2027, 1, 1), day(2028, 12, 31), day(2028, 12, 31)};
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK((where(tiny, people[i]) == Assignment::front_line) == (i < 4));
        if (i >= 4) continue;
        CHECK(tiny.county.cold(people[i]).front_line == kinds[i]);
        CHECK(std::abs(tiny.county.cold(people[i]).assignment_until - ends[i]) <= 1);
    }
    CHECK(tiny.county.units()[0].present == 2 + 0.5 + 0.25 + 0.75 + 0.75);
    CHECK(tiny.flow(Flow::front_line_begun) == 4);
}

TEST_CASE("whoever comes back has learned what the place teaches, a part of what was left to learn") {
    TinyWorld tiny({township("T01", 3), organ("O01", 1)});
    const PersonId village = tiny.settle(0, {.id = "village"}), office = tiny.settle(0, {.id = "office"});
    tiny.open();
    tiny.county.send_to_front_line(village, FrontLineKind::village, day(2028, 1, 1), 0.5);
    tiny.county.send_out(office, Assignment::exchange, UnitId{std::size_t{1}}, day(2028, 1, 1), 0);
    tiny.county.begin_day(day(2028, 1, 1));
    comes_home(tiny, exchange_rules(), front_line_rules(), village);
    comes_home(tiny, exchange_rules(), front_line_rules(), office);
    const double years = years_between(day(2026, 1, 1), day(2028, 1, 1));
    const Traits &a = tiny.county.traits(village), &b = tiny.county.traits(office);
    CHECK(static_cast<double>(a.experience[static_cast<std::size_t>(Skill::mass_work)]) ==
          Approx(0.5 * (1 - std::exp(-0.18 * years / 0.5))));
    CHECK(static_cast<double>(tiny.county.record(village).front_line_years) == Approx(years));
    CHECK(static_cast<double>(b.experience[static_cast<std::size_t>(Skill::administration)]) ==
          Approx(0.5 * (1 - std::exp(-0.11 * years / 0.5))));
    CHECK(tiny.county.hot(village).assignment == Assignment::home);
    CHECK(tiny.county.units()[0].present == 2.0);
}

TEST_CASE("projects teach administration and everything else at the front line work among the people") {
    FrontLineRules rules = front_line_rules();
    rules.learning_per_year = {0.10, 0.20, 0.30, 0.40};
    for (std::size_t kind = 0; kind < front_line_kind_count; ++kind) {
        TinyWorld tiny({township("T01", 1)});
        const PersonId person = tiny.settle(0, {.id = "P"});
        tiny.open();
        tiny.county.send_to_front_line(person, static_cast<FrontLineKind>(kind), day(2027, 1, 1), 0.5);
        tiny.county.begin_day(day(2027, 1, 1));
        CHECK(comes_home(tiny, exchange_rules(), rules, person) == 0.0);  // at home every evening
        const bool project = static_cast<FrontLineKind>(kind) == FrontLineKind::project;
        const auto& learned = tiny.county.traits(person).experience;
        const double expected = rules.learning_ceiling * (1 - std::exp(-rules.learning_per_year[kind] *
                                                                       years_between(day(2026, 1, 1), day(2027, 1, 1)) /
                                                                       rules.learning_ceiling));
        const auto of = [&learned](Skill skill) {
            return static_cast<double>(learned[static_cast<std::size_t>(skill)]);
        };
        CHECK(of(Skill::administration) == Approx(project ? expected : 0.0));
        CHECK(of(Skill::mass_work) == Approx(project ? 0.0 : expected));
    }
}
