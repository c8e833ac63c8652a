// What the plan of exchange weighs, one weight at a time, and that plans are optimal.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/processes/exchange/plan.hpp"
#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// An organ clerk who goes down to one of two townships of two, each with one place free, by what the rules weigh.
struct TwoHosts : TinyWorld {
    TwoHosts() : TinyWorld({township("T01", 3), township("T02", 3), organ("O01", 2)}) {
        for (std::size_t unit = 0; unit < 2; ++unit) {
            for (const char* id : {"a", "b"}) locals.push_back(settle(unit, {.id = id + std::to_string(unit)}));
        }
        for (const char* id : {"x", "y"}) organ_people.push_back(settle(2, {.id = id, .post = organ_clerk}));
        open();
    }
    void down(ExchangeRules rules) {
        rules.direction = ExchangeDirection::down;
        plan_exchange(everywhere(rules, county), world);
    }
    std::vector<PersonId> locals, organ_people;
};

}  // namespace

TEST_CASE("the plan avoids distance when that is all it weighs") {
    NearAndFar tiny;
    ExchangeRules rules = exchange_rules();
    rules.pairs_per_year = 2;
    rules.weights = {0, 0, 0, 1, 0};
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    for (const PersonId person : tiny.near_people) CHECK(tiny.county.hot(person).assignment == Assignment::exchange);
    CHECK(tiny.county.units()[1].away == 0);
}

TEST_CASE("a plan that weighs the skill of a level sends whoever has most of it") {
    for (const std::size_t skilled : {0u, 1u}) {
        TwoHosts tiny;
        tiny.county.traits(tiny.organ_people[skilled]).innate[static_cast<std::size_t>(Skill::law)] = 2;
        tiny.down(weighing(ExchangeWeight::skill, 1));
        CHECK(where(tiny, tiny.organ_people[skilled]) == Assignment::exchange);
        CHECK(where(tiny, tiny.organ_people[1 - skilled]) == Assignment::home);
    }
}

TEST_CASE("a plan that weighs specialties sends each field to where it is rare") {
    const auto cost_minimum = [](bool law_in_first) {
        TinyWorld tiny({township("T01", 2), township("T02", 2), organ("O01", 2)});
        const auto settle = [&tiny](std::size_t unit, const char* id, Field field) {
            County::Newcomer person = TinyCounty::newcomer({.id = id, .post = unit == 2 ? organ_clerk : clerk});
            person.cold.field = field;
            return tiny.county.settle(UnitId{unit}, person, PostTypeId{unit == 2 ? organ_clerk : clerk},
                                      SeatId::none());
        };
        const Field first = law_in_first ? Field::law : Field::economics;
        const Field second = law_in_first ? Field::economics : Field::law;
        settle(0, "a", first), settle(0, "b", first), settle(1, "c", second), settle(1, "d", second);
        const PersonId lawyer = settle(2, "x", Field::law), economist = settle(2, "y", Field::economics);
        tiny.open();
        ExchangeRules rules = weighing(ExchangeWeight::specialty, 2);
        rules.direction = ExchangeDirection::down;
        plan_exchange(everywhere(rules, tiny.county), tiny.world);
        return std::pair{host_of(tiny, lawyer), host_of(tiny, economist)};
    };
    CHECK(cost_minimum(true) == std::pair<std::size_t, std::size_t>{1, 0});
    CHECK(cost_minimum(false) == std::pair<std::size_t, std::size_t>{0, 1});
}

TEST_CASE("a plan that weighs years since the last move sends whoever waits longest") {
    for (const bool first_waits : {true, false}) {
        TinyWorld tiny({township("T01", 1), organ("O01", 2)});
        const auto clerk_since = [&tiny](const char* id, Day since) {
            return tiny.settle(1, {.id = id, .post = organ_clerk, .tier_since = since});
        };
        const PersonId a = clerk_since("a", first_waits ? day(2014, 1, 1) : day(2022, 1, 1));
        const PersonId b = clerk_since("b", first_waits ? day(2022, 1, 1) : day(2014, 1, 1));
        tiny.open();
        ExchangeRules rules = weighing(ExchangeWeight::years_since_move, 1);
        rules.direction = ExchangeDirection::down;
        plan_exchange(everywhere(rules, tiny.county), tiny.world);
        CHECK(where(tiny, a) == (first_waits ? Assignment::exchange : Assignment::home));
        CHECK(where(tiny, b) == (first_waits ? Assignment::home : Assignment::exchange));
    }
}

// Of large plans each group is optimal: with costs row x column the largest rows get the smallest columns of the group.
TEST_CASE("a plan of any size gives every chair somebody else, and small ones are optimal") {
    for (const std::size_t rows : {0u, 1u, 7u, 200u, 201u, 450u}) {
        const std::size_t columns = 3 * rows;
        const auto cost = [](std::size_t row, std::size_t column) {
            return static_cast<std::int64_t>((row + 1) * (column + 1));
        };
        std::vector<std::size_t> columns_of = best_plan(rows, columns, cost);
        REQUIRE(columns_of.size() == rows);
        const std::size_t groups = (rows + largest_plan - 1) / largest_plan;
        bool as_expected = true;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t last = row + (rows - 1 - row) / groups * groups;  // of the row's group
            as_expected = as_expected && columns_of[row] == last - row + row % groups;
        }
        CHECK(as_expected);
        std::sort(columns_of.begin(), columns_of.end());
        CHECK(std::adjacent_find(columns_of.begin(), columns_of.end()) == columns_of.end());
    }
}
