// The sections of the page in their order. A new section is: a template in web/sections, a function here that fills it,
// a line in `sections()`, and, when it draws, a module in web/src/sections.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/report/view.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

struct Section {
    std::string_view id;  // anchor, and the name its script module is found by
    Text heading;         // the planner's question
    Text short_name;      // for the list of contents
    std::string_view (*source)();
    view::data (*fill)(const Comparison&);
    bool (*has_content)(const Comparison&) = nullptr;  // not shown when it says no
    bool needs_futures = true;  // not shown of a store that holds answers to questions and no futures
};

const std::vector<Section>& sections();

view::data fill_compared(const Comparison& comparison);     // section_compared.cpp
view::data fill_answer(const Comparison& comparison);       // section_answer.cpp
view::data fill_scorecard(const Comparison& comparison);    // section_scorecard.cpp
view::data fill_changes(const Comparison& comparison);      // section_changes.cpp
view::data fill_development(const Comparison& comparison);  // section_development.cpp
view::data fill_often(const Comparison& comparison);        // section_often.cpp
view::data fill_cost(const Comparison& comparison);         // section_cost.cpp
view::data fill_careers(const Comparison& comparison);      // section_careers.cpp
view::data fill_lives(const Comparison& comparison);        // section_lives.cpp
view::data fill_chains(const Comparison& comparison);       // section_chains.cpp
view::data fill_structure(const Comparison& comparison);    // section_structure.cpp
view::data fill_units(const Comparison& comparison);        // section_units.cpp
view::data fill_groups(const Comparison& comparison);       // section_groups.cpp
view::data fill_pathways(const Comparison& comparison);     // section_pathways.cpp
view::data fill_outlook(const Comparison& comparison);      // section_outlook.cpp
view::data fill_assumptions(const Comparison& comparison);  // section_assumptions.cpp
view::data fill_parts(const Comparison& comparison);        // section_answers.cpp
view::data fill_best(const Comparison& comparison);         // section_answers.cpp
view::data fill_sought(const Comparison& comparison);       // section_answers.cpp
bool has_packages(const Comparison& comparison);
bool has_races(const Comparison& comparison);
bool has_seeks(const Comparison& comparison);
view::data fill_record(const Comparison& comparison);  // section_record.cpp

// What several sections show in the same way.
view::data scenario_view(const Comparison& comparison, std::size_t scenario);  // {letter, name}
view::data variant_views(const Comparison& comparison);                        // all but the baseline
view::data all_views(const Comparison& comparison);                            // the baseline first
// "many": with more than six scenarios the cells of a row no longer fit side by side; the page wraps them under each
// other, "across" in a line, each behind its policy's letter. `columns` is how many cells a row has.
void set_many(const Comparison& comparison, std::size_t columns, view::data& values);
// For a section that shows one variant beside the baseline: {baseline, heads of all, has_choice, variants to choose
// from: {section, index, letter, name, first}, none when there is only one}.
void set_beside(const Comparison& comparison, const std::string& section, view::data& values);
view::data outcome_view(const Comparison& comparison, std::size_t outcome);     // {label, unit, direction …}
view::data verdict_view(stats::Verdict verdict);                                // {words, mark, tone}
view::data verdict_view(const Comparison& comparison, stats::Verdict verdict);  // in the words of this comparison
// The change of a cell with its range, its verdict where it has one, and how many more futures would settle it: what
// change_cell.mustache.html shows.
void set_change(const Comparison& comparison, const Cell& cell, view::data& entry);
// "range" of a cell's change; instead, of what is too rare, "rare": in how many futures it differs at all.
void set_range(const Cell& cell, int decimals, view::data& entry);
// One entry {aim, rows} per aim for which `rows_of(aim)` gives any.
template <class RowsOf>
view::data by_aim(RowsOf rows_of) {
    view::data aims = view::empty_list();
    for (const measures::Aim aim : all_aims()) {
        const view::data rows = rows_of(aim);
        if (rows.is_empty_list()) continue;
        view::data entry;
        entry.set("aim", view::text(aim_words(aim)));
        entry.set("rows", rows);
        aims << entry;
    }
    return aims;
}
// One entry per verdict year: {year, calendar} and what `fill(year, entry)` adds.
template <class Fill>
view::data by_verdict_year(const Comparison& comparison, Fill fill) {
    view::data entries = view::empty_list();
    for (const int year : comparison.verdict_years) {
        view::data entry;
        entry.set("year", std::to_string(year));
        entry.set("calendar", std::to_string(calendar_year(comparison, year)));
        fill(year, entry);
        entries << entry;
    }
    return entries;
}

}  // namespace staffsim::analysis
