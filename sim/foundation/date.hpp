// Whole days. A Day counts days since 1970-01-01 in the proleptic Gregorian calendar; there is no time of day
// (the service queue alone keeps a working-minute clock of its own).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace staffsim {

// Mean length of a Gregorian year in days; yearly rates become daily rates by this number.
inline constexpr double days_per_year = 365.2425;

struct Day {
    std::int32_t value = 0;
    constexpr auto operator<=>(const Day&) const = default;
};
constexpr Day operator+(Day day, std::int32_t days) { return Day{day.value + days}; }
constexpr Day operator-(Day day, std::int32_t days) { return Day{day.value - days}; }
constexpr std::int32_t operator-(Day later, Day earlier) { return later.value - earlier.value; }
// Later than anything that happens, and far enough from the ends of the range for differences to fit.
inline constexpr Day never{1 << 30};

struct CivilDate {
    std::int32_t year = 1970;
    std::int32_t month = 1;         // 1..12
    std::int32_t day_of_month = 1;  // 1..31
    constexpr auto operator<=>(const CivilDate&) const = default;
};

// A day that recurs every year, for example the day on which recruits enter. 29 February is not allowed.
struct MonthDay {
    std::int32_t month = 1;
    std::int32_t day_of_month = 1;
    constexpr auto operator<=>(const MonthDay&) const = default;
};

Day to_day(CivilDate date);
// Day of the year 0..364; 29 February counts as 28 February.
inline std::uint32_t day_of_year(CivilDate date) {
    constexpr std::int16_t days_before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    const std::int32_t leap_day = (date.month == 2) & (date.day_of_month == 29) ? 1 : 0;
    return static_cast<std::uint32_t>(days_before[date.month - 1] + date.day_of_month - leap_day - 1);
}
CivilDate to_civil(Day day);
std::int32_t year_of(Day day);
Day first_of_year(std::int32_t year);
Day on(std::int32_t year, MonthDay month_day);
// The latest such day of a year until `day`, itself included.
Day latest_until(Day day, MonthDay wanted);

// Same day of the month `months` later (earlier when negative); the last day of the month where there is none.
Day add_months(Day day, std::int32_t months);
Day add_years(Day day, std::int32_t years);
// The same of a day whose date is known.
Day add_years(CivilDate date, std::int32_t years);

// Completed years from `from` to `to`; 0 when `to` is earlier.
std::int32_t completed_years(Day from, Day to);
// Years from `from` to `to` as a real number (days / days_per_year).
inline double years_between(Day from, Day to) { return static_cast<double>(to - from) / days_per_year; }
// Fewest days that are at least so many years, most days that are at most so many (years >= 0).
std::int32_t days_reaching(double years);
std::int32_t days_within(double years);
// First day on which years_between(from, day) >= years.
inline Day day_after_years(Day from, double years) { return from + days_reaching(years); }
// The date of the day after.
CivilDate next_day_at_end_of_month(CivilDate date);
inline CivilDate next_day(CivilDate date) {
    constexpr std::int32_t in_every_month = 28;
    if (date.day_of_month < in_every_month) return {date.year, date.month, date.day_of_month + 1};
    return next_day_at_end_of_month(date);
}

bool is_valid(CivilDate date);
std::string to_text(Day day);             // 2026-01-01
std::string to_text(MonthDay month_day);  // 09-15

// Reads 1985-07-03, 1985-07, 1985.07, 1985.07.03, 1985/7/3 or 198507, not 1985.7 (short_month.hpp). No day of it: 0.
std::optional<CivilDate> parse_partial_date(std::string_view text);
// Reads "09-15" (29 February refused).
std::optional<MonthDay> parse_month_day(std::string_view text);

}  // namespace staffsim
