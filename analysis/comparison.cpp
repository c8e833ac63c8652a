#include "analysis/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace staffsim::analysis {

std::vector<Text> scenario_names(const Comparison& comparison) {
    std::vector<Text> names;
    for (const ComparedScenario& scenario : comparison.scenarios) names.push_back(scenario.name);
    return names;
}

std::string begins_later(const Comparison& comparison, std::size_t scenario) {
    const std::string first_day = fmt::format("{}-01-01", comparison.start_year);
    std::string first;
    for (const Setting& setting : comparison.scenarios[scenario].settings) {
        const bool is_earlier = first.empty() || setting.starts < first;
        if (setting.starts > first_day && is_earlier) first = setting.starts;
    }
    return first;
}

const Cell* find_cell(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year) {
    const auto is_meant = [&](const Cell& cell) {
        return cell.outcome == outcome && cell.scenario == scenario && cell.verdict_year == verdict_year;
    };
    const auto year = static_cast<std::size_t>(std::ranges::find(comparison.verdict_years, verdict_year) -
                                               comparison.verdict_years.begin());
    const std::size_t place =
        (outcome * comparison.verdict_years.size() + year) * comparison.scenarios.size() + scenario;
    if (place < comparison.cells.size() && is_meant(comparison.cells[place])) return &comparison.cells[place];
    const auto found = std::ranges::find_if(comparison.cells, is_meant);
    return found == comparison.cells.end() ? nullptr : &*found;
}

}  // namespace staffsim::analysis
