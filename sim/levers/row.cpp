#include "sim/levers/row.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <numeric>

#include "sim/levers/words.hpp"

namespace staffsim::levers {

namespace {

// Shortest text that reads back as the same number.
std::string number_text(double value) { return fmt::format("{}", value); }

bool is_whole(const Row& row) { return row.whole || row.type == Type::count || row.type == Type::days; }

// As it stands behind a number; Chinese ones in brackets want no blank.
Text range_unit(const Row& row) {
    if (row.unit.empty()) return {};
    const std::string zh = unit_words(row.unit).zh;
    return {" " + row.unit, (zh.starts_with("（") ? "" : " ") + zh};
}

// 80 for 80 %.
Text as_share(const Row& row, double value) {
    const bool is_share = row.type == Type::share || row.type == Type::probability || row.sums_to_one;
    if (!is_share || row.high != 1 || value < 2 || value > 100) return {};
    return worded("; {} % is written {}", "；{}% 写作 {}", number_text(value), number_text(value / 100));
}

std::optional<Text> number_complaint(const Row& row, double value) {
    if (!std::isfinite(value)) return worded("must be a finite number", "必须是有限的数");
    if (is_whole(row) && value != std::floor(value)) {
        return worded("{} is not a whole number; allowed: {}", "{} 不是整数；允许：{}", number_text(value),
                      range_text(row));
    }
    if (value < row.low || value > row.high) {
        return worded("{} is out of range; allowed: {}{}", "{} 超出范围；允许：{}{}", number_text(value),
                      range_text(row), as_share(row, value));
    }
    return std::nullopt;
}

std::optional<Text> numbers_complaint(const Row& row, const std::vector<double>& values) {
    if (values.size() != row.names.size()) {
        return worded("needs {} numbers ({}), has {}", "应有 {} 个数字（{}），写了 {} 个", row.names.size(),
                      fmt::format("{}", fmt::join(row.names, ", ")), values.size());
    }
    for (const double value : values) {
        if (auto wrong = number_complaint(row, value)) return wrong;
    }
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (row.sums_to_one && std::abs(sum - 1.0) > 1e-9) {
        return worded("the shares must sum to 1, they sum to {:.6g}", "各项比例之和应为 1，现为 {:.6g}", sum);
    }
    return std::nullopt;
}

}  // namespace

std::string_view name(Type type) {
    static constexpr std::string_view names[] = {"flag",        "share",  "probability", "rate",   "days",
                                                 "years",       "age",    "month_day",   "money",  "count",
                                                 "coefficient", "choice", "list",        "by_name"};
    return names[static_cast<std::size_t>(type)];
}

std::string_view name(Kind kind) {
    static constexpr std::string_view names[] = {"policy", "fact", "assumption"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(Authority authority) {
    static constexpr std::string_view names[] = {"", "centre", "province", "city", "county", "township"};
    return names[static_cast<std::size_t>(authority)];
}

std::string_view name(Grade grade) {
    static constexpr std::string_view names[] = {"L", "Lm", "P", "A"};
    return names[static_cast<std::size_t>(grade)];
}

std::string_view name(Scope scope) {
    static constexpr std::string_view names[] = {"county", "unit", "person"};
    return names[static_cast<std::size_t>(scope)];
}

std::string to_text(const Row& row, const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* month_day = std::get_if<MonthDay>(&value)) return staffsim::to_text(*month_day);
    const auto& numbers = std::get<std::vector<double>>(value);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const bool named = row.type == Type::by_name && i < row.names.size();
        parts.push_back((named ? row.names[i] + " = " : "") + number_text(numbers[i]));
    }
    return row.type == Type::by_name ? fmt::format("{{ {} }}", fmt::join(parts, ", "))
                                     : fmt::format("[{}]", fmt::join(parts, ", "));
}

Text range_text(const Row& row) {
    switch (row.type) {
        case Type::flag:
            return worded("true or false", " true 或 false");
        case Type::choice:
            return worded("one of {}", "可选 {}", fmt::format("{}", fmt::join(row.choices, ", ")));
        case Type::month_day:
            return worded("a day of the year such as \"09-15\"", "一年中的某日，如 \"09-15\"");
        default:
            break;
    }
    // An upper end that nobody reaches, an age of 200, is there for "no limit".
    const Text none = row.none == row.high ? worded("; {} means none", "；{} 表示不限", number_text(row.high)) : Text{};
    return worded("{} to {}{}{}", "{} 至 {}{}{}", number_text(row.low), number_text(row.high), range_unit(row), none);
}

std::optional<Text> complaint(const Row& row, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return number_complaint(row, *number);
    if (const auto* numbers = std::get_if<std::vector<double>>(&value)) return numbers_complaint(row, *numbers);
    if (const auto* text = std::get_if<std::string>(&value)) {
        for (const std::string& choice : row.choices) {
            if (choice == *text) return std::nullopt;
        }
        const std::string near = nearest(*text, row.choices);
        return worded("\"{}\" is not allowed; {}{}", "“{}”不可用；{}{}", *text, range_text(row),
                      near.empty() ? Text{} : worded("; did you mean \"{}\"?", "；是否应为“{}”？", near));
    }
    return std::nullopt;
}

bool is_numeric(const Row& row) {
    return row.type != Type::flag && row.type != Type::choice && row.type != Type::month_day;
}

Value between(const Row& row, const Value& from, const Value& to, double share) {
    if (share <= 0) return from;
    if (share >= 1) return to;
    const auto mixed = [&](double a, double b) {
        const double value = a + (b - a) * share;
        return is_whole(row) ? std::round(value) : value;
    };
    if (const auto* number = std::get_if<double>(&from)) return mixed(*number, std::get<double>(to));
    std::vector<double> values = std::get<std::vector<double>>(from);
    const auto& others = std::get<std::vector<double>>(to);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = mixed(values[i], others[i]);
    return values;
}

}  // namespace staffsim::levers
