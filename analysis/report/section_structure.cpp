// Section 7: who is there. One table per verdict year, the first day beside every policy: men and women by age
// (people), then education, field of study and channel of entry (shares) and how well fields fit. The charts read the
// table. Groups too small to be shown (small_cells.hpp) say so in it and have no bar.
#include "analysis/report/sections.hpp"
#include "analysis/report/spread_view.hpp"

namespace staffsim::analysis {
namespace {

view::data cell_view(const StructureCell& cell, bool is_age, int min_cell) {
    if (cell.shown != Shown::yes) {
        view::data hidden;
        hidden.set("mean", hidden_text(cell.shown, min_cell));
        hidden.set("moves", false);
        return hidden;
    }
    return is_age ? spread_cell(cell.people, 1, 0) : spread_cell(cell.share, 1, 1);
}

view::data cell_row(const Comparison& comparison, std::size_t cell, std::size_t year) {
    const StructureWords words = structure_words(cell);
    view::data cells = view::empty_list();
    const int min_cell = comparison.portraits.min_cell;
    cells << cell_view(comparison.portraits.structure.front()[0][cell], words.is_age(), min_cell);
    for (const StructureYears& rows : comparison.portraits.structure)
        cells << cell_view(rows[year][cell], words.is_age(), min_cell);
    return spread_row(words.words, cells);
}

const YearlyBand* band_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario) {
    for (const YearlyBand& band : comparison.bands)
        if (band.outcome == outcome && band.scenario == scenario && !band.mean.empty()) return &band;
    return nullptr;
}

// The outcome as it is stored: it has no value on the first day.
void add_match(const Comparison& comparison, std::size_t year, view::data& groups) {
    std::size_t outcome = 0;
    while (outcome < comparison.outcomes.size() && comparison.outcomes[outcome].id != "specialty_match") ++outcome;
    if (outcome == comparison.outcomes.size()) return;
    view::data cells = view::empty_list();
    view::data none;
    none.set("mean", "–");
    cells << none;
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        const YearlyBand* band = band_of(comparison, outcome, s);
        if (band == nullptr) return;
        cells << spread_cell({band->mean[year - 1], band->p05[year - 1], band->p95[year - 1]}, 1, 1);
    }
    view::data rows = view::empty_list();
    rows << spread_row({"all staff", "全体"}, cells);
    groups << spread_part("match", comparison.outcomes[outcome].label, {"100 = every field fits", "100 = 全部对口"},
                          rows);
}

view::data groups_of(const Comparison& comparison, std::size_t year) {
    view::data groups = view::empty_list();
    const std::vector<std::size_t>& order = structure_order();
    for (std::size_t at = 0; at < order.size();) {
        const StructureWords first = structure_words(order[at]);
        view::data rows = view::empty_list();
        for (; at < order.size() && structure_words(order[at]).attribute == first.attribute; ++at)
            rows << cell_row(comparison, order[at], year);
        groups << spread_part(std::string{first.attribute}, first.attribute_words,
                              first.is_age() ? Text{"people", "人"} : Text{"% of staff", "占在编人员%"}, rows);
    }
    add_match(comparison, year, groups);
    return groups;
}

}  // namespace

view::data fill_structure(const Comparison& comparison) {
    view::data values;
    const bool present = !comparison.portraits.empty();
    values.set("present", present);
    values.set("absent", !present);
    values.set("baseline", scenario_view(comparison, 0));
    values.set("first_year", std::to_string(comparison.start_year));
    values.set("min_cell", std::to_string(comparison.portraits.min_cell));
    values.set("hides", comparison.portraits.min_cell > 1);
    if (!present) return values;
    values.set("heads", all_views(comparison));
    set_many(comparison, comparison.scenarios.size(), values);
    values.set("span", std::to_string(2 + comparison.scenarios.size()));
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   entry.set("groups", groups_of(comparison, static_cast<std::size_t>(year)));
               }));
    return values;
}

}  // namespace staffsim::analysis
