// Breakdowns by group: one folded table per breakdown and verdict year, measures one below the other. Named units are
// too many for the page and stand in the exports.
#include <map>

#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

using measures::Dimension;
using measures::PartMeasure;

// Texts of the cells, by part, measure and scenario.
using Texts = std::map<std::tuple<std::size_t, PartMeasure, std::size_t>, std::string>;

Texts texts_of(const Breakdown& breakdown, int year) {
    Texts texts;
    for (const PartCell& cell : breakdown.cells) {
        if (cell.verdict_year == year)
            texts[{cell.part, cell.measure, cell.scenario}] = shown_text(cell, breakdown.min_cell);
    }
    return texts;
}

view::data rows_of(const Comparison& comparison, const Texts& texts, Dimension dimension, PartMeasure measure) {
    view::data rows = view::empty_list();
    const std::vector<measures::Part>& parts = comparison.breakdown.parts;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (parts[p].dimension != dimension || !texts.contains({p, measure, 0})) continue;
        view::data row, cells = view::empty_list();
        for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
            const auto found = texts.find({p, measure, s});
            cells << view::data{"value", found == texts.end() ? "–" : found->second};
        }
        row.set("label", view::text(parts[p].label));
        row.set("cells", cells);
        rows << row;
    }
    return rows;
}

view::data measures_of(const Comparison& comparison, const Texts& texts, Dimension dimension) {
    view::data list = view::empty_list();
    for (std::size_t m = 0; m < measures::part_measure_count; ++m) {
        const auto measure = static_cast<PartMeasure>(m);
        const view::data rows = rows_of(comparison, texts, dimension, measure);
        if (rows.is_empty_list()) continue;
        view::data entry;
        entry.set("measure", view::text(measures::label_of(measure)));
        entry.set("unit", view::text(measures::unit_of(measure)));
        entry.set("rows", rows);
        list << entry;
    }
    return list;
}

view::data tables_of(const Comparison& comparison, int year) {
    const Texts texts = texts_of(comparison.breakdown, year);
    view::data tables = view::empty_list();
    for (std::size_t d = 0; d < measures::dimension_count; ++d) {
        const auto dimension = static_cast<Dimension>(d);
        if (dimension == Dimension::unit) continue;
        const view::data list = measures_of(comparison, texts, dimension);
        if (list.is_empty_list()) continue;
        view::data table;
        table.set("dimension", view::text(measures::words(dimension)));
        table.set("id", std::string(measures::id_of(dimension)));
        table.set("measures", list);
        table.set("year", std::to_string(year));
        tables << table;
    }
    return tables;
}

}  // namespace

view::data fill_groups(const Comparison& comparison) {
    view::data values;
    values.set("heads", all_views(comparison));
    set_many(comparison, comparison.scenarios.size(), values);
    values.set("columns", std::to_string(comparison.scenarios.size() + 1));
    values.set("present", !comparison.breakdown.cells.empty());
    values.set("min_cell", std::to_string(comparison.breakdown.min_cell));
    values.set("hides", comparison.breakdown.min_cell > 1);
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   entry.set("tables", tables_of(comparison, year));
               }));
    return values;
}

}  // namespace staffsim::analysis
