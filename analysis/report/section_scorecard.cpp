// Section 2: one table per verdict year. Outcomes with verdicts stand by aim; the others are exploratory, carry neither
// mark nor colour, and are folded; scores inside the model (latent) come last. Below it the same of pilot townships.
#include <fmt/core.h>

#include "analysis/report/assets.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/pilot_tables.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {
namespace {

struct Part {  // which outcomes a table shows
    bool with_verdict;
    bool latent;
};

bool has_verdict(const Comparison& comparison, std::size_t outcome, int year) {
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s)
        if (const Cell* cell = find_cell(comparison, outcome, s, year)) return cell->has_verdict;
    return false;
}

view::data cell_view(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int year) {
    view::data entry;
    const Cell* cell = find_cell(comparison, outcome, scenario, year);
    entry.set("letter", scenario_letter(scenario));
    entry.set("missing", cell == nullptr);
    if (cell == nullptr) return entry;
    set_change(comparison, *cell, entry);
    return entry;
}

view::data row_view(const Comparison& comparison, std::size_t outcome, int year) {
    view::data row = outcome_view(comparison, outcome);
    const Cell* base = find_cell(comparison, outcome, 0, year);
    const int decimals = comparison.outcomes[outcome].decimals;
    row.set("today", base ? plain_number(base->value, decimals) : "–");
    row.set("better", std::string{direction_id(comparison.outcomes[outcome].direction)});
    view::data cells = view::empty_list();
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) cells << cell_view(comparison, outcome, s, year);
    row.set("cells", cells);
    return row;
}

view::data rows_of(const Comparison& comparison, measures::Aim aim, int year, Part part) {
    view::data rows = view::empty_list();
    for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
        const measures::Outcome& outcome = comparison.outcomes[o];
        if (outcome.aim != aim || has_verdict(comparison, o, year) != part.with_verdict) continue;
        if (!part.with_verdict && outcome.latent != part.latent) continue;
        if (find_cell(comparison, o, 0, year) != nullptr) rows << row_view(comparison, o, year);
    }
    return rows;
}

// "5 better, 2 worse, 3 open" for the head of a column.
Text tally(const Comparison& comparison, std::size_t scenario, int year) {
    if (!comparison.declared_baseline) return {"exploratory: no verdicts", "探索性：不作判断"};
    if (has_too_few_futures(comparison)) return {"too few futures: no verdicts", "推演太少：不作判断"};
    int better = 0, worse = 0, open = 0;
    for (const Cell& cell : comparison.cells) {
        if (cell.scenario != scenario || cell.verdict_year != year || !cell.has_verdict) continue;
        better += cell.verdict == stats::Verdict::better;
        worse += cell.verdict == stats::Verdict::worse;
        open += cell.verdict == stats::Verdict::too_close || cell.verdict == stats::Verdict::too_rare ||
                cell.verdict == stats::Verdict::depends_on_assumptions;
    }
    return {fmt::format("{}\u00a0better · {}\u00a0worse · {}\u00a0open", better, worse, open),
            fmt::format("{} 项更好 · {} 项更差 · {} 项未定", better, worse, open)};
}

view::data heads(const Comparison& comparison, int year, bool with_tally) {
    view::data list = view::empty_list();
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        view::data head = scenario_view(comparison, s);
        if (with_tally) head.set("tally", view::text(tally(comparison, s, year)));
        list << head;
    }
    return list;
}

view::data table(const Comparison& comparison, int year, Part part) {
    view::data entry;
    const view::data aims = by_aim([&](measures::Aim aim) { return rows_of(comparison, aim, year, part); });
    entry.set("present", !aims.is_empty_list());
    entry.set("aims", aims);
    entry.set("heads", heads(comparison, year, part.with_verdict));
    entry.set("judged", part.with_verdict);
    set_many(comparison, comparison.scenarios.size() - 1, entry);
    entry.set("columns", std::to_string(comparison.scenarios.size() + 1));
    return entry;
}

}  // namespace

view::data fill_scorecard(const Comparison& comparison) {
    view::data values;
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   entry.set("judged", table(comparison, year, {true, false}));
                   entry.set("exploratory", table(comparison, year, {false, false}));
                   entry.set("latent", table(comparison, year, {false, true}));
                   const view::data pilots = pilot_tables(comparison, year);
                   entry.set("has_pilots", !pilots.is_empty_list());
                   entry.set("pilots", pilots);
               }));
    values.set("table", std::string{assets::scorecard_table()});
    values.set("pilot_table", std::string{assets::pilot_table()});
    values.set("baseline", scenario_view(comparison, 0));
    values.set("declared", comparison.declared_baseline);
    values.set("has_declared_place", comparison.declared_place.has_value());
    if (comparison.declared_place) values.set("declared_place", scenario_view(comparison, *comparison.declared_place));
    view::data scenarios = view::empty_list();
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) scenarios << scenario_view(comparison, i);
    values.set("scenarios", scenarios);
    values.set("confidence", fmt::format("{:.0f}", 100 * comparison.confidence));
    values.set("enough", !has_too_few_futures(comparison));
    values.set("has_details", comparison.details > 0);
    values.set("details", std::to_string(comparison.details));
    values.set("family", std::to_string(comparison.family_size));
    return values;
}

}  // namespace staffsim::analysis
