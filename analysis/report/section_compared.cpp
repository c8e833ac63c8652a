// Section 0: the settings that differ, old to new, with who may decide them; warnings stand first.
#include "analysis/equal_cost.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/overrides.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/setting_words.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::analysis {
namespace {

view::data setting_view(const Setting& setting) {
    view::data row;
    row.set("label", view::text(setting.label));
    row.set("key", setting.key);
    row.set("old", view::text(setting.old_value.empty() ? Text{"–", "–"} : old_value_words(setting)));
    row.set("new", view::text(setting.new_value.empty() ? Text{"–", "–"} : new_value_words(setting)));
    row.set("unit", view::text(levers::unit_words(setting.unit)));
    row.set("authority", view::text(levers::authority_words(setting.authority)));
    const bool is_told = names_its_start(setting);
    row.set("starts", is_told ? "" : setting.starts);
    row.set("is_told", is_told && !setting.starts.empty());
    row.set("from_start", setting.starts.empty());
    row.set("origin", setting.origin);
    return row;
}

view::data variant_view(const Comparison& comparison, std::size_t scenario) {
    view::data entry = scenario_view(comparison, scenario);
    view::data rows = view::empty_list();
    for (const Setting& setting : comparison.scenarios[scenario].settings) rows << setting_view(setting);
    entry.set("settings", rows);
    entry.set("no_settings", rows.is_empty_list());
    return entry;
}

// What was put on top of every scenario's files: one entry, or none.
view::data overrides_view(const Overrides& overrides) {
    view::data list = view::empty_list();
    if (overrides.is_empty()) return list;
    view::data entry, rows = view::empty_list();
    for (const Setting& change : overrides.changes) rows << setting_view(change);
    entry.set("sentence", view::text(overrides_sentence(overrides)));
    entry.set("settings", rows);
    list << entry;
    return list;
}

}  // namespace

view::data fill_compared(const Comparison& comparison) {
    view::data values;
    view::data variants = view::empty_list();
    for (std::size_t i = 1; i < comparison.scenarios.size(); ++i) variants << variant_view(comparison, i);
    values.set("baseline", scenario_view(comparison, 0));
    values.set("variants", variants);
    values.set("overrides", overrides_view(comparison.overrides));
    values.set("has_futures", comparison.replications > 0);
    values.set("replications", std::to_string(comparison.replications));
    values.set("first_year", std::to_string(comparison.start_year));
    values.set("last_year", std::to_string(calendar_year(comparison, comparison.years)));
    values.set("townships", std::to_string(comparison.township_count));
    values.set("one_township", comparison.township_count == 1);
    values.set("has_organs", comparison.has_organs);
    values.set("judged", view::text(judged_words()));
    values.set("places", std::to_string(comparison.places));
    values.set("staff", std::to_string(comparison.staff));
    values.set("warnings", view::list(comparison.warnings));
    values.set("notes", view::list(comparison.notes));
    view::data equal_cost = view::empty_list();
    for (const EqualCost& one : comparison.equal_cost) {
        view::data entry;
        entry.set("sentence", view::text(equal_cost_sentence(comparison, one)));
        equal_cost << entry;
    }
    values.set("equal_cost", equal_cost);
    values.set("has_equal_cost", !comparison.equal_cost.empty());
    values.set("has_notes", !comparison.notes.empty());
    return values;
}

}  // namespace staffsim::analysis
