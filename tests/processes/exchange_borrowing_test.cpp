// Township staff borrowed by county organs: how many, who, for how long, and what it leaves.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

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

// The order of the year ends in the middle of the second call, and is drawn anew: those of this call are not asked
// again.
TEST_CASE("nobody is borrowed twice on one day") {
    Hundred tiny;
    tiny.borrow(borrowing(0.6));
    for (const PersonId person : tiny.people) {
        if (where(tiny, person) == Assignment::borrowed) tiny.county.come_back(person);
    }
    tiny.county.begin_day(day(2026, 5, 1));    // another month, another order
    CHECK_NOTHROW(tiny.borrow(borrowing(1)));  // beyond the range of the lever, to want everybody there is
    CHECK(number_borrowed(tiny.county) == 100);
    check_gates(tiny.county);
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
            end_assignment(rules, tiny.world, person);
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
    const double burden = comes_home(tiny, rules, front_line_rules(), person);
    const double years = years_between(day(2026, 1, 1), day(2026, 7, 1));
    const Traits& traits = tiny.county.traits(person);
    CHECK(static_cast<double>(traits.experience[static_cast<std::size_t>(Skill::administration)]) ==
          Approx(0.5 * (1 - std::exp(-0.11 * years / 0.5))));
    CHECK(burden == Approx(0.02 * 3 * years));  // 30 km
    CHECK(tiny.county.units()[0].present == 100.0);
}
