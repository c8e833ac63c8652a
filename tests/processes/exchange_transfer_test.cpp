// Exchange as a transfer: two people take each other's place for good.
#include <catch2/catch.hpp>
#include <cstddef>

#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("a transfer swaps two places for good and opens nothing") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    const PersonId up = tiny.settle(0, {.id = "up"}), down = tiny.settle(1, {.id = "down", .post = organ_clerk});
    tiny.open();
    ExchangeRules rules = exchange_rules();
    rules.mode = ExchangeMode::transfer;
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    CHECK(unit_of(tiny, up) == UnitId{std::size_t{1}});
    CHECK(unit_of(tiny, down) == UnitId{std::size_t{0}});
    CHECK(tiny.county.hot(up).post == organ_clerk);
    CHECK(tiny.county.hot(down).post == clerk);
    CHECK(where(tiny, up) == Assignment::home);
    CHECK(tiny.new_openings().empty());
    CHECK(tiny.asked().empty());  // nobody will return
    CHECK(tiny.flow(Flow::exchange_transfers) == 2);
    CHECK(tiny.flow(Flow::moved_in) == 2);
    CHECK(tiny.flow(Flow::exchanges_begun) == 0);
    for (const Unit& unit : tiny.county.units()) {
        CHECK(unit.staff == 1);
        CHECK(unit.present == 1.0);
        CHECK(unit.away == 0);
    }
    CHECK(tiny.county.cold(up).tier_since == day(2013, 9, 15));  // still a clerk, of another unit
    CHECK(tiny.county.cold(up).post_since == day(2026, 1, 1));
    CHECK(tiny.county.cold(up).last_exchange == day(2026, 1, 1));
    tiny.county.begin_day(day(2028, 1, 1));
    CHECK(tiny.county.township_years(up) == Approx(years_between(day(2013, 9, 15), day(2026, 1, 1))));
    CHECK(tiny.county.township_years(down) == Approx(years_between(day(2026, 1, 1), day(2028, 1, 1))));
    check_gates(tiny.county);
}

TEST_CASE("nobody with a title and nobody inside the minimum service is transferred") {
    const auto is_transferred = [](const Someone& who) {
        TinyWorld tiny({township("T01", 1, 1), organ("O01", 1)});
        const PersonId person = tiny.settle(0, who);
        tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
        tiny.open();
        ExchangeRules rules = exchange_rules();
        rules.mode = ExchangeMode::transfer;
        plan_exchange(everywhere(rules, tiny.county), tiny.world);
        return unit_of(tiny, person) == UnitId{std::size_t{1}};
    };
    CHECK(is_transferred({.id = "P"}));
    CHECK_FALSE(is_transferred({.id = "P", .post = head}));
    CHECK(is_transferred({.id = "P", .minimum_service_until = day(2026, 1, 1)}));
    CHECK_FALSE(is_transferred({.id = "P", .minimum_service_until = day(2026, 1, 2)}));
}

TEST_CASE("units with more staff than places keep them when places are swapped") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    for (const char* id : {"a", "b", "c"}) tiny.settle(0, {.id = id});
    tiny.settle(1, {.id = "x", .post = organ_clerk});
    tiny.open();
    ExchangeRules rules = exchange_rules();
    rules.mode = ExchangeMode::transfer;
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.flow(Flow::exchange_transfers) == 2);
    CHECK(tiny.county.units()[0].supernumerary == 2);
    check_gates(tiny.county);
    check_gates(tiny.county);
}

TEST_CASE("transfers pair people so that both sides together gain most") {
    // Distance alone: of the two townships' people the near ones swap.
    NearAndFar tiny;
    ExchangeRules rules = weighing(ExchangeWeight::distance, 2);
    rules.mode = ExchangeMode::transfer;
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    for (const PersonId person : tiny.near_people) CHECK(unit_of(tiny, person) == UnitId{std::size_t{2}});
}
