#include "sim/scenario/lever_values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "sim/levers/words.hpp"
#include "sim/scenario/plain_writing.hpp"

namespace staffsim::scenario {

namespace {

using levers::Row;
using levers::Type;
using levers::Value;

class ValueReader {
  public:
    ValueReader(const Entry& entry, bool is_dated, Diagnostics& diagnostics)
        : row_(*entry.row),
          node_(*entry.node),
          may_be_partial_(is_dated && !entry.row->sums_to_one),
          diagnostics_(diagnostics),
          from_command_line_(entry.layer->origin == Layer::Origin::variant ||
                             entry.layer->origin == Layer::Origin::set) {}

    // Nothing when something is wrong, which is then reported.
    std::optional<Value> read() {
        std::optional<Value> value = by_type();
        if (!value) return std::nullopt;
        if (const auto wrong = levers::complaint(row_, *value)) {
            diagnostics_.error(node_.place, row_.key, *wrong);
            return std::nullopt;
        }
        return value;
    }
    // By name, which ones a table gives when it does not give all.
    const std::vector<bool>& given() const { return given_; }

  private:
    std::optional<Value> by_type() {
        switch (row_.type) {
            case Type::flag:
                return flag();
            case Type::choice:
                return choice();
            case Type::month_day:
                return month_day();
            case Type::list:
                return list();
            case Type::by_name:
                return by_name();
            default:
                break;
        }
        if (const auto number = number_in(node_)) return *number;
        return expected(worded("a number", "数字"), Node::Kind::real);
    }

    // `meant`: the kind of value that it should be, for what to write instead.
    std::optional<Value> expected(const Text& what, Node::Kind meant) {
        const Text range = levers::range_text(row_);
        const Text advice = advice_on(node_, meant) + advice_on_conditions();
        diagnostics_.error(node_.place, row_.key,
                           what == range
                               ? worded("expected {}, got {}{}", "应为{}，写成了{}{}", what, describe(node_), advice)
                               : worded("expected {}, {}; got {}{}", "应为{}（{}），写成了{}{}", what, range,
                                        describe(node_), advice));
        return std::nullopt;
    }

    // { starts = 2027-01-01, units = ["T01"], value = 800 } in the place of a value.
    Text advice_on_conditions() const {
        const auto is_one = [](const Node& member) { return is_condition(member.key); };
        if (node_.kind != Node::Kind::table || std::ranges::none_of(node_.children, is_one)) return {};
        const auto dot = row_.key.rfind('.');
        return worded(
            "; days, units and people stand beside the key, for the whole table: [{}] starts = …, units = …, "
            "{} = …",
            "；日期、单位和人员写在该键旁边，对整个表有效：[{}] starts = …、units = …、{} = …", row_.key.substr(0, dot),
            row_.key.substr(dot + 1));
    }

    static std::optional<double> number_in(const Node& node) {
        if (node.kind == Node::Kind::whole) return static_cast<double>(node.whole);
        if (node.kind == Node::Kind::real) return node.real;
        return std::nullopt;
    }

    std::optional<Value> flag() {
        if (node_.kind == Node::Kind::flag) return node_.flag;
        return expected(worded("true or false", " true 或 false"), Node::Kind::flag);
    }

    // On the command line, 2015 is as good as "2015".
    bool is_text() const { return node_.kind == Node::Kind::text || (from_command_line_ && !node_.text.empty()); }

    std::optional<Value> choice() {
        if (is_text()) return chosen();
        return expected(worded("a text in quotes", "带引号的文字"), Node::Kind::text);
    }

    // Nothing when it is a choice as screens and pages have it in Chinese: what stands in files is told then.
    std::optional<Value> chosen() {
        const bool is_choice = std::ranges::find(row_.choices, node_.text) != row_.choices.end();
        const auto meant = std::ranges::find_if(row_.choices, [&](const std::string& choice) {
            return !is_choice && levers::value_words(choice).zh == node_.text;
        });
        if (meant == row_.choices.end()) return node_.text;
        diagnostics_.error(node_.place, row_.key,
                           worded("\"{}\" is not read; write \"{}\" ({})", "“{}”无法识别；请写 \"{}\"（{}）",
                                  node_.text, *meant, levers::range_text(row_)));
        return std::nullopt;
    }

    std::optional<Value> month_day() {
        if (is_text()) {
            if (const auto day = parse_month_day(node_.text)) return *day;
            if (node_.text != "02-29" && node_.text != "2-29")
                return expected(levers::range_text(row_), Node::Kind::text);
            diagnostics_.error(node_.place, row_.key,
                               worded("\"{}\" is not there every year; write \"02-28\" or \"03-01\"",
                                      "“{}”不是每年都有；请写 \"02-28\" 或 \"03-01\"", node_.text));
            return std::nullopt;
        }
        return expected(worded("a text in quotes", "带引号的文字"), Node::Kind::text);
    }

    std::string names() const { return fmt::format("{}", fmt::join(row_.names, ", ")); }

    std::optional<Value> list() {
        if (node_.kind != Node::Kind::array)
            return expected(worded("a list of {} numbers ({})", "含 {} 个数字（{}）的列表", row_.names.size(), names()),
                            Node::Kind::array);
        std::vector<double> values;
        for (const Node& element : node_.children) {
            const auto number = number_in(element);
            if (!number) return expected_inside(element, "");
            values.push_back(*number);
        }
        return values;
    }

    std::optional<Value> expected_inside(const Node& element, const std::string& member) {
        diagnostics_.error(element.place, row_.key + member,
                           worded("expected a number, {}; got {}{}", "应为数字（{}），写成了{}{}",
                                  levers::range_text(row_), describe(element), advice_on(element, Node::Kind::real)));
        return std::nullopt;
    }

    std::optional<Value> by_name() {
        if (node_.kind != Node::Kind::table)
            return expected(worded("a table with the keys {}", "以 {} 为键的表", names()), Node::Kind::table);
        std::vector<double> values(row_.names.size(), 0.0);
        if (may_be_partial_) values = std::get<std::vector<double>>(row_.default_value);
        std::vector<std::string> missing = row_.names;
        bool good = true;
        for (const Node& member : node_.children) good = take(member, values, missing) && good;
        if (may_be_partial_ && missing.size() < row_.names.size()) {
            leave_out(missing);
        } else if (good && !missing.empty() && !row_.sums_to_one) {
            diagnostics_.error(node_.place, row_.key,
                               worded("lacks {}; give all of {}", "缺少 {}；应给全 {}",
                                      fmt::format("{}", fmt::join(missing, ", ")), names()));
            good = false;
        }
        if (!good) return std::nullopt;
        return values;
    }

    void leave_out(const std::vector<std::string>& missing) {
        if (missing.empty()) return;
        for (const std::string& name : row_.names)
            given_.push_back(std::find(missing.begin(), missing.end(), name) == missing.end());
    }

    // The nearest name, or the one that is called so in Chinese.
    Text hint(const std::string& word) const {
        const auto meant =
            std::ranges::find_if(row_.names, [&](const auto& name) { return levers::entry_words(name).zh == word; });
        return suggestion(meant == row_.names.end() ? word : *meant, row_.names);
    }

    bool take(const Node& member, std::vector<double>& values, std::vector<std::string>& missing) {
        const auto found = std::find(row_.names.begin(), row_.names.end(), member.key);
        if (found == row_.names.end()) {
            const Text advice = is_condition(member.key) ? advice_on_conditions() : hint(member.key);
            diagnostics_.error(member.key_place, row_.key + "." + member.key,
                               worded("unknown name; allowed: {}{}", "没有这一项；可用：{}{}", names(), advice));
            return false;
        }
        missing.erase(std::remove(missing.begin(), missing.end(), member.key), missing.end());
        const auto number = number_in(member);
        if (!number) return expected_inside(member, "." + member.key).has_value();
        values[static_cast<std::size_t>(found - row_.names.begin())] = *number;
        return true;
    }

    const Row& row_;
    const Node& node_;
    bool may_be_partial_;
    std::vector<bool> given_;
    Diagnostics& diagnostics_;
    bool from_command_line_;
};

// "pay.long_service.enabled, pay.township_allowance …": what may be for new entrants.
std::string levers_by_person(const std::vector<const Row*>& rows) {
    std::vector<std::string> keys;
    for (const Row* row : rows) {
        if (row->scope == levers::Scope::person) keys.push_back(row->key);
    }
    return fmt::format("{}", fmt::join(keys, ", "));
}

void set_phase_in(const Entry& entry, Setting& setting, Diagnostics& diagnostics) {
    setting.phase_in_years = entry.conditions->phase_in_years;
    if (setting.phase_in_years == 1 || levers::is_numeric(*entry.row)) return;
    diagnostics.error(entry.node->place, entry.key,
                      worded("cannot be phased in (line {}): it is {}, with nothing between; set it in a file of "
                             "its own without phase_in_years",
                             "不能分步实施（第 {} 行）：它的取值为{}，没有中间值；请另写一个不含 phase_in_years 的文件",
                             entry.conditions->phase_in_place.line, levers::range_text(*entry.row)));
}

void set_entrants(const Entry& entry, Setting& setting, Day start, const std::vector<const Row*>& rows,
                  Diagnostics& diagnostics) {
    setting.new_entrants = entry.conditions->new_entrants;
    if (!setting.new_entrants) return;
    if (!setting.starts) setting.starts = start + 1;
    if (entry.row->scope == levers::Scope::person) return;
    diagnostics.error(entry.node->place, entry.key,
                      worded("holds for a {} and cannot apply to new entrants only (line {}); what can: {}",
                             "是{}的规定，不能只对新录用人员（第 {} 行）；可以的有：{}",
                             entry.row->scope == levers::Scope::unit ? Text{"unit", "单位"} : Text{"county", "全县"},
                             entry.conditions->applies_to_place.line, levers_by_person(rows)));
}

void set_conditions(const Entry& entry, Setting& setting, Day start, const std::vector<const Row*>& rows,
                    Diagnostics& diagnostics) {
    if (entry.conditions == nullptr) return;
    setting.starts = entry.conditions->starts;
    set_phase_in(entry, setting, diagnostics);
    set_entrants(entry, setting, start, rows, diagnostics);
    if (!entry.conditions->units) return;
    if (entry.row->scope == levers::Scope::county) {
        diagnostics.error(
            entry.node->place, entry.key,
            worded("is one value for the whole county and cannot be limited by units (line {}); set it in "
                   "a file without units",
                   "全县只有一个取值，不能限定单位（第 {} 行）；请另写一个不含 units 的文件",
                   entry.conditions->units_place.line));
    }
    setting.units.emplace();
    for (const auto& [unit, place] : *entry.conditions->units) setting.units->push_back(unit);
}

}  // namespace

std::vector<ResolvedLever> resolved_levers(const Entries& entries, const std::vector<const Row*>& rows, Day start,
                                           Diagnostics& diagnostics) {
    std::vector<ResolvedLever> levers;
    std::map<const Row*, std::size_t> position;
    for (const Row* row : rows) {
        position[row] = levers.size();
        levers.push_back({row, {}});
    }
    for (const Entry& entry : entries.levers) {
        Setting setting;
        setting.place = entry.node->place;
        setting.in_root = entry.layer->is_root;
        set_conditions(entry, setting, start, rows, diagnostics);
        ValueReader reader(entry, setting.starts.has_value(), diagnostics);
        auto value = reader.read();
        if (!value) continue;
        setting.value = std::move(*value);
        setting.given = reader.given();
        levers[position[entry.row]].settings.push_back(std::move(setting));
    }
    return levers;
}

namespace {

// "T03" for "t3": letters in any case, zeros before numbers left out.
std::string bare_code(std::string_view code) {
    std::string bare;
    for (const char c : code) {
        const bool is_leading_zero = c == '0' && (bare.empty() || bare.back() < '0' || bare.back() > '9');
        if (!is_leading_zero) bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return bare;
}

// The unit of that name, or of a code written almost so.
Text unit_hint(const std::string& word, const std::vector<UnitPlan>& units) {
    std::vector<std::string> ids, same;
    for (const UnitPlan& unit : units) {
        ids.push_back(unit.id);
        const bool is_named = unit.label.zh == word || unit.label.en == word;
        if (is_named || bare_code(unit.id) == bare_code(word)) same.push_back(unit.id);
    }
    return same.size() == 1 ? suggestion(same.front(), same) : suggestion(word, ids);
}

}  // namespace

void check_units(const Entries& entries, const std::vector<UnitPlan>& units, Diagnostics& diagnostics) {
    for (const Conditions& conditions : entries.conditions) {
        if (!conditions.units) continue;
        for (const auto& [unit, place] : *conditions.units) {
            if (std::ranges::find(units, unit, &UnitPlan::id) != units.end()) continue;
            diagnostics.error(place, "units",
                              worded("there is no unit \"{}\"{}", "没有单位“{}”{}", unit, unit_hint(unit, units)));
        }
    }
}

namespace {

bool applies(const Setting& setting, Day day, const std::string* unit, std::optional<Day> entry) {
    if (setting.starts && *setting.starts > day) return false;
    if (setting.new_entrants && !(entry && *entry >= *setting.starts)) return false;
    const auto& units = setting.units;
    return !units || (unit != nullptr && std::find(units->begin(), units->end(), *unit) != units->end());
}

// The names that a setting does not give stay what `below` makes them.
Value with_the_others(const Setting& setting, const Value& below) {
    auto values = std::get<std::vector<double>>(setting.value);
    const auto& others = std::get<std::vector<double>>(below);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!setting.given[i]) values[i] = others[i];
    }
    return values;
}

// What the first `layers` settings say.
Value value_of_layers(const ResolvedLever& lever, std::size_t layers, Day day, const std::string* unit,
                      std::optional<Day> entry) {
    while (layers > 0 && !applies(lever.settings[layers - 1], day, unit, entry)) --layers;
    if (layers == 0) return lever.row->default_value;
    const Setting& setting = lever.settings[layers - 1];
    const auto below_on = [&](Day then) { return value_of_layers(lever, layers - 1, then, unit, entry); };
    const Value full = setting.given.empty() ? setting.value : with_the_others(setting, below_on(day));
    if (setting.phase_in_years == 1) return full;
    int steps = 1;
    while (steps < setting.phase_in_years && add_years(*setting.starts, steps) <= day) ++steps;
    if (steps >= setting.phase_in_years) return full;
    const Value before = below_on(*setting.starts - 1);
    return levers::between(*lever.row, before, full, static_cast<double>(steps) / setting.phase_in_years);
}

}  // namespace

Value value_on(const ResolvedLever& lever, Day day, const std::string* unit, std::optional<Day> entry) {
    return value_of_layers(lever, lever.settings.size(), day, unit, entry);
}

namespace {

// Whether a setting would pass from "none" to a number, or back, for a unit (null: for the county).
bool passes_none(const ResolvedLever& lever, std::size_t layer, const std::string* unit) {
    const Setting& setting = lever.settings[layer];
    const Value before = value_of_layers(lever, layer, *setting.starts - 1, unit, std::nullopt);
    const auto is_none = [&lever](const Value& value) { return std::get<double>(value) == *lever.row->none; };
    return is_none(before) != is_none(setting.value);
}

}  // namespace

void check_phase_in(const std::vector<ResolvedLever>& levers, const std::vector<std::string>& unit_ids,
                    Diagnostics& diagnostics) {
    for (const ResolvedLever& lever : levers) {
        if (!lever.row->none) continue;
        for (std::size_t layer = 0; layer < lever.settings.size(); ++layer) {
            const Setting& setting = lever.settings[layer];
            if (setting.phase_in_years == 1 || !setting.starts) continue;
            const std::vector<std::string>& own = setting.units ? *setting.units : unit_ids;
            bool passes = !setting.units && passes_none(lever, layer, nullptr);
            for (const std::string& unit : own) passes = passes || passes_none(lever, layer, &unit);
            if (!passes) continue;
            diagnostics.error(
                setting.place, lever.row->key,
                worded("cannot be phased in from or to {}, which means none, with nothing between; set it in a "
                       "file of its own without phase_in_years",
                       "{} 表示不限，与其他取值之间没有中间值，不能分步实施；请另写一个不含 phase_in_years 的文件",
                       *lever.row->none));
        }
    }
}

}  // namespace staffsim::scenario
