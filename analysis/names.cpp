#include "analysis/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "sim/levers/words.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::analysis {

namespace {

using scenario::Scenario;

bool is_taken(std::span<const Scenario> earlier, const Text& name) {
    return std::ranges::any_of(
        earlier, [&](const Scenario& other) { return other.name.en == name.en || other.name.zh == name.zh; });
}

Text with_behind(const Text& name, const std::string& suffix) {
    return {name.en + " (" + suffix + ")", name.zh + "（" + suffix + "）"};
}

// The id, or a number where that is not enough.
std::string suffix_for(const Scenario& scenario, std::span<const Scenario> earlier) {
    const bool id_is_new = std::ranges::none_of(earlier, [&](const Scenario& one) { return one.id == scenario.id; });
    if (id_is_new && !is_taken(earlier, with_behind(scenario.name, scenario.id))) return scenario.id;
    for (int number = 2;; ++number) {
        if (!is_taken(earlier, with_behind(scenario.name, std::to_string(number)))) return std::to_string(number);
    }
}

}  // namespace

void make_names_distinct(std::vector<Scenario>& scenarios) {
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
        Scenario& scenario = scenarios[s];
        const std::span<const Scenario> earlier(scenarios.data(), s);
        if (!is_taken(earlier, scenario.name)) continue;
        const std::string suffix = suffix_for(scenario, earlier);
        scenario.name = with_behind(scenario.name, suffix);
        Diagnostics diagnostics;
        warn(diagnostics, {scenario.id, 0, 0}, "name", scenario::Warning::same_name, suffix);
        scenario.warnings.insert(scenario.warnings.begin(), diagnostics.warnings().front());
    }
}

Text sized_name(const Text& name, const levers::Row& row, double value) {
    const std::string number = std::abs(value) < 1000 ? fmt::format("{:.4g}", value) : fmt::format("{:.0f}", value);
    const Text unit = row.unit.empty() ? Text{} : levers::unit_words(row.unit);
    return {fmt::format("{} (sized: {}{}{})", name.en, number, unit.en.empty() ? "" : " ", unit.en),
            fmt::format("{}（定为{}{}）", name.zh, number, unit.zh)};
}

}  // namespace staffsim::analysis
