#include "analysis/export/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json cell_json(const Comparison& comparison, const Cell& cell) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const stats::PairedSummary& paired = cell.paired;
    return {{"outcome", outcome.id},
            {"scenario", comparison.scenarios[cell.scenario].id},
            {"verdict_year", cell.verdict_year},
            {"year", comparison.start_year + cell.verdict_year - 1},
            {"baseline", number(paired.baseline)},
            {"value", number(paired.value)},
            {"difference", number(paired.difference)},
            {"low", number(paired.low)},
            {"high", number(paired.high)},
            {"probability_better", number(paired.probability_better)},
            {"probability_low", number(paired.probability_low)},
            {"probability_high", number(paired.probability_high)},
            {"verdict", cell.has_verdict ? Json(stats::name(cell.verdict)) : Json()},
            {"primary", cell.has_verdict},
            {"matters", outcome.matters},
            {"unit", outcome.unit.en},
            {"replications", paired.replications},
            {"more_needed", paired.more_needed},
            {"wins", paired.wins},
            {"ties", paired.ties},
            {"losses", paired.losses},
            {"regret", number(paired.regret_of_variant)},
            {"regret_of_baseline", number(paired.regret_of_baseline)},
            {"discordant", paired.discordant},
            {"differing_low", number(paired.differing_low)},
            {"differing_high", number(paired.differing_high)},
            {"variance_factor", number(paired.variance_factor)}};
}

Json year_json(const ManpowerTable& table, const ManpowerYear& year) {
    return {{"scenario", table.scenario},
            {"group", table.group},
            {"year", year.year},
            {"staff", number(year.staff)},
            {"retire", number(year.retire)},
            {"move_up", number(year.move_up)},
            {"resign", number(year.resign)},
            {"other_exits", number(year.other_exits)},
            {"seats_advertised", number(year.seats_advertised)},
            {"seats_filled", number(year.seats_filled)},
            {"empty_places_per_unit", number(year.empty_places_per_township)},
            {"empty_leadership_posts", number(year.empty_leadership_posts)},
            {"payroll_wan", number(year.payroll_wan)}};
}

std::string written(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string comparison_json(const Comparison& comparison) {
    Json list = Json::array();
    for (const Cell& cell : comparison.cells) {
        if (cell.scenario > 0) list.push_back(cell_json(comparison, cell));
    }
    return written(list);
}

std::string manpower_json(const std::vector<ManpowerTable>& tables) {
    Json list = Json::array();
    for (const ManpowerTable& table : tables) {
        for (const ManpowerYear& year : table.years) list.push_back(year_json(table, year));
    }
    return written(list);
}

}  // namespace staffsim::analysis
