#include "sim/cli/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::cli {

double number_option(const std::string& name, const std::string& text, double low, double high) {
    std::optional<double> value;
    try {
        std::size_t used = 0;
        const double read = std::stod(text, &used);
        if (used == text.size() && std::isfinite(read)) value = read;
    } catch (const std::logic_error&) {
    }
    if (value && *value >= low && *value <= high) return *value;
    if (low > 0 && low < 1e-300)
        throw InputError(worded("--{}: \"{}\" is not a number above 0", "--{}：“{}”不是大于 0 的数", name, text));
    if (!value) throw InputError(worded("--{}: \"{}\" is not a number", "--{}：“{}”不是数字", name, text));
    throw InputError(worded("--{}: {} is out of range; allowed: {} to {}", "--{}：{} 超出范围；允许：{} 至 {}", name,
                            text, low, high));
}

ScenarioNames names_of(const std::vector<scenario::Scenario>& scenarios) {
    ScenarioNames names;
    for (const scenario::Scenario& scenario : scenarios) {
        std::string id = scenario.id;
        for (int number = 2; std::ranges::find(names.ids, id) != names.ids.end(); ++number)
            id = fmt::format("{}_{}", scenario.id, number);
        names.names.push_back(scenario.name);
        names.ids.push_back(std::move(id));
    }
    return names;
}

const scenario::ResolvedLever& number_lever(const scenario::Scenario& scenario, const std::string& key,
                                            const std::string& option) {
    const auto found = std::ranges::find_if(scenario.levers, [&](const auto& lever) { return lever.row->key == key; });
    if (found == scenario.levers.end()) {
        std::vector<std::string> keys;
        for (const auto& one : scenario.levers) keys.push_back(one.row->key);
        throw InputError(worded("{}: there is no lever \"{}\"{}", "{}：没有参数“{}”{}", option, key,
                                scenario::suggestion(key, keys)));
    }
    if (!std::holds_alternative<double>(found->row->default_value))
        throw InputError(worded("{}: {} does not take one number", "{}：{} 不是单个数字的参数", option, key));
    if (found->row->kind != levers::Kind::policy)
        throw InputError(
            worded("{}: {} is a{} that nobody decides; name a policy lever (staffsim levers)",
                   "{}：{} 是{}，无人可以决定；请选政策参数（staffsim levers）", option, key,
                   found->row->kind == levers::Kind::fact ? Text{" fact", "事实"} : Text{"n assumption", "假设"}));
    return *found;
}

}  // namespace staffsim::cli
