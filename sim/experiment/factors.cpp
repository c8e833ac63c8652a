#include "sim/experiment/factors.hpp"

#include <fmt/format.h>

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

// Nothing: it can be varied.
std::string reason_against(const std::vector<Scenario>& scenarios, std::size_t lever) {
    const Row& row = *scenarios.front().levers[lever].row;
    if (row.plausible && row.plausible->low == row.plausible->high) return "for textbook models, or a way to calculate";
    if (row.sums_to_one) return "its shares sum to one";
    if (row.type == Type::month_day) return "a day";
    for (const Scenario& scenario : scenarios) {
        if (!is_plain(scenario.levers[lever])) return "dated or by unit";
        if (present_value(scenario, lever) != present_value(scenarios.front(), lever))
            return "the compared scenarios differ in it";
    }
    return "";
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
            if (lever.row->kind == levers::Kind::assumption) keys_.push_back(lever.row->key);
        }
    }

    Factors make() {
        check_names();
        for (std::size_t lever = 0; lever < scenarios_.front().levers.size(); ++lever) consider(lever);
        if (problems_.empty() && factors_.varied.empty())
            problems_.push_back({{}, "", "no assumption is left that could be varied"});
        if (!problems_.empty()) throw InputError(problems_);
        return std::move(factors_);
    }

  private:
    void problem(std::string message) { problems_.push_back({{}, "", std::move(message)}); }

    void check_names() {
        for (const std::string& name : only_) {
            const bool is_known = std::ranges::any_of(keys_, [&](const auto& key) { return is_below(key, name); });
            if (!is_known) unknown("--assumption", name);
        }
        for (const RangeOverride& range : ranges_) {
            if (std::ranges::find(keys_, range.key) == keys_.end()) unknown("--range", range.key);
        }
    }

    void unknown(const std::string& option, const std::string& name) {
        const std::string near = nearest(name, keys_);
        problem(fmt::format("{}: no assumption is called \"{}\"{}", option, name,
                            near.empty() ? "; see staffsim levers --all" : "; did you mean \"" + near + "\"?"));
    }

    void consider(std::size_t lever) {
        const Row& row = *scenarios_.front().levers[lever].row;
        if (row.kind != levers::Kind::assumption) return;
        const bool is_wanted =
            only_.empty() || std::ranges::any_of(only_, [&](const auto& name) { return is_below(row.key, name); });
        if (!is_wanted) return;
        const std::string reason = reason_against(scenarios_, lever);
        if (!reason.empty()) return factors_.left_alone.push_back(row.key + " (" + reason + ")");
        Factor factor{&row, present_value(scenarios_.front(), lever)};
        if (row.type == Type::flag || row.type == Type::choice) {
            factor.settings = settings_of(row, factor.present);
        } else {
            set_range(factor);
        }
        factors_.varied.push_back(std::move(factor));
    }

    void set_range(Factor& factor) {
        const Row& row = *factor.row;
        const bool is_list = std::holds_alternative<std::vector<double>>(factor.present);
        const Row::Span usual = is_list ? list_multiples : Row::Span{row.low, row.high};
        const Row::Span span = row.plausible.value_or(usual);
        factor.low = span.low;
        factor.high = span.high;
        for (const RangeOverride& range : ranges_) {
            if (range.key == row.key) override_range(factor, range, is_list);
        }
        const double present = is_list ? 1 : std::get<double>(factor.present);
        factor.low = std::min(factor.low, present);
        factor.high = std::max(factor.high, present);
    }

    void override_range(Factor& factor, const RangeOverride& range, bool is_list) {
        const Row& row = *factor.row;
        const bool is_allowed =
            range.low <= range.high && (is_list ? range.low >= 0 : range.low >= row.low && range.high <= row.high);
        if (range.low > range.high)
            problem(fmt::format("--range {}={}:{}: the first number must not be above the second", range.key, range.low,
                                range.high));
        else if (!is_allowed)
            problem(fmt::format("--range {}={}:{}: allowed: {}{}", range.key, range.low, range.high,
                                is_list ? "multiples of the present values, not below 0, within " : "",
                                levers::range_text(row)));
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

levers::Value Factor::at(double u) const {
    if (is_switch()) {
        const double count = static_cast<double>(settings.size());
        return settings[static_cast<std::size_t>(std::clamp(std::floor(u * count), 0.0, count - 1))];
    }
    const double moved = u <= 0 ? low : u >= 1 ? high : low + (high - low) * u;
    if (std::holds_alternative<double>(present)) return number_at(*row, moved);
    std::vector<double> numbers = std::get<std::vector<double>>(present);
    for (double& number : numbers) number = number_at(*row, number * moved);
    return numbers;
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
        const levers::Value value = factors[i].at(point[i]);
        if (value != factors[i].present) values.push_back({factors[i].row->key, value});
    }
    return values;
}

}  // namespace staffsim::experiment
