// Who goes on exchange and how many: each condition at its edge, pairs, and the limit of people away from a unit.
#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Whether the one candidate of a township goes on exchange, against a clerk of the county organ who may.
bool goes(const Someone& who, ExchangeRules rules = exchange_rules()) {
    TinyWorld tiny({township("T01", 1, 1, 1), organ("O01", 1)});
    const PersonId person = tiny.settle(0, who);
    tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
    tiny.open();
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    return tiny.county.hot(person).assignment == Assignment::exchange;
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
    CHECK(goes({.id = "P", .birth = day(1980, 1, 1)}));
    CHECK_FALSE(goes({.id = "P", .birth = day(1979, 12, 31)}));
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

TEST_CASE("whoever retires on the last day of the term is not exchanged") {
    for (const std::int32_t day_of_january : {1, 2}) {
        TinyWorld tiny({township("T01", 1), organ("O01", 1)});
        const PersonId person = tiny.settle(0, {.id = "P"});
        tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
        tiny.open();
        tiny.county.set_retirement(person, day(2028, 1, day_of_january));
        ExchangeRules rules = exchange_rules();
        rules.term_years = 2;
        plan_exchange(everywhere(rules, tiny.county), tiny.world);
        CHECK((tiny.county.hot(person).assignment == Assignment::exchange) == (day_of_january == 2));
    }
}

TEST_CASE("the years between two exchanges are over on the day of the calendar on which they end, not before") {
    for (const std::int32_t day_of_january : {1, 2}) {
        TinyWorld tiny({township("T01", 1), organ("O01", 1)});
        const PersonId person = tiny.settle(0, {.id = "P"});
        tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
        tiny.open();
        tiny.county.begin_day(day(2022, 1, day_of_january));
        tiny.county.note_exchange(person);
        tiny.county.begin_day(day(2026, 1, 1));
        ExchangeRules rules = exchange_rules();
        rules.min_years_between = 4;
        plan_exchange(everywhere(rules, tiny.county), tiny.world);
        CHECK((tiny.county.hot(person).assignment == Assignment::exchange) == (day_of_january == 1));
    }
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

TEST_CASE("in one direction people go without a counterpart") {
    for (const auto direction : {ExchangeDirection::down, ExchangeDirection::up}) {
        Everybody tiny;
        ExchangeRules rules = exchange_rules();
        rules.direction = direction;
        rules.pairs_per_year = 2;
        tiny.exchange(rules);
        const bool down = direction == ExchangeDirection::down;
        CHECK(tiny.away(Assignment::exchange) == 2);
        CHECK(tiny.county.units()[2].away == (down ? 2 : 0));
        CHECK(tiny.county.units()[0].away + tiny.county.units()[1].away == (down ? 0 : 2));
        CHECK(tiny.county.units()[2].present == (down ? 4.0 : 8.0));
    }
}

TEST_CASE("of the limit of people away borrowing takes one each and the front line its part of the working time") {
    struct Case {
        int borrowed, at_front_line;
        double presence;
        bool goes;
    };
    // At most two away: 2 borrowed leave nothing; 1 borrowed leaves one; with somebody half-time away it leaves half.
    for (const Case& c : {Case{2, 0, 0, false}, Case{1, 0, 0, true}, Case{1, 1, 0.5, false}, Case{0, 1, 0.5, true},
                          Case{0, 2, 0.5, true}, Case{1, 1, 1.0, true}, Case{1, 1, 0.0, false}}) {
        TinyWorld tiny({township("T01", 4), organ("O01", 1)});
        std::vector<PersonId> people;
        for (const char* id : {"a", "b", "c", "d"}) people.push_back(tiny.settle(0, {.id = id}));
        tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
        tiny.open();
        std::size_t next = 0;
        for (int i = 0; i < c.borrowed; ++i) {
            tiny.county.send_out(people[next++], Assignment::borrowed, UnitId{std::size_t{1}}, day(2026, 7, 1), 0);
        }
        for (int i = 0; i < c.at_front_line; ++i) {
            tiny.county.send_to_front_line(people[next++], FrontLineKind::village, day(2028, 1, 1), c.presence);
        }
        CHECK(hands_away(tiny.county, UnitId{std::size_t{0}}) == c.borrowed + c.at_front_line * (1 - c.presence));
        const ExchangeRules rules = exchange_rules();
        plan_exchange(everywhere(rules, tiny.county), tiny.world);
        CHECK(tiny.flow(Flow::exchanges_begun) == (c.goes ? 2 : 0));
    }
}
