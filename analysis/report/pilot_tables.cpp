#include "analysis/report/pilot_tables.hpp"

#include <array>

#include "analysis/pilots.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/pilot_words.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {

namespace {

using CellsOfPilot = std::array<std::vector<const PilotCell*>, 2>;  // pilot, others; both in the order of outcomes

view::data pilot_row(const Comparison& comparison, const CellsOfPilot& cells, std::size_t row) {
    const std::size_t outcome = cells[0][row]->outcome;
    view::data entry = outcome_view(comparison, outcome);
    entry.set("better", std::string{direction_id(comparison.outcomes[outcome].direction)});
    view::data changes = view::empty_list();
    for (const auto& part : cells) {
        view::data change;
        set_change(comparison, *part[row], change);
        change.set("today", plain_number(part[row]->paired.baseline, comparison.outcomes[outcome].decimals));
        changes << change;
    }
    entry.set("cells", changes);
    return entry;
}

// Where the table is about: "in T03, T11", "in the other 19 townships".
view::data heads_of(const Pilot& pilot) {
    view::data heads = view::empty_list();
    for (const PilotPart part : {PilotPart::pilot, PilotPart::others}) {
        const Text words = pilot_part_words(pilot, part);
        view::data head;
        head.set("where", view::text({"In " + words.en, words.zh}));
        heads << head;
    }
    return heads;
}

void set_table(const Comparison& comparison, const Pilot& pilot, const CellsOfPilot& cells, bool judged,
               view::data& entry) {
    view::data rows = view::empty_list();
    for (std::size_t row = 0; row < cells[0].size(); ++row)
        if (cells[0][row]->has_verdict == judged) rows << pilot_row(comparison, cells, row);
    if (rows.is_empty_list()) return;
    view::data table;
    table.set("judged", judged);
    table.set("parts", heads_of(pilot));
    table.set("rows", rows);
    entry.set(judged ? "verdicts" : "further", table);
}

}  // namespace

view::data pilot_tables(const Comparison& comparison, int verdict_year) {
    view::data tables = view::empty_list();
    for (const Pilot& pilot : comparison.pilots) {
        const CellsOfPilot cells{pilot_cells(comparison, pilot.scenario, PilotPart::pilot, verdict_year),
                                 pilot_cells(comparison, pilot.scenario, PilotPart::others, verdict_year)};
        if (cells[0].empty()) continue;
        view::data entry = scenario_view(comparison, pilot.scenario);
        const Text names = pilot_names(pilot.units);
        entry.set("where", view::text({"in " + names.en + " alone", "只在 " + names.zh}));
        const Text hidden = hidden_pilot_words(comparison, pilot.scenario, verdict_year);
        if (!hidden.en.empty()) {
            entry.set("hidden", view::text(hidden));
        } else {
            for (const bool judged : {true, false}) set_table(comparison, pilot, cells, judged, entry);
        }
        tables << entry;
    }
    return tables;
}

}  // namespace staffsim::analysis
