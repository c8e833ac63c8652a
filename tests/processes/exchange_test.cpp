#include <catch2/catch.hpp>

#include "sim/processes/exchange/exchange.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

ExchangeRules exchange_rules() { return defaults(exchange_levers()); }
FrontLineRules front_line_rules() { return defaults(front_line_levers()); }

// Two townships and an organ of six clerks each, all of whom may go.
struct Everybody : TinyWorld {
    Everybody() : TinyWorld({township("T01", 6), township("T02", 6), organ("O01", 6)}) {
        for (std::size_t unit = 0; unit < 3; ++unit) {
            for (int i = 0; i < 6; ++i) {
                people.push_back(settle(unit, {.id = std::to_string(unit) + "-" + std::to_string(i),
                                               .post = unit < 2 ? clerk : organ_clerk}));
            }
        }
        open();
    }
    void exchange(const ExchangeRules& rules) { plan_exchange(everywhere(rules, county), world); }
    void front_line(const FrontLineRules& rules) { plan_front_line(everywhere(rules, county), world); }
    int away(Assignment how) const {
        int number = 0;
        for (const PersonId person : people) number += county.hot(person).assignment == how ? 1 : 0;
        return number;
    }
    std::vector<PersonId> people;
};

// Whether the one candidate of a township goes on exchange, against a clerk of the county organ who may.
bool goes(const Someone& who, ExchangeRules rules = exchange_rules()) {
    TinyWorld tiny({township("T01", 1, 1, 1), organ("O01", 1)});
    const PersonId person = tiny.settle(0, who);
    tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
    tiny.open();
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    return tiny.county.hot(person).assignment == Assignment::exchange;
}

bool goes_to_front_line(const Someone& who, int years_since_excellent, FrontLineRules rules = front_line_rules()) {
    TinyWorld tiny({township("T01", 1, 1, 1)});
    const PersonId person = tiny.settle(0, who);
    tiny.open();
    tiny.county.record(person).years_since_excellent = static_cast<std::uint8_t>(years_since_excellent);
    plan_front_line(everywhere(rules, tiny.county), tiny.world);
    return tiny.county.hot(person).assignment == Assignment::front_line;
}

}  // namespace

TEST_CASE("as many go each way as pairs are planned") {
    for (const int pairs : {0, 1, 2}) {
        Everybody tiny;
        ExchangeRules rules = exchange_rules();
        rules.pairs_per_year = pairs;
        tiny.exchange(rules);
        CHECK(tiny.away(Assignment::exchange) == 2 * pairs);
        CHECK(tiny.county.units()[2].away == pairs);
        CHECK(tiny.county.units()[2].present == 6.0);  // as many came as went
        CHECK(tiny.county.units()[0].staff == 6);
    }
}

TEST_CASE("no unit has more people away than it may") {
    for (const int most : {0, 1, 3}) {
        Everybody tiny;
        ExchangeRules rules = exchange_rules();
        rules.pairs_per_year = 10;
        rules.max_away_per_unit = most;
        rules.min_years_between = 0;
        for (int round = 0; round < 3; ++round) tiny.exchange(rules);
        CHECK(tiny.county.units()[2].away == most);  // the only organ sets the number of pairs
        CHECK(tiny.county.units()[0].away + tiny.county.units()[1].away == most);
        for (const Unit& unit : tiny.county.units()) CHECK(unit.away <= most);
        check_gates(tiny.county);
    }
}

TEST_CASE("each condition of exchange holds at its edge") {
    CHECK(goes({.id = "P"}));
    CHECK_FALSE(goes({.id = "P", .on_probation = true}));
    CHECK(goes({.id = "P", .birth = day(1981, 1, 2)}));
    CHECK_FALSE(goes({.id = "P", .birth = day(1980, 12, 30)}));
    CHECK(goes({.id = "P", .entry = day(2022, 12, 31)}));
    CHECK_FALSE(goes({.id = "P", .entry = day(2023, 1, 5)}));
    CHECK(goes({.id = "P", .post = head}));
    CHECK_FALSE(goes({.id = "P", .post = deputy}));
}

TEST_CASE("nobody is exchanged who retires before the term ends or was away lately") {
    for (const bool retires : {false, true}) {
        for (const bool lately : {false, true}) {
            TinyWorld tiny({township("T01", 1), organ("O01", 1)});
            const PersonId person = tiny.settle(0, {.id = "P"});
            tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
            tiny.open();
            if (retires) tiny.county.set_retirement(person, day(2027, 12, 31));
            if (lately) {
                tiny.county.begin_day(day(2022, 1, 5));
                tiny.county.note_exchange(person);
                tiny.county.begin_day(day(2026, 1, 1));
            }
            const ExchangeRules rules = exchange_rules();
            plan_exchange(everywhere(rules, tiny.county), tiny.world);
            CHECK((tiny.county.hot(person).assignment == Assignment::exchange) == (!retires && !lately));
        }
    }
}

TEST_CASE("the plan avoids distance when that is all it weighs") {
    TinyWorld tiny({township("near", 2), township("far", 2), organ("O01", 2)});
    tiny.plan.units[0].km_to_seat = 5;
    tiny.plan.units[1].km_to_seat = 95;
    std::vector<PersonId> near_people;
    for (const char* id : {"a", "b"}) near_people.push_back(tiny.settle(0, {.id = id}));
    for (const char* id : {"c", "d"}) tiny.settle(1, {.id = id});
    for (const char* id : {"e", "f"}) tiny.settle(2, {.id = id, .post = organ_clerk});
    tiny.open();
    ExchangeRules rules = exchange_rules();
    rules.pairs_per_year = 2;
    rules.need_weight = rules.skill_weight = 0;
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    for (const PersonId person : near_people) CHECK(tiny.county.hot(person).assignment == Assignment::exchange);
    CHECK(tiny.county.units()[1].away == 0);
}

TEST_CASE("nobody goes without a counterpart") {
    TinyWorld tiny({township("T01", 3), organ("O01", 1)});
    for (const char* id : {"a", "b", "c"}) tiny.settle(0, {.id = id});
    tiny.open();
    const ExchangeRules rules = exchange_rules();
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.units()[0].away == 0);
}

TEST_CASE("without units of the other kind nobody is exchanged") {
    TinyWorld tiny({township("T01", 1)});
    tiny.settle(0, {.id = "P"});
    tiny.open();
    const ExchangeRules rules = exchange_rules();
    CHECK_NOTHROW(plan_exchange(everywhere(rules, tiny.county), tiny.world));
    CHECK(tiny.county.units()[0].away == 0);
}

TEST_CASE("front-line places are filled up to their number, in townships alone") {
    for (const int places : {0, 1, 4}) {
        Everybody tiny;
        FrontLineRules rules = front_line_rules();
        rules.places_per_township = places;
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
    CHECK(goes_to_front_line({.id = "P", .birth = day(1991, 1, 2)}, 0));
    CHECK_FALSE(goes_to_front_line({.id = "P", .birth = day(1990, 12, 30)}, 0));
    CHECK_FALSE(goes_to_front_line({.id = "P", .post = deputy, .birth = day(1992, 1, 1)}, 0));
    CHECK_FALSE(goes_to_front_line({.id = "P", .birth = day(1992, 1, 1), .on_probation = true}, 0));
    FrontLineRules anybody = front_line_rules();
    anybody.excellent_within_years = 0;
    CHECK(goes_to_front_line({.id = "P", .birth = day(1992, 1, 1)}, 255, anybody));
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

TEST_CASE("whoever comes back has learned what the place teaches, in proportion to the time") {
    TinyWorld tiny({township("T01", 3), organ("O01", 1)});
    const PersonId village = tiny.settle(0, {.id = "village"}), office = tiny.settle(0, {.id = "office"});
    tiny.open();
    tiny.county.send_out(village, Assignment::front_line, UnitId{std::size_t{0}}, day(2028, 1, 1), 0.5);
    tiny.county.send_out(office, Assignment::exchange, UnitId{std::size_t{1}}, day(2028, 1, 1), 0);
    tiny.county.begin_day(day(2028, 1, 1));
    end_assignment(exchange_rules(), front_line_rules(), tiny.world, village);
    end_assignment(exchange_rules(), front_line_rules(), tiny.world, office);
    const double years = years_between(day(2026, 1, 1), day(2028, 1, 1));
    const Traits &a = tiny.county.traits(village), &b = tiny.county.traits(office);
    CHECK(static_cast<double>(a.experience[static_cast<std::size_t>(Skill::mass_work)]) == Approx(0.15 * years));
    CHECK(static_cast<double>(tiny.county.record(village).front_line_years) == Approx(years));
    CHECK(static_cast<double>(b.experience[static_cast<std::size_t>(Skill::administration)]) == Approx(0.10 * years));
    CHECK(tiny.county.hot(village).assignment == Assignment::home);
    CHECK(tiny.county.units()[0].present == 2.0);
}
