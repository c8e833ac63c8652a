// Section 3: the paired differences. The charts are drawn by the page's script; here is their table, which also says
// how often a variant comes out better under matched luck (always with its Wilson range).
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

view::data row_view(const Comparison& comparison, const Cell& cell) {
    const stats::PairedSummary& paired = cell.paired;
    const int decimals = shown_decimals(paired, comparison.outcomes[cell.outcome]);
    view::data row = scenario_view(comparison, cell.scenario);
    row.set("today", plain_number(paired.baseline, decimals));
    row.set("then", plain_number(paired.value, decimals));
    row.set("difference", signed_difference(paired, decimals));
    set_range(cell, decimals, row);
    row.set("verdict", verdict_view(comparison, cell.verdict));
    row.set("of_100", of_100(paired));
    const std::string judge{cell.verdict == stats::Verdict::too_rare ? stats::mark(cell.verdict) : ""};
    row.set("more", paired.more_needed > 0 ? judge + std::to_string(paired.more_needed) : "–");
    return row;
}

view::data groups_of(const Comparison& comparison, int year) {
    view::data groups = view::empty_list();
    for (std::size_t outcome = 0; outcome < comparison.outcomes.size(); ++outcome) {
        view::data rows = view::empty_list();
        for (std::size_t scenario = 1; scenario < comparison.scenarios.size(); ++scenario) {
            const Cell* cell = find_cell(comparison, outcome, scenario, year);
            if (cell != nullptr && cell->has_verdict) rows << row_view(comparison, *cell);
        }
        if (rows.is_empty_list()) continue;
        view::data group = outcome_view(comparison, outcome);
        group.set("rows", rows);
        groups << group;
    }
    return groups;
}

}  // namespace

view::data fill_changes(const Comparison& comparison) {
    view::data values;
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   entry.set("groups", groups_of(comparison, year));
               }));
    values.set("replications", std::to_string(comparison.replications));
    values.set("variants", variant_views(comparison));
    return values;
}

}  // namespace staffsim::analysis
