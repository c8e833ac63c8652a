#include "sim/experiment/factors.hpp"

#include <algorithm>
#include <cmath>

namespace staffsim::experiment {

namespace {

using levers::Row;
using levers::Type;
using scenario::ResolvedLever;
using scenario::Scenario;

bool takes_whole_numbers(const Row& row) { return row.whole || row.type == Type::count || row.type == Type::days; }

double number_at(const Row& row, double value) {
    return std::clamp(takes_whole_numbers(row) ? std::round(value) : value, row.low, row.high);
}

bool is_plain(const ResolvedLever& lever) {
    return std::ranges::none_of(lever.settings, [](const scenario::Setting& setting) {
        return setting.starts || setting.units || setting.new_entrants;
    });
}

levers::Value present_value(const Scenario& scenario, std::size_t lever) {
    return scenario::value_on(scenario.levers[lever], scenario.input.plan.start, nullptr);
}

std::vector<levers::Value> settings_of(const Row& row, const levers::Value& present) {
    std::vector<levers::Value> settings{present};
    if (row.type == Type::flag) settings.emplace_back(!std::get<bool>(present));
    for (const std::string& choice : row.choices) {
        if (levers::Value(choice) != present) settings.emplace_back(choice);
    }
    return settings;
}

bool is_not_known(const Row& row) {
    return row.kind == levers::Kind::assumption || (row.kind == levers::Kind::fact && row.grade == levers::Grade::A &&
                                                    (row.plausible || !row.plausible_by_name.empty()));
}

// Nothing: it can be varied.
std::string reason_against(const std::vector<Scenario>& scenarios, std::size_t lever, bool has_range) {
    const Row& row = *scenarios.front().levers[lever].row;
    if (row.plausible && row.plausible->low == row.plausible->high) return "for textbook models, or a way to calculate";
    if (row.sums_to_one) return "its shares sum to one";
    if (row.type == Type::month_day) return "a day";
    for (const Scenario& scenario : scenarios) {
        if (!is_plain(scenario.levers[lever])) return "dated or by unit";
        if (present_value(scenario, lever) != present_value(scenarios.front(), lever))
            return "the compared scenarios differ in it";
        const bool is_given = !scenario.levers[lever].settings.empty();
        if (row.kind == levers::Kind::fact && is_given && !has_range) return "looked up: a scenario gives it";
    }
    return "";
}

std::string entry_key(const Row& row, std::size_t entry) { return row.key + "." + row.names[entry]; }

// Keys of the factors of a row.
std::vector<std::string> factor_keys(const Row& row) {
    if (row.names.empty()) return {row.key};
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < row.names.size(); ++i) keys.push_back(entry_key(row, i));
    return keys;
}

Row::Span span_of(const Factor& factor) {
    const Row& row = *factor.row;
    if (!factor.entry) return row.plausible.value_or(Row::Span{row.low, row.high});
    return row.plausible_by_name.empty() ? Row::Span{row.low, row.high} : row.plausible_by_name[*factor.entry];
}

bool is_below(const std::string& key, const std::string& prefix) {
    return key == prefix || key.starts_with(prefix + ".");
}

class FactorMaker {
  public:
    FactorMaker(const std::vector<Scenario>& scenarios, const std::vector<std::string>& only,
                const std::vector<RangeOverride>& ranges)
        : scenarios_(scenarios), only_(only), ranges_(ranges) {
        for (const ResolvedLever& lever : scenarios.front().levers) {
            if (!is_not_known(*lever.row)) continue;
            for (std::string& key : factor_keys(*lever.row)) keys_.push_back(std::move(key));
        }
    }

    Factors make() {
        check_names();
        for (std::size_t lever = 0; lever < scenarios_.front().levers.size(); ++lever) consider(lever);
        if (problems_.empty() && factors_.varied.empty())
            problems_.push_back({{}, "", worded("no assumption is left that could be varied", "没有可以变动的假设")});
        if (!problems_.empty()) throw InputError(problems_);
        return std::move(factors_);
    }

  private:
    void problem(Text message) { problems_.push_back({{}, "", std::move(message)}); }

    void check_names() {
        for (const std::string& name : only_) {
            const bool is_known = std::ranges::any_of(keys_, [&](const auto& key) { return is_below(key, name); });
            if (!is_known) unknown("--assumption", name);
        }
        for (const RangeOverride& range : ranges_) {
            if (std::ranges::find(keys_, range.key) != keys_.end()) continue;
            const auto below = std::ranges::find_if(keys_, [&](const auto& key) { return is_below(key, range.key); });
            if (below == keys_.end() || !is_table(range.key))
                unknown("--range", range.key);
            else
                problem(worded("--range {}: a range is for one of its names, for example {}",
                               "--range {}：区间只能用于其中一项，如 {}", range.key, *below));
        }
    }

    bool is_table(const std::string& key) const {
        return std::ranges::any_of(scenarios_.front().levers, [&](const auto& lever) { return lever.row->key == key; });
    }

    void unknown(const std::string& option, const std::string& name) {
        const std::string near = nearest(name, keys_);
        problem(worded("{}: no assumption is called \"{}\"{}", "{}：没有假设“{}”{}", option, name,
                       near.empty() ? worded("; see staffsim levers --all", "；见 staffsim levers --all")
                                    : worded("; did you mean \"{}\"?", "；是否应为“{}”？", near)));
    }

    bool is_wanted(const std::string& key) const {
        return only_.empty() || std::ranges::any_of(only_, [&](const auto& name) { return is_below(key, name); });
    }

    void consider(std::size_t lever) {
        const Row& row = *scenarios_.front().levers[lever].row;
        if (!is_not_known(row)) return;
        std::vector<std::string> keys = factor_keys(row);
        std::erase_if(keys, [&](const std::string& key) { return !is_wanted(key); });
        if (keys.empty()) return;
        const bool has_range =
            std::ranges::any_of(ranges_, [&](const RangeOverride& range) { return is_below(range.key, row.key); });
        const std::string reason = reason_against(scenarios_, lever, has_range);
        if (!reason.empty()) return factors_.left_alone.push_back(row.key + " (" + reason + ")");
        Factor factor{&row, present_value(scenarios_.front(), lever)};
        if (row.type == Type::flag || row.type == Type::choice) {
            factor.settings = settings_of(row, factor.present);
            factors_.varied.push_back(std::move(factor));
        } else if (row.names.empty()) {
            add_number(std::move(factor));
        } else {
            for (std::size_t i = 0; i < row.names.size(); ++i) {
                if (!is_wanted(entry_key(row, i))) continue;
                factor.entry = i;
                add_number(factor);
            }
        }
    }

    void add_number(Factor factor) {
        const Row::Span span = span_of(factor);
        factor.low = span.low;
        factor.high = span.high;
        for (const RangeOverride& range : ranges_) {
            if (range.key == factor.key()) override_range(factor, range);
        }
        if (factor.entry && factor.low == factor.high)
            return factors_.left_alone.push_back(factor.key() + " (the others are measured against it)");
        const double present = factor.number_in(factor.present);
        factor.low = std::min(factor.low, present);
        factor.high = std::max(factor.high, present);
        factors_.varied.push_back(std::move(factor));
    }

    void override_range(Factor& factor, const RangeOverride& range) {
        const Row& row = *factor.row;
        if (range.low > range.high)
            problem(worded("--range {}={}:{}: the first number must not be above the second",
                           "--range {}={}:{}：前一个数不得大于后一个数", range.key, range.low, range.high));
        else if (range.low < row.low || range.high > row.high)
            problem(worded("--range {}={}:{}: allowed: {}", "--range {}={}:{}：允许：{}", range.key, range.low,
                           range.high, levers::range_text(row)));
        factor.low = range.low;
        factor.high = range.high;
    }

    const std::vector<Scenario>& scenarios_;
    const std::vector<std::string>& only_;
    const std::vector<RangeOverride>& ranges_;
    std::vector<std::string> keys_;
    std::vector<Problem> problems_;
    Factors factors_;
};

}  // namespace

std::string Factor::key() const { return entry ? entry_key(*row, *entry) : row->key; }

double Factor::number_in(const levers::Value& value) const {
    return entry ? std::get<std::vector<double>>(value)[*entry] : std::get<double>(value);
}

levers::Value Factor::at(double u) const {
    if (is_switch()) {
        const double count = static_cast<double>(settings.size());
        return settings[static_cast<std::size_t>(std::clamp(std::floor(u * count), 0.0, count - 1))];
    }
    const double moved = number_at(*row, u <= 0 ? low : u >= 1 ? high : low + (high - low) * u);
    if (!entry) return moved;
    levers::Value value = present;
    std::get<std::vector<double>>(value)[*entry] = moved;
    return value;
}

std::vector<levers::Value> Factor::ends() const {
    if (is_switch()) return {settings.begin() + 1, settings.end()};
    std::vector<levers::Value> values;
    for (const double u : {0.0, 1.0}) {
        if (at(u) != present) values.push_back(at(u));
    }
    return values;
}

Factors assumptions_of(const std::vector<Scenario>& scenarios, const std::vector<std::string>& only,
                       const std::vector<RangeOverride>& ranges) {
    return FactorMaker(scenarios, only, ranges).make();
}

std::vector<scenario::GivenValue> values_at(std::span<const Factor> factors, const stats::UnitPoint& point) {
    std::vector<scenario::GivenValue> values;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const Factor& factor = factors[i];
        const levers::Value value = factor.at(point[i]);
        if (value == factor.present) continue;
        const auto known = std::ranges::find(values, factor.row->key, &scenario::GivenValue::key);
        if (known == values.end())
            values.push_back({factor.row->key, value});
        else
            std::get<std::vector<double>>(known->value)[*factor.entry] = factor.number_in(value);
    }
    return values;
}

}  // namespace staffsim::experiment
