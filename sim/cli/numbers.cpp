#include "sim/cli/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"

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
    if (low > 0 && low < 1e-300) throw InputError(fmt::format("--{}: \"{}\" is not a number above 0", name, text));
    if (!value) throw InputError(fmt::format("--{}: \"{}\" is not a number", name, text));
    throw InputError(fmt::format("--{}: {} is out of range; allowed: {} to {}", name, text, low, high));
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
        const std::string near = nearest(key, keys);
        throw InputError(fmt::format("{}: there is no lever \"{}\"{}", option, key,
                                     near.empty() ? "" : "; did you mean \"" + near + "\"?"));
    }
    if (!std::holds_alternative<double>(found->row->default_value))
        throw InputError(fmt::format("{}: {} does not take one number", option, key));
    if (found->row->kind != levers::Kind::policy)
        throw InputError(fmt::format("{}: {} is a{} that nobody decides; name a policy lever (staffsim levers)", option,
                                     key, found->row->kind == levers::Kind::fact ? " fact" : "n assumption"));
    return *found;
}

}  // namespace staffsim::cli
