// Which named townships go thin: mean levels per unit, the worst under today's rules first, and under each policy those
// that lose most. No verdicts are given on single units; the first ten are shown, the others folded.
#include <fmt/core.h>

#include <algorithm>

#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/unit_losses.hpp"

namespace staffsim::analysis {
namespace {

constexpr std::size_t shown_first = 10;

struct UnitRow {
    std::string unit;
    Text label;
    std::vector<const UnitLevel*> levels;  // by scenario, null where not given
    double today() const { return levels.front() ? levels.front()->value : 0; }
};

UnitRow& row_for(std::vector<UnitRow>& rows, const UnitLevel& level, std::size_t scenarios) {
    const auto same = [&](const UnitRow& row) { return row.unit == level.unit; };
    const auto found = std::find_if(rows.begin(), rows.end(), same);
    if (found != rows.end()) return *found;
    return rows.emplace_back(UnitRow{level.unit, level.label, std::vector<const UnitLevel*>(scenarios, nullptr)});
}

std::vector<UnitRow> rows_of(const Comparison& comparison, std::size_t outcome, int year) {
    std::vector<UnitRow> rows;
    for (const UnitLevel& level : comparison.unit_levels)
        if (level.outcome == outcome && level.verdict_year == year)
            row_for(rows, level, comparison.scenarios.size()).levels[level.scenario] = &level;
    std::stable_sort(rows.begin(), rows.end(), [&](const UnitRow& a, const UnitRow& b) {
        return is_thinner(comparison.outcomes[outcome], a.today(), b.today());
    });
    return rows;
}

view::data row_view(const UnitRow& row, int decimals) {
    view::data entry;
    view::data cells = view::empty_list();
    for (const UnitLevel* level : row.levels)
        cells << view::data{"value", level ? plain_number(level->value, decimals) : "–"};
    entry.set("unit", row.unit);
    entry.set("label", view::text(row.label));
    entry.set("cells", cells);
    return entry;
}

// "Empty places per unit" of one township are its empty places.
Text of_one_unit(Text label) {
    constexpr std::string_view per_unit = " per unit", mean_of_units = "单位平均";
    if (label.en.ends_with(per_unit)) label.en.resize(label.en.size() - per_unit.size());
    if (label.zh.starts_with(mean_of_units)) label.zh.erase(0, mean_of_units.size());
    return label;
}

view::data losses(const Comparison& comparison, std::size_t outcome, int year) {
    view::data rows = view::empty_list();
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        if (!has_unit_losses(comparison, outcome, s, year)) continue;
        view::data row = scenario_view(comparison, s);
        row.set("lost", view::text(unit_losses(comparison, outcome, s, year)));
        rows << row;
    }
    return rows;
}

view::data table(const Comparison& comparison, std::size_t outcome, int year, const std::vector<UnitRow>& rows) {
    view::data entry = outcome_view(comparison, outcome);
    entry.set("label", view::text(of_one_unit(comparison.outcomes[outcome].label)));
    view::data first = view::empty_list(), others = view::empty_list();
    for (std::size_t i = 0; i < rows.size(); ++i)
        (i < shown_first ? first : others) << row_view(rows[i], comparison.outcomes[outcome].decimals);
    entry.set("first", first);
    entry.set("others", others);
    entry.set("has_others", !others.is_empty_list());
    entry.set("one_other", rows.size() == shown_first + 1);
    const view::data lost = losses(comparison, outcome, year);
    entry.set("has_losses", !lost.is_empty_list());
    entry.set("losses", lost);
    entry.set("other_count", std::to_string(rows.size() - std::min(rows.size(), shown_first)));
    return entry;
}

}  // namespace

view::data fill_units(const Comparison& comparison) {
    view::data values;
    values.set("heads", all_views(comparison));
    set_many(comparison, comparison.scenarios.size(), values);
    values.set("present", !comparison.unit_levels.empty());
    values.set("confidence", fmt::format("{:.0f}", 100 * comparison.confidence));
    values.set("baseline", scenario_view(comparison, 0));
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   view::data tables = view::empty_list();
                   for (std::size_t o = 0; o < comparison.outcomes.size(); ++o)
                       if (const auto rows = rows_of(comparison, o, year); !rows.empty())
                           tables << table(comparison, o, year, rows);
                   entry.set("tables", tables);
               }));
    return values;
}

}  // namespace staffsim::analysis
