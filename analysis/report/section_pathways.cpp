// Through what does it work: one table per variant and verdict year, a row for every difference that is clear of 0,
// with the parts that are clear and what the rules do by themselves.
#include <fmt/core.h>

#include <cmath>

#include "analysis/pathways.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

view::data part_view(const Text& label, const PathwayPart& part, double difference, int decimals) {
    view::data entry;
    entry.set("label", view::text(label));
    entry.set("part", signed_number(part.part, decimals));
    entry.set("range", signed_range(part.low, part.high, decimals));
    entry.set("share", fmt::format("{:.0f}", std::round(100 * part.part / difference) + 0.0));
    return entry;
}

// Clear of 0, and not so small that it would be written as 0 % of the difference.
bool is_told(const PathwayPart& part, double difference) {
    const bool is_clear = part.low > 0 || part.high < 0;
    return is_clear && std::abs(part.part) >= 0.005 * std::abs(difference);
}

view::data row_view(const Comparison& comparison, const PathwayCell& cell) {
    view::data row = outcome_view(comparison, cell.outcome);
    const int decimals = comparison.outcomes[cell.outcome].decimals + 1;
    row.set("difference", signed_number(cell.difference, decimals));
    row.set("range", signed_range(cell.low, cell.high, decimals));
    view::data parts = view::empty_list();
    for (std::size_t p = 0; p < cell.parts.size(); ++p) {
        const PathwayPart& part = cell.parts[p];
        if (is_told(part, cell.difference))
            parts << part_view(comparison.pathways.pathways[p].label, part, cell.difference, decimals);
    }
    row.set("no_parts", parts.is_empty_list());
    row.set("parts", parts);
    const bool is_rules = std::abs(cell.rules.part) >= 0.005 * std::abs(cell.difference);
    row.set("no_rules", !is_rules);
    if (is_rules)
        row.set("rules", part_view({"the rules themselves", "规则本身"}, cell.rules, cell.difference, decimals));
    row.set("sentence", view::text(pathway_sentence(comparison, cell)));
    return row;
}

view::data variant_view(const Comparison& comparison, std::size_t scenario, int year) {
    view::data entry = scenario_view(comparison, scenario);
    view::data rows = view::empty_list();
    for (const PathwayCell& cell : comparison.pathways.cells) {
        const bool is_clear = cell.low > 0 || cell.high < 0;
        if (cell.scenario == scenario && cell.verdict_year == year && is_clear) rows << row_view(comparison, cell);
    }
    entry.set("no_rows", rows.is_empty_list());
    entry.set("has_rows", !rows.is_empty_list());
    entry.set("rows", rows);
    return entry;
}

}  // namespace

view::data fill_pathways(const Comparison& comparison) {
    view::data values;
    const bool is_traced = !comparison.pathways.cells.empty();
    values.set("traced", is_traced);
    values.set("untraced", !is_traced);
    values.set("futures", std::to_string(comparison.pathways.futures));
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   view::data variants = view::empty_list();
                   for (std::size_t s = 1; is_traced && s < comparison.scenarios.size(); ++s)
                       variants << variant_view(comparison, s, year);
                   entry.set("variants", variants);
               }));
    return values;
}

}  // namespace staffsim::analysis
