#include <catch2/catch.hpp>
#include <set>

#include "sim/processes/retention/retention.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

RetentionRules retirement_rules() { return defaults(retention_levers()); }

// Month in which somebody born in the middle of a month reaches the statutory age: "2025-02".
std::string month_of(Sex sex, int year, int month) {
    return to_text(statutory_retirement(retirement_rules(), sex, day(year, month, 15))).substr(0, 7);
}

}  // namespace

TEST_CASE("statutory retirement comes in the months of the law") {
    CHECK(month_of(Sex::male, 1964, 12) == "2024-12");    // 60 y
    CHECK(month_of(Sex::male, 1965, 1) == "2025-02");     // 60 y 1 m
    CHECK(month_of(Sex::male, 1965, 4) == "2025-05");     // 60 y 1 m
    CHECK(month_of(Sex::male, 1965, 5) == "2025-07");     // 60 y 2 m
    CHECK(month_of(Sex::male, 1970, 6) == "2031-11");     // 61 y 5 m
    CHECK(month_of(Sex::male, 1976, 8) == "2039-07");     // 62 y 11 m
    CHECK(month_of(Sex::male, 1976, 9) == "2039-09");     // 63 y 0 m
    CHECK(month_of(Sex::male, 1985, 3) == "2048-03");     // 63 y 0 m
    CHECK(month_of(Sex::female, 1969, 12) == "2024-12");  // 55 y
    CHECK(month_of(Sex::female, 1970, 1) == "2025-02");   // 55 y 1 m
    CHECK(month_of(Sex::female, 1981, 9) == "2039-09");   // 58 y 0 m
    CHECK(month_of(Sex::female, 1990, 2) == "2048-02");   // 58 y 0 m
}

TEST_CASE("the delay rises by a month per four birth months, to 36 at most") {
    for (int month = 0; month < 300; ++month) {
        const int expected = std::min(36, month / 4 + 1);
        CHECK(retirement_delay_months(true, Sex::male, day(1965 + month / 12, month % 12 + 1, 1)) == expected);
        CHECK(retirement_delay_months(true, Sex::female, day(1970 + month / 12, month % 12 + 1, 28)) == expected);
    }
    CHECK(retirement_delay_months(true, Sex::male, day(1964, 12, 31)) == 0);
    CHECK(retirement_delay_months(true, Sex::female, day(1969, 12, 31)) == 0);
    CHECK(retirement_delay_months(false, Sex::male, day(1976, 9, 1)) == 0);
}

TEST_CASE(
    "nobody reaches the statutory age in January or June of 2025, and four in five months have somebody until 2039") {
    for (const Sex sex : {Sex::male, Sex::female}) {
        std::set<std::string> months;
        for (int birth_month = 0; birth_month < 30 * 12; ++birth_month) {
            months.insert(month_of(sex, 1960 + birth_month / 12, birth_month % 12 + 1));
        }
        CHECK_FALSE(months.contains("2025-01"));
        CHECK_FALSE(months.contains("2025-06"));
        int with_somebody = 0, all = 0;
        for (int month = 0; month < 14 * 12; ++month) {  // 2025-01 … 2038-12
            const std::string name = to_text(day(2025 + month / 12, month % 12 + 1, 1)).substr(0, 7);
            with_somebody += months.contains(name) ? 1 : 0;
            ++all;
        }
        CHECK(static_cast<double>(with_somebody) / all == Approx(0.8).margin(0.01));
    }
}

TEST_CASE("without the reform people retire at 60 and 55") {
    RetentionRules old = retirement_rules();
    old.retirement_reform = false;
    CHECK(statutory_retirement(old, Sex::male, day(1976, 9, 1)) == day(2036, 9, 1));
    CHECK(statutory_retirement(old, Sex::female, day(1981, 9, 30)) == day(2036, 9, 30));
}

TEST_CASE("who was born on a day that the month of retirement lacks retires on its last day") {
    CHECK(to_text(statutory_retirement(retirement_rules(), Sex::male, day(1965, 3, 31))) == "2025-04-30");   // 60 y 1 m
    CHECK(to_text(statutory_retirement(retirement_rules(), Sex::male, day(1965, 11, 30))) == "2026-02-28");  // 60 y 3 m
    CHECK(to_text(statutory_retirement(retirement_rules(), Sex::male, day(1965, 5, 31))) == "2025-07-31");   // 60 y 2 m
}

TEST_CASE("flexible retirement is at most three years early, not before the old age, and needs contributions") {
    RetentionRules flexible = retirement_rules();
    flexible.flexible_share = 0.6;
    const Draws draws({1, 1});
    PersonCold person;
    person.sex = Sex::male;
    person.entry = day(1995, 1, 1);
    const auto early = [&](Day birth, int number) {
        person.birth = birth;
        person.key = combine(entity_key("flexible"), static_cast<std::uint64_t>(number));
        const Day planned = planned_retirement(flexible, draws, person);
        CHECK(planned <= statutory_retirement(flexible, person.sex, birth));
        CHECK(planned >= add_months(birth, 60 * 12));
        return planned < statutory_retirement(flexible, person.sex, birth);
    };
    int number_early = 0;
    for (int i = 0; i < 2000; ++i) number_early += early(day(1970 + i % 12, 1 + i % 12, 10), i);
    CHECK(number_early / 2000.0 == Approx(0.6).margin(4 * std::sqrt(0.24 / 2000)));
    for (int i = 0; i < 100; ++i) CHECK_FALSE(early(day(1964, 12, 31), i));  // no delay, nothing to bring forward
    person.entry = day(2022, 1, 1);  // at most 17 years in 2039, when 20 are asked for
    for (int i = 0; i < 100; ++i) CHECK_FALSE(early(day(1976, 9, 1), i));
    flexible.retirement_reform = false;
    person.entry = day(1995, 1, 1);
    for (int i = 0; i < 100; ++i) CHECK_FALSE(early(day(1976, 9, 1), i));
}

TEST_CASE("years of contribution rise by half a year from 2030 to 20") {
    CHECK(minimum_contribution_years(2025) == 15);
    CHECK(minimum_contribution_years(2029) == 15);
    CHECK(minimum_contribution_years(2030) == 15.5);
    CHECK(minimum_contribution_years(2039) == 20);
    CHECK(minimum_contribution_years(2050) == 20);
}
