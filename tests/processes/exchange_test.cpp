#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/exchange/exchange.hpp"
#include "sim/processes/exchange/plan.hpp"
#include "sim/processes/shared/performance.hpp"
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
    rules.weights = {0, 0, 0, 1, 0};
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
    tiny.county.send_to_front_line(village, FrontLineKind::village, day(2028, 1, 1), 0.5);
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

// --- the plan

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

ExchangeRules weighing(ExchangeWeight what, int people) {
    ExchangeRules rules = exchange_rules();
    rules.weights = {};
    rules.weights[static_cast<std::size_t>(what)] = 1;
    rules.pairs_per_year = people;
    return rules;
}

Assignment where(const TinyCounty& tiny, PersonId person) { return tiny.county.hot(person).assignment; }
UnitId unit_of(const TinyCounty& tiny, PersonId person) { return UnitId{tiny.county.hot(person).unit}; }
std::size_t host_of(const TinyCounty& tiny, PersonId person) { return tiny.county.hot(person).host; }

}  // namespace

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

// --- transfer

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
    TinyWorld tiny({township("near", 2), township("far", 2), organ("O01", 2)});
    tiny.plan.units[0].km_to_seat = 5;
    tiny.plan.units[1].km_to_seat = 95;
    std::vector<PersonId> near_people;
    for (const char* id : {"a", "b"}) near_people.push_back(tiny.settle(0, {.id = id}));
    for (const char* id : {"c", "d"}) tiny.settle(1, {.id = id});
    for (const char* id : {"e", "f"}) tiny.settle(2, {.id = id, .post = organ_clerk});
    tiny.open();
    ExchangeRules rules = weighing(ExchangeWeight::distance, 2);
    rules.mode = ExchangeMode::transfer;
    plan_exchange(everywhere(rules, tiny.county), tiny.world);
    for (const PersonId person : near_people) CHECK(unit_of(tiny, person) == UnitId{std::size_t{2}});
}

// --- borrowing

namespace {

// A township of 100 clerks, of whom every second has one z more skill in administration, and two organs.
struct Hundred : TinyWorld {
    explicit Hundred(RandomKey key = {1, 1},
                     std::vector<UnitPlan> units = {township("T01", 100), organ("O01", 5), organ("O02", 3)})
        : TinyWorld(std::move(units), key) {
        for (int i = 0; i < 100; ++i) {
            people.push_back(settle(0, {.id = std::to_string(i)}));
            if (i % 2 == 0) county.traits(people.back()).innate[static_cast<std::size_t>(Skill::administration)] = 1;
        }
        open();
    }
    void borrow(const ExchangeRules& rules) { keep_up_borrowing(everywhere(rules, county), world, order); }
    std::vector<PersonId> people;
    BorrowingOrder order;
};

ExchangeRules borrowing(double share) {
    ExchangeRules rules = exchange_rules();
    rules.borrowed_share = share;
    return rules;
}

}  // namespace

TEST_CASE("county organs keep up the share they borrow, each organ in turn") {
    for (const double share : {0.0, 0.02, 0.08, 0.2}) {
        Hundred tiny;
        const auto number = static_cast<int>(100 * share + 0.5);
        tiny.borrow(borrowing(share));
        tiny.borrow(borrowing(share));  // what has been reached is not exceeded
        CHECK(number_borrowed(tiny.county) == number);
        CHECK(tiny.flow(Flow::borrowings_begun) == number);
        CHECK(tiny.county.units()[0].staff == 100);
        CHECK(tiny.county.units()[0].present == 100.0 - number);
        // Both organs are as short of hands: empty. The first in line gets one more when the number is odd.
        CHECK(tiny.county.units()[1].present + tiny.county.units()[2].present == number);
        CHECK(std::abs(tiny.county.units()[1].present - tiny.county.units()[2].present) <= 1);
        CHECK(tiny.asked().size() == static_cast<std::size_t>(number));
        check_gates(tiny.county);
    }
}

TEST_CASE("the minimum service does not protect from being borrowed, a title, probation or a sanction does") {
    const auto is_borrowed = [](const Someone& who, bool sanctioned = false) {
        TinyWorld tiny({township("T01", 1, 1), organ("O01", 1)});
        const PersonId person = tiny.settle(0, who);
        tiny.open();
        if (sanctioned) tiny.county.sanction(person, Sanction::warning, day(2026, 6, 1));
        ExchangeRules rules = borrowing(0.2);
        rules.borrowed_share = 1;  // beyond the range of the lever, to want the one person there is
        BorrowingOrder order;
        keep_up_borrowing(everywhere(rules, tiny.county), tiny.world, order);
        return where(tiny, person) == Assignment::borrowed;
    };
    CHECK(is_borrowed({.id = "P"}));
    CHECK(is_borrowed({.id = "P", .minimum_service_until = day(2030, 1, 1)}));
    CHECK_FALSE(is_borrowed({.id = "P", .post = head}));
    CHECK_FALSE(is_borrowed({.id = "P", .on_probation = true}));
    CHECK_FALSE(is_borrowed({.id = "P"}, true));
}

TEST_CASE("without county organs nobody is borrowed") {
    Hundred tiny({1, 1}, {township("T01", 100)});
    CHECK_NOTHROW(tiny.borrow(borrowing(0.2)));
    CHECK(number_borrowed(tiny.county) == 0);
}

// The first of exponential waits at rates w and 1, 50 people each, is of the first kind with probability w / (w + 1).
// 2,000 futures; a count beyond 4 standard errors has a false-alarm probability below 1e-4.
TEST_CASE("organs borrow the skilled more often, at the odds the lever says") {
    for (const double preference : {0.0, 0.5, 2.0}) {
        int skilled = 0;
        const int futures = 2000;
        ExchangeRules rules = borrowing(0.01);
        rules.borrowing_skill_preference = preference;
        Hundred tiny;
        for (int future = 0; future < futures; ++future) {
            Draws draws({2, static_cast<std::uint32_t>(future)});
            Requests requests;
            World world{tiny.county, draws, {}, entity_key("tiny"), requests};
            BorrowingOrder order;
            keep_up_borrowing(everywhere(rules, tiny.county), world, order);
            for (std::size_t i = 0; i < tiny.people.size(); ++i) {
                if (where(tiny, tiny.people[i]) != Assignment::borrowed) continue;
                skilled += i % 2 == 0;
                tiny.county.come_back(tiny.people[i]);
            }
        }
        const double p = std::exp(preference) / (std::exp(preference) + 1);
        CHECK(std::abs(skilled - futures * p) < 4 * std::sqrt(futures * p * (1 - p)));
    }
}

// Taken one by one, the r-th is skilled with probability w (50 - s) / (w (50 - s) + 50 - r + s) when s of the first r
// were: a chain whose mean and variance are summed up here. The same people drawn anew each time would give the same.
// 1,000 futures; beyond 4 standard errors: false alarm below 1e-4.
TEST_CASE("who is asked in later months is drawn as if everybody left were drawn anew") {
    const int months = 30, futures = 1000;
    const double preference = 1, w = std::exp(preference);
    std::vector<double> reached(months + 1, 0.0);  // by number of skilled
    reached[0] = 1;
    for (int r = 0; r < months; ++r) {
        for (int s = r; s >= 0; --s) {
            const double p = w * (50 - s) / (w * (50 - s) + 50 - r + s);
            reached[s + 1] += reached[s] * p;
            reached[s] *= 1 - p;
        }
    }
    double mean = 0, square = 0;
    for (int s = 0; s <= months; ++s) mean += s * reached[s], square += s * s * reached[s];
    ExchangeRules rules = borrowing(0.01);
    rules.borrowing_skill_preference = preference;
    Hundred tiny;
    double sum = 0;
    for (int future = 0; future < futures; ++future) {
        Draws draws({3, static_cast<std::uint32_t>(future)});
        Requests requests;
        World world{tiny.county, draws, {}, entity_key("tiny"), requests};
        BorrowingOrder order;
        for (int month = 0; month < months; ++month) {
            const std::vector<PersonId> next = order.next(rules, world, day(2026, 7, 1), 1);
            REQUIRE(next.size() == 1);
            sum += tiny.county.traits(next.front()).skill(static_cast<std::size_t>(Skill::administration)) > 0.5F;
        }
    }
    CHECK(std::abs(sum / futures - mean) < 4 * std::sqrt((square - mean * mean) / futures));
}

TEST_CASE("nobody is asked twice in a year while others are left; then the order is drawn anew") {
    Hundred tiny;
    const ExchangeRules rules = borrowing(0.01);
    const auto numbers = [&](std::size_t number) {
        std::vector<PersonId> next = tiny.order.next(rules, tiny.world, day(2026, 7, 1), number);
        std::sort(next.begin(), next.end());
        return next;
    };
    std::vector<PersonId> asked = numbers(60);
    for (const PersonId person : numbers(40)) asked.push_back(person);
    std::sort(asked.begin(), asked.end());
    CHECK(asked == numbers(100));  // everybody once, and then everybody again
    CHECK(numbers(101).size() == 100);
}

TEST_CASE("a borrowing is extended once at most, and not while too many are borrowed") {
    const auto ends_after_months = [](double extended, bool too_many) {
        Hundred tiny;
        ExchangeRules rules = borrowing(0.01);
        rules.borrowing_extension_share = extended;
        tiny.borrow(rules);
        const PersonId person = *std::find_if(tiny.people.begin(), tiny.people.end(), [&tiny](PersonId who) {
            return where(tiny, who) == Assignment::borrowed;
        });
        if (too_many) rules.borrowed_share = 0;
        for (int months = 6;; months += 6) {
            tiny.county.begin_day(add_months(day(2026, 1, 1), months));
            CHECK(tiny.county.cold(person).assignment_until == tiny.county.today());
            end_assignment(rules, front_line_rules(), tiny.world, person);
            if (where(tiny, person) == Assignment::home) return months;
        }
    };
    CHECK(ends_after_months(0, false) == 6);
    CHECK(ends_after_months(1, false) == 12);
    CHECK(ends_after_months(1, true) == 6);
}

TEST_CASE("the borrowed learn what organs teach, and their families bear the distance") {
    Hundred tiny;
    ExchangeRules rules = borrowing(0.01);
    rules.borrowing_extension_share = 0;
    tiny.borrow(rules);
    const PersonId person = *std::find_if(tiny.people.begin(), tiny.people.end(),
                                          [&tiny](PersonId who) { return where(tiny, who) == Assignment::borrowed; });
    tiny.county.begin_day(day(2026, 7, 1));
    const double burden = end_assignment(rules, front_line_rules(), tiny.world, person);
    const double years = years_between(day(2026, 1, 1), day(2026, 7, 1));
    const Traits& traits = tiny.county.traits(person);
    CHECK(static_cast<double>(traits.experience[static_cast<std::size_t>(Skill::administration)]) ==
          Approx(0.10 * years));
    CHECK(burden == Approx(0.02 * 3 * years));  // 30 km
    CHECK(tiny.county.units()[0].present == 100.0);
}

// --- rotation

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

// --- settling in

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

// --- kinds of front line

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

TEST_CASE("projects teach administration and everything else at the front line work among the people") {
    FrontLineRules rules = front_line_rules();
    rules.learning_per_year = {0.10, 0.20, 0.30, 0.40};
    for (std::size_t kind = 0; kind < front_line_kind_count; ++kind) {
        TinyWorld tiny({township("T01", 1)});
        const PersonId person = tiny.settle(0, {.id = "P"});
        tiny.open();
        tiny.county.send_to_front_line(person, static_cast<FrontLineKind>(kind), day(2027, 1, 1), 0.5);
        tiny.county.begin_day(day(2027, 1, 1));
        CHECK(end_assignment(exchange_rules(), rules, tiny.world, person) == 0.0);  // at home every evening
        const bool project = static_cast<FrontLineKind>(kind) == FrontLineKind::project;
        const auto& learned = tiny.county.traits(person).experience;
        const double expected = rules.learning_per_year[kind] * years_between(day(2026, 1, 1), day(2027, 1, 1));
        const auto of = [&learned](Skill skill) {
            return static_cast<double>(learned[static_cast<std::size_t>(skill)]);
        };
        CHECK(of(Skill::administration) == Approx(project ? expected : 0.0));
        CHECK(of(Skill::mass_work) == Approx(project ? 0.0 : expected));
    }
}

TEST_CASE("service for the front line holds at its edge") {
    FrontLineRules rules = front_line_rules();
    rules.min_service_years = 3;
    CHECK(goes_to_front_line({.id = "P", .birth = day(1995, 1, 1), .entry = day(2022, 12, 31)}, 0, rules));
    CHECK_FALSE(goes_to_front_line({.id = "P", .birth = day(1995, 1, 1), .entry = day(2023, 1, 5)}, 0, rules));
}
