// Rotation of office heads: who is due, with whom seats are exchanged, and that nothing opens.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// A township of three office heads who took their posts on the given days, the first seat first, and a clerk.
struct Heads : TinyWorld {
    explicit Heads(const std::vector<Day>& since, std::vector<UnitPlan> units = {township("T01", 4, 3)})
        : TinyWorld(std::move(units)) {
        for (std::size_t i = 0; i < since.size(); ++i) {
            people.push_back(settle(0, {.id = "H" + std::to_string(i), .post = head, .tier_since = since[i]}));
        }
        settle(0, {.id = "clerk"});
        open();
    }
    void rotate(double years, Area area = Area::unit) {
        ExchangeRules rules = exchange_rules();
        rules.rotation_years = years;
        rules.rotation_area = area;
        rotate_heads(everywhere(rules, county), world);
    }
    SeatId seat_of(std::size_t head_number) const { return county.hot(people[head_number]).seat; }
    std::vector<PersonId> people;
};

const Day long_ago = day(2019, 1, 1), lately = day(2024, 1, 1), earlier_lately = day(2023, 1, 1);

}  // namespace

TEST_CASE("heads who are due exchange their seats in a circle, and nothing opens") {
    Heads tiny({long_ago, long_ago, long_ago});
    const std::vector<SeatId> before{tiny.seat_of(0), tiny.seat_of(1), tiny.seat_of(2)};
    tiny.rotate(5);
    std::vector<SeatId> after{tiny.seat_of(0), tiny.seat_of(1), tiny.seat_of(2)};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(after[i] != before[i]);
        CHECK(tiny.county.seat(after[i]).holder == tiny.people[i]);
        CHECK(tiny.county.cold(tiny.people[i]).post_since == day(2026, 1, 1));
        CHECK(tiny.county.cold(tiny.people[i]).tier_since == long_ago);
    }
    std::sort(after.begin(), after.end(), [](SeatId a, SeatId b) { return a.value < b.value; });
    CHECK(after == before);
    CHECK(tiny.new_openings().empty());
    CHECK(tiny.flow(Flow::rotations) == 3);
    CHECK(tiny.flow(Flow::promoted_to_middle) == 0);
    check_gates(tiny.county);
    tiny.rotate(5);  // nobody is due again
    CHECK(tiny.flow(Flow::rotations) == 3);
}

TEST_CASE("one head who is due changes with the longest-serving other") {
    Heads tiny({lately, long_ago, earlier_lately});
    const SeatId first = tiny.seat_of(0), second = tiny.seat_of(1), third = tiny.seat_of(2);
    tiny.rotate(5);
    CHECK(tiny.seat_of(0) == first);
    CHECK(tiny.seat_of(1) == third);
    CHECK(tiny.seat_of(2) == second);
}

TEST_CASE("no head rotates who is not due, when rotation is off, or alone in the unit") {
    for (const double years : {0.0, 8.0}) {
        Heads tiny({long_ago, long_ago, long_ago});
        tiny.rotate(years);
        CHECK(tiny.flow(Flow::rotations) == 0);
    }
    Heads alone({long_ago}, {township("T01", 2, 1)});
    alone.rotate(5);
    CHECK(alone.flow(Flow::rotations) == 0);
}

TEST_CASE("a head who is away is not rotated") {
    Heads tiny({long_ago, long_ago, long_ago}, {township("T01", 4, 3), organ("O01", 1)});
    tiny.county.send_out(tiny.people[1], Assignment::exchange, UnitId{std::size_t{1}}, day(2028, 1, 1), 0);
    const SeatId seat = tiny.seat_of(1);
    tiny.rotate(5);
    CHECK(tiny.seat_of(1) == seat);
    CHECK(tiny.flow(Flow::rotations) == 2);
}

TEST_CASE("heads without a partner change with those of other townships when the area allows") {
    for (const Area area : {Area::unit, Area::same_kind}) {
        TinyWorld tiny({township("T01", 2, 1), township("T02", 2, 1), township("T03", 2, 1)});
        std::vector<PersonId> heads;
        for (std::size_t unit = 0; unit < 3; ++unit) {
            heads.push_back(
                tiny.settle(unit, {.id = "H" + std::to_string(unit), .post = head, .tier_since = long_ago}));
            tiny.settle(unit, {.id = "C" + std::to_string(unit)});
        }
        tiny.open();
        ExchangeRules rules = exchange_rules();
        rules.rotation_years = 5;
        rules.rotation_area = area;
        rotate_heads(everywhere(rules, tiny.county), tiny.world);
        for (std::size_t unit = 0; unit < 3; ++unit) {
            CHECK((unit_of(tiny, heads[unit]) == UnitId{unit}) == (area == Area::unit));
            CHECK(tiny.county.units()[unit].staff == 2);
            CHECK(tiny.county.units()[unit].titled == 1);
        }
        CHECK(tiny.flow(Flow::moved_in) == (area == Area::unit ? 0 : 3));
        CHECK(tiny.new_openings().empty());
        check_gates(tiny.county);
    }
}
