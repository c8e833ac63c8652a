// Binds lever rows to the plain fields of a rule family's struct. Each family builds one Table<Rules>; the engine
// includes the tables of all families in its policy block. The default in the row is the only default there is.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "sim/foundation/money.hpp"
#include "sim/levers/row.hpp"

namespace staffsim::levers {

template <class Rules>
struct Lever {
    Row row;
    std::function<void(Rules&, const Value&)> apply;
};

// Fluent description of the row just added.
class RowWriter {
  public:
    explicit RowWriter(Row& row) : row_(row) {}
    RowWriter& policy(Authority authority, std::string clause, Scope scope = Scope::county) {
        row_.kind = Kind::policy;
        row_.authority = authority;
        row_.clause = std::move(clause);
        row_.scope = scope;
        return *this;
    }
    RowWriter& fact() {
        row_.kind = Kind::fact;
        return *this;
    }
    RowWriter& assumption() {
        row_.kind = Kind::assumption;
        return *this;
    }
    // See Row::plausible.
    RowWriter& plausible(double low, double high) {
        row_.plausible = Row::Span{low, high};
        return *this;
    }
    // See Row::plausible_by_name; one span per name, in their order.
    RowWriter& plausible(std::vector<Row::Span> spans) {
        row_.plausible_by_name = std::move(spans);
        return *this;
    }
    RowWriter& plausible_for_each(double low, double high) {
        row_.plausible_by_name.assign(row_.names.size(), {low, high});
        return *this;
    }
    // See Row::none.
    RowWriter& none_at(double value) {
        row_.none = value;
        return *this;
    }
    RowWriter& says(std::string en, std::string zh, std::string meaning) {
        row_.label = {std::move(en), std::move(zh)};
        row_.meaning = std::move(meaning);
        return *this;
    }
    RowWriter& from(std::string source, Grade grade) {
        row_.source = std::move(source);
        row_.grade = grade;
        return *this;
    }
    RowWriter& per_unit_of_measure(std::string unit) {
        row_.unit = std::move(unit);
        return *this;
    }
    // See Row::everyday.
    RowWriter& everyday(bool is_everyday = true) {
        row_.everyday = is_everyday;
        return *this;
    }
    RowWriter& sums_to_one() {
        row_.sums_to_one = true;
        return *this;
    }

  private:
    Row& row_;
};

struct Range {
    double low, high;
};

template <class Rules>
class Table {
  public:
    const std::vector<Lever<Rules>>& levers() const { return levers_; }

    RowWriter flag(std::string key, bool Rules::*field, bool value) {
        return add({std::move(key), Type::flag, "", value, 0, 1},
                   [field](Rules& rules, const Value& v) { rules.*field = std::get<bool>(v); });
    }
    RowWriter number(Type type, std::string key, double Rules::*field, double value, Range range, std::string unit) {
        return add({std::move(key), type, std::move(unit), value, range.low, range.high},
                   [field](Rules& rules, const Value& v) { rules.*field = std::get<double>(v); });
    }
    RowWriter whole(Type type, std::string key, int Rules::*field, int value, Range range, std::string unit) {
        Row row{std::move(key), type, std::move(unit), static_cast<double>(value), range.low, range.high};
        row.whole = true;
        return add(std::move(row),
                   [field](Rules& rules, const Value& v) { rules.*field = static_cast<int>(std::get<double>(v)); });
    }
    RowWriter money(std::string key, Money Rules::*field, double yuan, Range range, std::string unit = "yuan/month") {
        return add({std::move(key), Type::money, std::move(unit), yuan, range.low, range.high},
                   [field](Rules& rules, const Value& v) { rules.*field = from_yuan(std::get<double>(v)); });
    }
    RowWriter month_day(std::string key, MonthDay Rules::*field, MonthDay value) {
        return add({std::move(key), Type::month_day, "month-day", value, 0, 0},
                   [field](Rules& rules, const Value& v) { rules.*field = std::get<MonthDay>(v); });
    }
    template <class Enum>
    RowWriter choice(std::string key, Enum Rules::*field, std::vector<std::pair<std::string, Enum>> choices,
                     std::string value) {
        Row row{std::move(key), Type::choice, "", std::move(value), 0, 0};
        for (const auto& [text, ignored] : choices) row.choices.push_back(text);
        return add(std::move(row), [field, choices](Rules& rules, const Value& v) {
            for (const auto& [text, meant] : choices) {
                if (text == std::get<std::string>(v)) rules.*field = meant;
            }
        });
    }
    template <std::size_t n>
    RowWriter numbers(Type type, std::string key, std::array<double, n> Rules::*field, std::vector<std::string> names,
                      std::vector<double> values, Range range, std::string unit) {
        Row row{std::move(key), type, std::move(unit), std::move(values), range.low, range.high};
        row.names = std::move(names);
        return add(std::move(row), [field](Rules& rules, const Value& v) {
            const auto& given = std::get<std::vector<double>>(v);
            for (std::size_t i = 0; i < n; ++i) (rules.*field)[i] = given[i];
        });
    }
    template <std::size_t n>
    RowWriter moneys(std::string key, std::array<Money, n> Rules::*field, std::vector<std::string> names,
                     std::vector<double> yuan, Range range, std::string unit = "yuan/month") {
        Row row{std::move(key), Type::list, std::move(unit), std::move(yuan), range.low, range.high};
        row.names = std::move(names);
        return add(std::move(row), [field](Rules& rules, const Value& v) {
            const auto& given = std::get<std::vector<double>>(v);
            for (std::size_t i = 0; i < n; ++i) (rules.*field)[i] = from_yuan(given[i]);
        });
    }

    // All levers of a part, bound to `project(rules)`; keys are taken as they are.
    template <class Part, class Projection>
    void include(const Table<Part>& part, Projection project) {
        for (const Lever<Part>& lever : part.levers()) {
            levers_.push_back({lever.row, [apply = lever.apply, project](Rules& rules, const Value& v) {
                                   apply(project(rules), v);
                               }});
        }
    }

  private:
    RowWriter add(Row row, std::function<void(Rules&, const Value&)> apply) {
        levers_.push_back({std::move(row), std::move(apply)});
        return RowWriter{levers_.back().row};
    }
    std::vector<Lever<Rules>> levers_;
};

}  // namespace staffsim::levers
