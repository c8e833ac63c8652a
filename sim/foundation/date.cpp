#include "sim/foundation/date.hpp"

#include "sim/foundation/short_month.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <vector>

namespace staffsim {

namespace {

std::chrono::year_month_day chrono_date(CivilDate date) {
    return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
           std::chrono::day{static_cast<unsigned>(date.day_of_month)};
}

bool is_leap(std::int32_t year) { return std::chrono::year{year}.is_leap(); }

std::optional<std::int32_t> parse_number(std::string_view text) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

std::vector<std::string_view> split_date(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at == text.size() || text[at] == '-' || text[at] == '.' || text[at] == '/') {
            parts.push_back(text.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    return parts;
}

}  // namespace

Day to_day(CivilDate date) {
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{chrono_date(date)}.time_since_epoch().count())};
}

CivilDate to_civil(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.value}}};
    return {static_cast<int>(date.year()), static_cast<std::int32_t>(static_cast<unsigned>(date.month())),
            static_cast<std::int32_t>(static_cast<unsigned>(date.day()))};
}

std::int32_t year_of(Day day) { return to_civil(day).year; }

Day first_of_year(std::int32_t year) { return to_day({year, 1, 1}); }

Day on(std::int32_t year, MonthDay month_day) { return to_day({year, month_day.month, month_day.day_of_month}); }

Day latest_until(Day day, MonthDay wanted) {
    const std::int32_t year = year_of(day);
    return on(year, wanted) <= day ? on(year, wanted) : on(year - 1, wanted);
}

namespace {

// Between two centuries without a leap day every fourth year is alike, so that four years are always as long.
constexpr Day first_alike{-25143}, last_alike{47540};  // 1901-03-01, 2100-02-28
constexpr bool is_alike(Day day) { return first_alike <= day && day <= last_alike; }
constexpr std::int32_t days_of_four_years = 1461;

// Years from one 1 March to the next, of which each fourth has a 29 February, at its end: so the date of the day
// follows from whole numbers. Somebody's 29 February is the 28th of other years.
Day so_many_years_later(Day day, std::int32_t years) {
    constexpr Day a_first_of_march{-25508};  // 1900-03-01; the February before 1904-03-01 is the first long one
    constexpr std::int32_t short_year = 365;
    const std::int32_t since = day - a_first_of_march;
    const std::int32_t in_four = since % days_of_four_years;
    const std::int32_t year = std::min(in_four / short_year, 3);
    const std::int32_t day_of_year = in_four - year * short_year;
    const std::int32_t all_years = since / days_of_four_years * 4 + year + years;
    const bool is_long = all_years % 4 == 3;
    return a_first_of_march + (all_years / 4 * days_of_four_years + all_years % 4 * short_year +
                               (is_long ? day_of_year : std::min(day_of_year, short_year - 1)));
}

}  // namespace

Day add_months(Day day, std::int32_t months) {
    if (months % 12 == 0 && is_alike(day)) {
        const std::int32_t years = months / 12;
        const Day about = day + std::clamp(years, -1000, 1000) * 365;  // off by less than a year
        if (is_alike(about - 366) && is_alike(about + 366)) return so_many_years_later(day, years);
    }
    const CivilDate from = to_civil(day);
    const auto month = std::chrono::year{from.year} / std::chrono::month{static_cast<unsigned>(from.month)} +
                       std::chrono::months{months};
    const std::chrono::year_month_day_last last = month / std::chrono::last;
    const unsigned day_of_month = std::min(static_cast<unsigned>(from.day_of_month), static_cast<unsigned>(last.day()));
    return to_day({static_cast<int>(month.year()), static_cast<std::int32_t>(static_cast<unsigned>(month.month())),
                   static_cast<std::int32_t>(day_of_month)});
}

Day add_years(Day day, std::int32_t years) { return add_months(day, 12 * years); }

Day add_years(CivilDate date, std::int32_t years) {
    const std::int32_t year = date.year + years;
    const bool is_cut = date.month == 2 && date.day_of_month == 29 && !is_leap(year);
    return to_day({year, date.month, is_cut ? 28 : date.day_of_month});
}

std::int32_t completed_years(Day from, Day to) {
    if (to < from) return 0;
    const CivilDate begin = to_civil(from);
    const CivilDate end = to_civil(to);
    const bool anniversary_passed =
        std::pair(end.month, end.day_of_month) >= std::pair(begin.month, begin.day_of_month);
    return end.year - begin.year - (anniversary_passed ? 0 : 1);
}

// The quotient decides, as in years_between; the product is a guess that is a day off at most to either side.
std::int32_t days_reaching(double years) {
    const auto days = static_cast<std::int32_t>(years * days_per_year);
    return days / days_per_year >= years ? days : days + 1;
}

std::int32_t days_within(double years) {
    auto days = static_cast<std::int32_t>(years * days_per_year) + 1;
    while (days / days_per_year > years) --days;
    return days;
}

CivilDate next_day_at_end_of_month(CivilDate date) {
    static constexpr int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.day_of_month < length[date.month - 1]) return {date.year, date.month, date.day_of_month + 1};
    if (date.month == 2 && is_leap(date.year) && date.day_of_month == 28) return {date.year, 2, 29};
    return date.month == 12 ? CivilDate{date.year + 1, 1, 1} : CivilDate{date.year, date.month + 1, 1};
}

bool is_valid(CivilDate date) {
    return date.month >= 1 && date.month <= 12 && date.day_of_month >= 1 && date.year > -32000 && date.year < 32000 &&
           chrono_date(date).ok();
}

std::string to_text(Day day) {
    const CivilDate date = to_civil(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day_of_month);
}

std::string to_text(MonthDay month_day) { return fmt::format("{:02}-{:02}", month_day.month, month_day.day_of_month); }

bool is_short_month(std::string_view text) {
    constexpr std::size_t length = 6, dot = 4;  // 1985.1
    return text.size() == length && text[dot] == '.' && parse_number(text.substr(0, dot)) &&
           parse_number(text.substr(dot + 1));
}

std::optional<CivilDate> parse_partial_date(std::string_view text) {
    if (is_short_month(text)) return std::nullopt;
    std::vector<std::string_view> parts = split_date(text);
    if (parts.size() == 1 && text.size() == 6) parts = {text.substr(0, 4), text.substr(4, 2)};
    if (parts.size() < 2 || parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
    const auto year = parse_number(parts[0]);
    const auto month = parse_number(parts[1]);
    const auto day_of_month = parts.size() == 3 ? parse_number(parts[2]) : std::optional<std::int32_t>{0};
    if (!year || !month || !day_of_month || (parts.size() == 3 && *day_of_month == 0)) return std::nullopt;
    const CivilDate date{*year, *month, *day_of_month};
    const bool valid = is_valid({date.year, date.month, date.day_of_month == 0 ? 1 : date.day_of_month});
    return valid ? std::optional{date} : std::nullopt;
}

std::optional<MonthDay> parse_month_day(std::string_view text) {
    const std::vector<std::string_view> parts = split_date(text);
    if (parts.size() != 2) return std::nullopt;
    const auto month = parse_number(parts[0]);
    const auto day_of_month = parse_number(parts[1]);
    if (!month || !day_of_month || !is_valid({2001, *month, *day_of_month})) return std::nullopt;
    return MonthDay{*month, *day_of_month};
}

}  // namespace staffsim
