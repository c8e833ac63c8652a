#include "analysis/experiment/point_table.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/export/csv_text.hpp"
#include "analysis/json_number.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> swept_keys(const store::Plan& plan) {
    std::vector<std::string> keys;
    for (const store::PlannedPoint& point : plan.points) {
        for (const auto& [key, value] : point.values) {
            if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
        }
    }
    return keys;
}

std::string value_at(const store::PlannedPoint& point, const std::string& key) {
    const auto found = std::ranges::find(point.values, key, &std::pair<std::string, std::string>::first);
    return found == point.values.end() ? "" : found->second;
}

std::span<const DeclaredCell> cells_of(const PointTable& table, std::size_t scenario) {
    const auto [first, last] = std::ranges::equal_range(table.cells, scenario, {}, &DeclaredCell::scenario);
    return {first, last};
}

void comparison_columns(CsvText& csv, const stats::PairedSummary& paired, stats::Verdict verdict) {
    csv.number(paired.baseline).number(paired.difference).number(paired.low).number(paired.high);
    csv.whole(paired.wins).whole(paired.ties).whole(paired.losses);
    csv.number(paired.probability_better).number(paired.probability_low).number(paired.probability_high);
    csv.number(paired.regret_of_variant).number(paired.regret_of_baseline).text(stats::name(verdict));
    csv.whole(paired.discordant).whole(paired.more_needed).number(paired.variance_factor);
}

void add_row(CsvText& csv, const store::Plan& plan, const std::vector<std::string>& keys,
             const store::PlannedPoint& point, const DeclaredCell& cell) {
    csv.text(point.name).text(point.hash).text(point.group).text(plan.scenarios[point.scenario].id);
    for (const std::string& key : keys) csv.text(value_at(point, key));
    csv.text(plan.outcomes[cell.outcome].id).text(plan.groups[cell.group].id);
    csv.whole(cell.verdict_year).whole(plan.start_year + cell.verdict_year - 1);
    csv.number(cell.level.value).number(cell.level.low).number(cell.level.high);
    if (cell.scenario > 0) comparison_columns(csv, cell.paired, cell.verdict);
    for (int empty = 0; cell.scenario == 0 && empty < 16; ++empty) csv.text("");
    csv.end_row();
}

Json json_of(const store::Plan& plan, const store::PlannedPoint& point, const DeclaredCell& cell) {
    Json values = Json::object();
    for (const auto& [key, value] : point.values) values[key] = value;
    Json row{{"point", point.name},
             {"hash", point.hash},
             {"sweep", point.group},
             {"scenario", plan.scenarios[point.scenario].id},
             {"values", values},
             {"outcome", plan.outcomes[cell.outcome].id},
             {"group", plan.groups[cell.group].id},
             {"verdict_year", cell.verdict_year},
             {"value", json_number(cell.level.value)},
             {"value_low", json_number(cell.level.low)},
             {"value_high", json_number(cell.level.high)}};
    if (cell.scenario == 0) return row;
    const stats::PairedSummary& paired = cell.paired;
    row.update(Json{{"baseline", json_number(paired.baseline)},
                    {"difference", json_number(paired.difference)},
                    {"low", json_number(paired.low)},
                    {"high", json_number(paired.high)},
                    {"wins", paired.wins},
                    {"ties", paired.ties},
                    {"losses", paired.losses},
                    {"probability_better", json_number(paired.probability_better)},
                    {"probability_low", json_number(paired.probability_low)},
                    {"probability_high", json_number(paired.probability_high)},
                    {"regret", json_number(paired.regret_of_variant)},
                    {"regret_of_baseline", json_number(paired.regret_of_baseline)},
                    {"verdict", stats::name(cell.verdict)},
                    {"discordant", paired.discordant},
                    {"more_needed", paired.more_needed},
                    {"variance_factor", json_number(paired.variance_factor)}});
    return row;
}

}  // namespace

PointTable point_table(const store::Store& store, std::uint32_t replications, int look, const PointFilter& filter) {
    const store::Plan& plan = store.plan();
    PointTable table{replications, look, family_size(plan), {}, declared_cells(store, replications, look)};
    const std::vector<bool> kept = kept_points(plan.points, filter);
    for (std::size_t p = 0; p < kept.size(); ++p) {
        if (kept[p]) table.points.push_back(p);
    }
    return table;
}

std::string points_csv(const store::Plan& plan, const PointTable& table) {
    const std::vector<std::string> keys = swept_keys(plan);
    std::vector<std::string_view> headings{"point", "hash", "sweep", "scenario"};
    headings.insert(headings.end(), keys.begin(), keys.end());
    for (const char* heading : {"outcome",
                                "group",
                                "verdict_year",
                                "calendar_year",
                                "value",
                                "value_low",
                                "value_high",
                                "baseline",
                                "difference",
                                "low",
                                "high",
                                "wins",
                                "ties",
                                "losses",
                                "probability_better",
                                "probability_low",
                                "probability_high",
                                "regret",
                                "regret_of_baseline",
                                "verdict",
                                "discordant",
                                "more_needed",
                                "variance_factor"})
        headings.emplace_back(heading);
    CsvText csv(headings);
    for (const std::size_t p : table.points) {
        for (const DeclaredCell& cell : cells_of(table, plan.points[p].scenario))
            add_row(csv, plan, keys, plan.points[p], cell);
    }
    return csv.content();
}

std::string points_json(const store::Plan& plan, const PointTable& table) {
    Json list = Json::array();
    for (const std::size_t p : table.points) {
        for (const DeclaredCell& cell : cells_of(table, plan.points[p].scenario))
            list.push_back(json_of(plan, plan.points[p], cell));
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace staffsim::analysis
