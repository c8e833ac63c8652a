#include "analysis/export/comparison_csv.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string_view>
#include <vector>

#include "analysis/answers.hpp"
#include "analysis/export/csv_text.hpp"
#include "analysis/export/dictionary.hpp"
#include "analysis/export/drivers_export.hpp"
#include "analysis/export/luck_csv.hpp"
#include "analysis/export/manpower_csv.hpp"
#include "analysis/export/portraits_csv.hpp"
#include "analysis/export/rules_csv.hpp"
#include "analysis/output_file.hpp"
#include "analysis/pilots.hpp"

namespace staffsim::analysis {

namespace {

void level_row(CsvText& csv, const Comparison& comparison, const Cell& cell) {
    csv.text(comparison.scenarios[cell.scenario].id).text(comparison.outcomes[cell.outcome].id);
    csv.whole(cell.verdict_year).whole(comparison.start_year + cell.verdict_year - 1);
    csv.number(cell.value).number(cell.value_low).number(cell.value_high);
}

void difference_row(CsvText& csv, const Cell& cell) {
    const stats::PairedSummary& paired = cell.paired;
    csv.number(paired.baseline).number(paired.difference).number(paired.low).number(paired.high);
    csv.number(paired.probability_better).number(paired.probability_low).number(paired.probability_high);
    csv.text(cell.has_verdict ? stats::name(cell.verdict) : "").whole(paired.discordant).whole(paired.more_needed);
    csv.number(paired.variance_factor).whole(paired.wins).whole(paired.ties).whole(paired.losses);
    csv.number(paired.regret_of_variant).number(paired.regret_of_baseline);
    csv.number(paired.differing_low).number(paired.differing_high);
}

constexpr auto comparison_columns = std::to_array<std::string_view>({"scenario",
                                                                     "outcome",
                                                                     "verdict_year",
                                                                     "calendar_year",
                                                                     "value",
                                                                     "value_low",
                                                                     "value_high",
                                                                     "baseline",
                                                                     "difference",
                                                                     "low",
                                                                     "high",
                                                                     "probability_better",
                                                                     "probability_low",
                                                                     "probability_high",
                                                                     "verdict",
                                                                     "discordant",
                                                                     "more_needed",
                                                                     "variance_factor",
                                                                     "wins",
                                                                     "ties",
                                                                     "losses",
                                                                     "regret",
                                                                     "regret_of_baseline",
                                                                     "differing_low",
                                                                     "differing_high"});
constexpr int difference_columns = 18;

void comparison_row(CsvText& csv, const Comparison& comparison, const Cell& cell, bool has_difference) {
    level_row(csv, comparison, cell);
    if (has_difference) difference_row(csv, cell);
    for (int empty = 0; !has_difference && empty < difference_columns; ++empty) csv.text("");
}

std::string comparison_csv(const Comparison& comparison) {
    CsvText csv({comparison_columns.begin(), comparison_columns.end()});
    for (const Cell& cell : comparison.cells) {
        comparison_row(csv, comparison, cell, cell.scenario > 0);
        csv.end_row();
    }
    return csv.content();
}

// What comparison.csv holds, of the townships of a pilot and of the others.
std::string pilots_csv(const Comparison& comparison) {
    std::vector<std::string_view> names{"part", "pilot"};
    names.insert(names.end(), comparison_columns.begin(), comparison_columns.end());
    names.emplace_back("shown");
    CsvText csv(names);
    for (const PilotCell& cell : comparison.pilot_cells) {
        const auto pilot = std::ranges::find(comparison.pilots, cell.scenario, &Pilot::scenario);
        csv.text(part_id(cell.part)).text(fmt::format("{}", fmt::join(pilot->units, " ")));
        comparison_row(csv, comparison, cell, cell.shown == Shown::yes);
        csv.text(cell.shown == Shown::yes ? "" : hidden_text(cell.shown, comparison.breakdown.min_cell)).end_row();
    }
    return csv.content();
}

std::string yearly_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "outcome", "year", "mean", "p05", "p25", "p50", "p75", "p95"});
    for (const YearlyBand& band : comparison.bands) {
        for (std::size_t i = 0; i < band.mean.size(); ++i) {
            csv.text(comparison.scenarios[band.scenario].id).text(comparison.outcomes[band.outcome].id);
            csv.whole(comparison.start_year + static_cast<int>(i)).number(band.mean[i]).number(band.p05[i]);
            csv.number(band.p25[i]).number(band.p50[i]).number(band.p75[i]).number(band.p95[i]).end_row();
        }
    }
    return csv.content();
}

std::string units_csv(const Comparison& comparison) {
    CsvText csv({"unit", "name_zh", "name_en", "places", "scenario", "outcome", "verdict_year", "value", "difference",
                 "low", "high", "discordant"});
    for (const UnitLevel& level : comparison.unit_levels) {
        csv.text(level.unit).text(level.label.zh).text(level.label.en).whole(level.places);
        csv.text(comparison.scenarios[level.scenario].id).text(comparison.outcomes[level.outcome].id);
        csv.whole(level.verdict_year).number(level.value);
        const stats::PairedSummary& change = level.change;
        if (change.replications > 0)
            csv.number(change.difference).number(change.low).number(change.high).whole(change.discordant);
        else
            csv.text("").text("").text("").text("");
        csv.end_row();
    }
    return csv.content();
}

// Hidden cells have no value; `shown` says why.
std::string breakdown_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "dimension", "part", "name_zh", "name_en", "measure", "verdict_year", "value", "shown"});
    for (const PartCell& cell : comparison.breakdown.cells) {
        const measures::Part& part = comparison.breakdown.parts[cell.part];
        csv.text(comparison.scenarios[cell.scenario].id).text(measures::id_of(part.dimension)).text(part.id);
        csv.text(part.label.zh).text(part.label.en).text(measures::id_of(cell.measure)).whole(cell.verdict_year);
        csv.number(cell.value);
        csv.text(cell.shown == PartCell::Shown::yes ? "" : shown_text(cell, comparison.breakdown.min_cell)).end_row();
    }
    return csv.content();
}

std::string settings_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "name_zh", "name_en", "key", "label_zh", "label_en", "old", "new", "unit", "authority",
                 "starts", "origin"});
    const auto add = [&](const std::string& id, const Text& name, const Setting& setting) {
        csv.text(id).text(name.zh).text(name.en).text(setting.key);
        csv.text(setting.label.zh).text(setting.label.en).text(setting.old_value).text(setting.new_value);
        csv.text(setting.unit).text(setting.authority).text(setting.starts).text(setting.origin).end_row();
    };
    for (const Setting& change : comparison.overrides.changes)
        add("", {"on top of the files of every scenario", "所有方案在各自文件之上"}, change);
    for (const ComparedScenario& scenario : comparison.scenarios) {
        for (const Setting& setting : scenario.settings) add(scenario.id, scenario.name, setting);
    }
    return csv.content();
}

std::string rules_csv(const Comparison& comparison) {
    CsvText csv = rule_headings();
    for (const RuleUse& use : comparison.rules) add_rule(csv, comparison.scenarios[use.scenario].id, use);
    return csv.content();
}

std::string equal_cost_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "equal_to", "lever", "value", "unit", "at_announcement", "residual_percent", "low", "high",
                 "pilot_residual_percent", "pilot_replications", "pilot_runs", "pilot_seed"});
    for (const EqualCost& one : comparison.equal_cost) {
        csv.text(comparison.scenarios[one.scenario].id).text(comparison.scenarios[one.reference].id).text(one.lever);
        csv.number(one.value).text(one.unit).flag(one.at_announcement);
        csv.number(one.residual).number(one.low).number(one.high).number(one.pilot_residual);
        csv.whole(one.pilot_replications).whole(one.pilot_runs).whole(one.pilot_seed).end_row();
    }
    return csv.content();
}

// One row per part; the pathway "rules" is what is left with all pathways off.
void pathway_rows(CsvText& csv, const Comparison& comparison, const PathwayCell& cell) {
    const auto row = [&](const std::string& id, const Text& label, const PathwayPart& part) {
        csv.text(comparison.scenarios[cell.scenario].id).text(comparison.outcomes[cell.outcome].id);
        csv.whole(cell.verdict_year).number(cell.difference).number(cell.low).number(cell.high);
        csv.text(id).text(label.zh).text(label.en).number(part.part).number(part.low).number(part.high).end_row();
    };
    for (std::size_t p = 0; p < cell.parts.size(); ++p)
        row(comparison.pathways.pathways[p].id, comparison.pathways.pathways[p].label, cell.parts[p]);
    row("rules", {"the rules themselves", "规则本身"}, cell.rules);
}

std::string pathways_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "outcome", "verdict_year", "difference", "difference_low", "difference_high", "pathway",
                 "label_zh", "label_en", "part", "low", "high"});
    for (const PathwayCell& cell : comparison.pathways.cells) pathway_rows(csv, comparison, cell);
    return csv.content();
}

std::string outlook_csv(const Comparison& comparison) {
    CsvText csv = manpower_csv();
    add_manpower(csv, comparison.scenarios.front().id, "townships", comparison.outlook);
    return csv.content();
}

}  // namespace

std::vector<CsvFile> comparison_tables(const Comparison& comparison) {
    std::vector<CsvFile> tables{
        {"comparison.csv", comparison_csv(comparison)}, {"yearly.csv", yearly_csv(comparison)},
        {"units.csv", units_csv(comparison)},           {"manpower.csv", outlook_csv(comparison)},
        {"settings.csv", settings_csv(comparison)},     {"rules.csv", rules_csv(comparison)},
        {"dictionary.csv", dictionary_csv(comparison)}, {"luck.csv", luck_csv(comparison)}};
    if (!comparison.pilot_cells.empty()) tables.push_back({"pilots.csv", pilots_csv(comparison)});
    if (!comparison.breakdown.cells.empty()) tables.push_back({"breakdown.csv", breakdown_csv(comparison)});
    if (!comparison.equal_cost.empty()) tables.push_back({"equal_cost.csv", equal_cost_csv(comparison)});
    if (!comparison.pathways.cells.empty()) tables.push_back({"pathways.csv", pathways_csv(comparison)});
    for (CsvFile& table : portraits_tables(comparison)) tables.push_back(std::move(table));
    for (CsvFile& table : drivers_tables(comparison)) tables.push_back(std::move(table));
    for (CsvFile& table : answers_tables(comparison.answers)) tables.push_back(std::move(table));
    return tables;
}

void write_tables(const std::filesystem::path& folder, const std::vector<CsvFile>& tables) {
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    if (error) throw OutputError(worded("{}: {}", "{}：{}", folder.string(), error.message()));
    std::deque<PartFile> parts;
    for (const CsvFile& table : tables) parts.emplace_back(folder / table.name).write(table.content);
    for (const PartFile& part : parts) part.take_place();
}

}  // namespace staffsim::analysis
