#include "sim/scenario/roster_dates.hpp"

#include <fmt/format.h>

#include <charconv>

#include "sim/foundation/short_month.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::scenario {

namespace {

// Without a midnight behind it.
std::string_view without_time(std::string_view text) {
    for (const std::string_view midnight : {" 0:00", " 00:00", " 0:00:00", " 00:00:00"}) {
        if (text.ends_with(midnight)) return trimmed(text.substr(0, text.size() - midnight.size()));
    }
    return text;
}

// "1985年7月3日" as "1985-7-3"; other texts as they are.
std::string with_dashes(std::string_view text) {
    constexpr std::string_view year = "年", month = "月", day = "日";
    const std::size_t year_at = text.find(year), month_at = text.find(month);
    if (year_at == std::string_view::npos || month_at == std::string_view::npos || month_at < year_at)
        return std::string(text);
    const std::size_t month_from = year_at + year.size(), day_from = month_at + month.size();
    std::string plain =
        fmt::format("{}-{}", trimmed(text.substr(0, year_at)), trimmed(text.substr(month_from, month_at - month_from)));
    std::string_view rest = trimmed(text.substr(day_from));
    if (rest.empty()) return plain;
    if (!rest.ends_with(day)) return std::string(text);
    rest.remove_suffix(day.size());
    return fmt::format("{}-{}", plain, trimmed(rest));
}

// A spreadsheet counts days from 1899-12-30. Only those of people who may be in service: 1920 to 2100.
std::optional<Day> day_of_spreadsheet(std::string_view text) {
    constexpr int first = 7306, last = 73415;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < first || number > last)
        return std::nullopt;
    return to_day({1899, 12, 30}) + number;
}

}  // namespace

std::optional<CivilDate> roster_date(std::string_view text) {
    return parse_partial_date(with_dashes(without_time(trimmed(text))));
}

Text no_roster_date(std::string_view text) {
    if (text.ends_with(".1") && is_short_month(text))
        return worded(
            "\"{0}\" may be January or October: Excel saves {0}0 as {0} when it takes it for a number; "
            "write {1}-01 or {1}-10 and keep the column as text",
            "“{0}”可能是一月，也可能是十月：Excel 把 {0}0 当作数字时存为 {0}；请写 {1}-01 或 {1}-10，并把该列设为文本",
            text, text.substr(0, 4));
    if (is_short_month(text))
        return worded("\"{}\" is not a date: behind a dot a month has two digits; write {}.0{}",
                      "“{}”不是日期：点号之后的月份应为两位；请写 {}.0{}", text, text.substr(0, 4), text.back());
    if (const auto day = day_of_spreadsheet(text))
        return worded(
            "\"{}\" is not a date; as Excel's number of a day it would be {}: give the column the format of a date, "
            "or Text, and save the table anew",
            "“{}”不是日期；如是 Excel 的日期序号则为 {}：请把该列设为日期或文本格式后重新保存", text, to_text(*day));
    return worded(
        "\"{}\" is not a date; write 1985-07-03, 1985-07, 1985.07 or 198507 (1985/7/3, 1985年7月3日 and 1985年7月 are "
        "read as well)",
        "“{}”不是日期；请写 1985-07-03、1985-07、1985.07 或 198507（1985/7/3、1985年7月3日、1985年7月 也可以）", text);
}

}  // namespace staffsim::scenario
