#include "sim/foundation/date.hpp"
#include "sim/foundation/short_month.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace staffsim;

namespace {

std::string shifted(CivilDate date, int months) { return to_text(add_months(to_day(date), months)); }

}  // namespace

TEST_CASE("day 0 is the first day of 1970 and days before it are negative") {
    CHECK(to_day({1970, 1, 1}).value == 0);
    CHECK(to_day({1969, 12, 31}).value == -1);
    CHECK(to_civil(Day{-1}) == CivilDate{1969, 12, 31});
    CHECK(year_of(Day{-1}) == 1969);
}

TEST_CASE("every day of four centuries goes to a date and back") {
    Day day = to_day({1800, 1, 1});
    CivilDate before = to_civil(day - 1);
    for (; day < to_day({2200, 1, 1}); day = day + 1) {
        const CivilDate date = to_civil(day);
        REQUIRE(to_day(date) == day);
        REQUIRE(is_valid(date));
        REQUIRE(before < date);
        before = date;
    }
}

TEST_CASE("adding months keeps the day of the month") {
    CHECK(shifted({2026, 3, 15}, 1) == "2026-04-15");
    CHECK(shifted({2026, 12, 1}, 1) == "2027-01-01");
    CHECK(shifted({2026, 1, 1}, -1) == "2025-12-01");
    CHECK(shifted({2026, 3, 10}, 24) == "2028-03-10");
    CHECK(shifted({2026, 3, 10}, 0) == "2026-03-10");
    CHECK(shifted({1970, 1, 15}, -14) == "1968-11-15");
}

TEST_CASE("adding months takes the last day of a month that is too short") {
    CHECK(shifted({2026, 1, 31}, 1) == "2026-02-28");
    CHECK(shifted({2024, 1, 31}, 1) == "2024-02-29");
    CHECK(shifted({2026, 3, 31}, -1) == "2026-02-28");
    CHECK(shifted({2026, 8, 31}, 1) == "2026-09-30");
    CHECK(shifted({2024, 2, 29}, 12) == "2025-02-28");
    CHECK(shifted({1900, 1, 31}, 1) == "1900-02-28");
    CHECK(shifted({2000, 1, 31}, 1) == "2000-02-29");
}

TEST_CASE("years are twelve months") {
    CHECK(to_text(add_years(to_day({2024, 2, 29}), 1)) == "2025-02-28");
    CHECK(to_text(add_years(to_day({2024, 2, 29}), 4)) == "2028-02-29");
    CHECK(to_text(add_years(to_day({2026, 7, 1}), -60)) == "1966-07-01");
}

TEST_CASE("any number of years later it is the same day of the year, or the last of February") {
    for (Day day = to_day({1899, 12, 1}); day < to_day({2102, 4, 1}); day = day + 3) {
        const CivilDate from = to_civil(day);
        for (const int years : {-60, -4, 4, 8, 55, 60, 200}) {
            const CivilDate there = to_civil(add_years(day, years));
            REQUIRE(there.year == from.year + years);
            REQUIRE(there.month == from.month);
            const bool is_cut = from.month == 2 && from.day_of_month == 29 && !is_valid({there.year, 2, 29});
            REQUIRE(there.day_of_month == (is_cut ? 28 : from.day_of_month));
            REQUIRE(add_years(from, years) == to_day(there));
        }
    }
}

TEST_CASE("a year is completed on its anniversary") {
    const Day birth = to_day({1990, 6, 15});
    CHECK(completed_years(birth, to_day({2020, 6, 14})) == 29);
    CHECK(completed_years(birth, to_day({2020, 6, 15})) == 30);
    CHECK(completed_years(birth, birth) == 0);
    CHECK(completed_years(birth, birth - 400) == 0);
    CHECK(completed_years(to_day({2024, 2, 29}), to_day({2025, 2, 28})) == 0);
    CHECK(completed_years(to_day({2024, 2, 29}), to_day({2025, 3, 1})) == 1);
}

TEST_CASE("years as a real number are days over the mean year") {
    CHECK(years_between(Day{0}, Day{146097}) == Approx(400).epsilon(1e-12));
    CHECK(years_between(Day{10}, Day{0}) < 0);
}

TEST_CASE("the fewest days that are at least so many years, and the most that are at most so many, are sharp") {
    for (int i = 0; i <= 20000; ++i) {
        const double years = i / 100.0;
        const std::int32_t reaching = days_reaching(years), within = days_within(years);
        REQUIRE(years_between(Day{0}, Day{reaching}) >= years);
        REQUIRE((reaching == 0 || years_between(Day{0}, Day{reaching - 1}) < years));
        REQUIRE(years_between(Day{0}, Day{within}) <= years);
        REQUIRE(years_between(Day{0}, Day{within + 1}) > years);
    }
}

TEST_CASE("whole days are sharp also when a number of years is next to theirs") {
    int wrong_reaching = 0, wrong_within = 0;
    for (std::int32_t days = 0; days <= 40000; ++days) {
        const double years = days / days_per_year;
        const double above = std::nextafter(years, 1000.0), below = std::nextafter(years, -1.0);
        wrong_reaching += days_reaching(years) != days || days_reaching(above) != days + 1;
        wrong_within += days_within(years) != days || days_within(above) != days;
        if (days == 0) continue;
        wrong_reaching += days_reaching(below) != days;
        wrong_within += days_within(below) != days - 1;
    }
    CHECK(wrong_reaching == 0);
    CHECK(wrong_within == 0);
}

TEST_CASE("the day after so many years is the first on which they have passed") {
    const Day birth = to_day({1990, 6, 15});
    for (const double years : {0.0, 0.5, 2.0, 10.0, 35.0, 45.0}) {
        const Day day = day_after_years(birth, years);
        CHECK(years_between(birth, day) >= years);
        CHECK((day == birth || years_between(birth, day - 1) < years));
    }
    CHECK(day_after_years(birth, 0) == birth);
}

TEST_CASE("the next day follows on every day of four centuries") {
    CivilDate date{1800, 1, 1};
    for (Day day = to_day(date); day < to_day({2200, 1, 1}); day = day + 1) {
        REQUIRE(to_civil(day) == date);
        date = next_day(date);
    }
    CHECK(date == CivilDate{2200, 1, 1});
}

TEST_CASE("the day of the year runs from 0 to 364, and 29 February shares that of 28 February") {
    for (const int year : {2023, 2024, 1900, 2000}) {
        std::uint32_t expected = 0;
        for (Day day = first_of_year(year); day < first_of_year(year + 1); day = day + 1) {
            const CivilDate date = to_civil(day);
            if (date.month == 2 && date.day_of_month == 29) {
                REQUIRE(day_of_year(date) == 58);
                continue;
            }
            REQUIRE(day_of_year(date) == expected++);
        }
        CHECK(expected == 365);
    }
    CHECK(day_of_year({2024, 2, 28}) == 58);
    CHECK(day_of_year({2024, 3, 1}) == 59);
}

TEST_CASE("never is later than any date, and differences to it fit") {
    CHECK(never > to_day({31999, 12, 31}));
    CHECK(never - to_day({-31999, 1, 1}) > 0);
}

TEST_CASE("days that do not exist are not valid") {
    CHECK_FALSE(is_valid({2026, 2, 29}));
    CHECK(is_valid({2024, 2, 29}));
    CHECK_FALSE(is_valid({1900, 2, 29}));
    CHECK_FALSE(is_valid({2026, 13, 1}));
    CHECK_FALSE(is_valid({2026, 0, 1}));
    CHECK_FALSE(is_valid({2026, 4, 31}));
    CHECK_FALSE(is_valid({2026, 4, 0}));
    CHECK_FALSE(is_valid({40000, 1, 1}));
}

TEST_CASE("partial dates are read in all the ways personnel offices write them") {
    const CivilDate full{1985, 7, 3};
    const CivilDate month{1985, 7, 0};
    CHECK(parse_partial_date("1985-07-03") == full);
    CHECK(parse_partial_date("1985.07.03") == full);
    CHECK(parse_partial_date("1985/7/3") == full);
    CHECK(parse_partial_date("1985-07") == month);
    CHECK(parse_partial_date("1985.07") == month);
    CHECK(parse_partial_date("1985/7") == month);
    CHECK(parse_partial_date("198507") == month);
}

TEST_CASE("a month of one digit behind a dot is no date: 1985.1 is October as a spreadsheet saves 1985.10") {
    for (const char* text : {"1985.1", "1985.2", "1985.9"}) {
        INFO(text);
        CHECK_FALSE(parse_partial_date(text));
        CHECK(is_short_month(text));
    }
    CHECK(parse_partial_date("1985.10") == CivilDate{1985, 10, 0});
    CHECK(parse_partial_date("1985-1") == CivilDate{1985, 1, 0});
    CHECK(parse_partial_date("1985.1.3") == CivilDate{1985, 1, 3});
    for (const char* text : {"1985.10", "1985-1", "1985/1", "198510", "abcd.1", "1985.x", "1985.1.3"}) {
        INFO(text);
        CHECK_FALSE(is_short_month(text));
    }
}

TEST_CASE("what is no date is refused") {
    for (const char* text :
         {"", "1985", "85-07-03", "1985-13", "1985-00", "1985-07-32", "1985-07-00", "1985-02-30", "1985-07-03-01",
          "1985-", "1985-07-", "abcd-07", "1985-ab", "198513", "19850", "1985-07-03 ", " 1985-07", "1985年7月"}) {
        INFO(text);
        CHECK_FALSE(parse_partial_date(text));
    }
}

TEST_CASE("a recurring day is a month and a day, without the leap day") {
    CHECK(parse_month_day("09-15") == MonthDay{9, 15});
    CHECK(parse_month_day("2-28") == MonthDay{2, 28});
    CHECK_FALSE(parse_month_day("02-29"));
    CHECK_FALSE(parse_month_day("13-01"));
    CHECK_FALSE(parse_month_day("0915"));
    CHECK_FALSE(parse_month_day("2026-09-15"));
    CHECK(to_text(MonthDay{9, 5}) == "09-05");
    CHECK(on(2026, {9, 15}) == to_day({2026, 9, 15}));
    CHECK(first_of_year(2026) == to_day({2026, 1, 1}));
}
