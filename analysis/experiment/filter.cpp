#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/experiment/load.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

namespace {

using experiment::Constraint;
using experiment::constraint_value;

std::vector<std::string> swept_keys(const std::vector<store::PlannedPoint>& points) {
    std::set<std::string> keys;
    for (const store::PlannedPoint& point : points) {
        for (const auto& [key, value] : point.values) keys.insert(key);
    }
    return {keys.begin(), keys.end()};
}

// "key=value" in the language of constraints; other conditions as they are.
std::string as_condition(const std::string& text) {
    const auto equals = text.find('=');
    const bool is_plain = equals != std::string::npos && text.find_first_of("=<>!", equals + 1) == std::string::npos &&
                          (equals == 0 || std::string_view("<>!").find(text[equals - 1]) == std::string_view::npos);
    if (!is_plain) return text;
    const std::string key(trimmed(std::string_view(text).substr(0, equals)));
    const std::string value(trimmed(std::string_view(text).substr(equals + 1)));
    const experiment::ConstraintValue known = constraint_value(value);
    const bool is_number = std::holds_alternative<double>(known);
    const std::string written = is_number ? value : "'" + std::get<std::string>(known) + "'";
    return key + " == " + written;
}

bool matches(std::string_view glob, std::string_view text) {
    if (glob.empty()) return text.empty();
    if (glob.front() == '*') return matches(glob.substr(1), text) || (!text.empty() && matches(glob, text.substr(1)));
    if (text.empty() || (glob.front() != '?' && glob.front() != text.front())) return false;
    return matches(glob.substr(1), text.substr(1));
}

// One condition, with the keys it needs.
class Condition {
  public:
    Condition(const std::string& option, const std::vector<std::string>& keys)
        : condition_(as_condition(option), {"--only", 0, 0}, keys, diagnostics_) {
        diagnostics_.throw_if_errors();
        needed_ = condition_.keys();
    }
    bool is_met(const store::PlannedPoint& point) const {
        experiment::ConstraintValues values;
        for (const auto& [key, value] : point.values) values[key] = constraint_value(value);
        const bool has_all = std::ranges::all_of(needed_, [&](const std::string& key) { return values.contains(key); });
        return has_all && condition_.holds(values);
    }

  private:
    Diagnostics diagnostics_;
    Constraint condition_;
    std::vector<std::string> needed_;
};

}  // namespace

std::vector<bool> kept_points(const std::vector<store::PlannedPoint>& points, const PointFilter& filter) {
    const std::vector<std::string> keys = swept_keys(points);
    std::vector<Condition> conditions;
    for (const std::string& only : filter.only) conditions.emplace_back(only, keys);
    std::vector<bool> kept;
    for (const store::PlannedPoint& point : points) {
        const bool is_named = filter.names.empty() || std::ranges::any_of(filter.names, [&](const std::string& glob) {
                                  return matches(glob, point.name);
                              });
        const bool is_met = std::ranges::all_of(conditions, [&](const Condition& one) { return one.is_met(point); });
        kept.push_back(kept.empty() || (is_named && is_met));
    }
    return kept;
}

}  // namespace staffsim::analysis
