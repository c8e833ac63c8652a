#include "analysis/export/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/answers.hpp"
#include "analysis/json_number.hpp"
#include "analysis/pay_effect.hpp"
#include "analysis/pilots.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

// Beside total cost: the lever that was sized, and what is left of the difference. Null when none was.
Json equal_cost_json(const Comparison& comparison, const Cell& cell) {
    if (comparison.outcomes[cell.outcome].id != "total_cost") return {};
    for (const EqualCost& one : comparison.equal_cost) {
        if (one.scenario != cell.scenario) continue;
        return {{"lever", one.lever},
                {"value", json_number(one.value)},
                {"unit", one.unit},
                {"equal_to", comparison.scenarios[one.reference].id},
                {"at_announcement", one.at_announcement},
                {"residual_percent", json_number(one.residual)},
                {"residual_low", json_number(one.low)},
                {"residual_high", json_number(one.high)},
                {"pilot_residual_percent", json_number(one.pilot_residual)},
                {"pilot_replications", one.pilot_replications},
                {"pilot_runs", one.pilot_runs}};
    }
    return {};
}

Json part_json(const std::string& id, const PathwayPart& part) {
    return {{"pathway", id},
            {"part", json_number(part.part)},
            {"low", json_number(part.low)},
            {"high", json_number(part.high)}};
}

// Null when the difference was not taken apart.
Json pathways_json(const Comparison& comparison, const Cell& cell) {
    const PathwayStudy& study = comparison.pathways;
    for (const PathwayCell& one : study.cells) {
        if (one.outcome != cell.outcome || one.scenario != cell.scenario || one.verdict_year != cell.verdict_year)
            continue;
        Json parts = Json::array();
        for (std::size_t p = 0; p < one.parts.size(); ++p)
            parts.push_back(part_json(study.pathways[p].id, one.parts[p]));
        parts.push_back(part_json("rules", one.rules));
        return parts;
    }
    return {};
}

Json cell_json(const Comparison& comparison, const Cell& cell) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const stats::PairedSummary& paired = cell.paired;
    return {{"outcome", outcome.id},
            {"scenario", comparison.scenarios[cell.scenario].id},
            {"verdict_year", cell.verdict_year},
            {"year", comparison.start_year + cell.verdict_year - 1},
            {"baseline", json_number(paired.baseline)},
            {"value", json_number(paired.value)},
            {"difference", json_number(paired.difference)},
            {"low", json_number(paired.low)},
            {"high", json_number(paired.high)},
            {"probability_better", json_number(paired.probability_better)},
            {"probability_low", json_number(paired.probability_low)},
            {"probability_high", json_number(paired.probability_high)},
            {"verdict", cell.has_verdict ? Json(stats::name(cell.verdict)) : Json()},
            {"primary", cell.has_verdict || (comparison.stopped && outcome.primary)},
            {"matters", outcome.matters},
            {"unit", outcome.unit.en},
            {"replications", paired.replications},
            {"more_needed", paired.more_needed},
            {"wins", paired.wins},
            {"ties", paired.ties},
            {"losses", paired.losses},
            {"regret", json_number(paired.regret_of_variant)},
            {"regret_of_baseline", json_number(paired.regret_of_baseline)},
            {"discordant", paired.discordant},
            {"differing_low", json_number(paired.differing_low)},
            {"differing_high", json_number(paired.differing_high)},
            {"variance_factor", json_number(paired.variance_factor)},
            {"equal_cost", equal_cost_json(comparison, cell)},
            {"pathways", pathways_json(comparison, cell)}};
}

Json year_json(const ManpowerTable& table, const ManpowerYear& year) {
    return {{"scenario", table.scenario},
            {"group", table.group},
            {"year", year.year},
            {"staff", json_number(year.staff)},
            {"retire", json_number(year.retire)},
            {"move_up", json_number(year.move_up)},
            {"resign", json_number(year.resign)},
            {"other_exits", json_number(year.other_exits)},
            {"seats_advertised", json_number(year.seats_advertised)},
            {"seats_filled", json_number(year.seats_filled)},
            {"empty_places_per_unit", json_number(year.empty_places_per_township)},
            {"empty_leadership_posts", json_number(year.empty_leadership_posts)},
            {"payroll_wan", json_number(year.payroll_wan)},
            {"units_without_candidates", json_number(year.units_without_candidates)},
            {"leaders_due", json_number(year.leaders_due)},
            {"leaders_stepping_down", json_number(year.leaders_stepping_down)}};
}

Json pay_end_json(const RangeEnd& end, int sign) {
    return {{"difference", json_number(end.difference)},
            {"low", json_number(end.low)},
            {"high", json_number(end.high)},
            {"clear_of_0", sign != 0}};
}

// Policies on pay where pay has its lowest effect; null where it was not lived.
Json pay_effect_json(const Comparison& comparison) {
    const PayEffect& effect = comparison.pay_effect;
    if (effect.cells.empty()) return {};
    Json cells = Json::array();
    for (const PayEffectCell& cell : effect.cells) {
        cells.push_back({{"outcome", comparison.outcomes[cell.outcome].id},
                         {"scenario", comparison.scenarios[cell.scenario].id},
                         {"verdict_year", cell.verdict_year},
                         {"present", pay_end_json(cell.present, cell.present_sign)},
                         {"at_lowest", pay_end_json(cell.at_lowest, cell.lowest_sign)},
                         {"conclusion_changes", cell.present_sign != cell.lowest_sign}});
    }
    return {{"assumption", pay_assumption},
            {"present", effect.present},
            {"lowest", effect.lowest},
            {"replications", effect.futures},
            {"comparisons", std::move(cells)}};
}

// A cell of a pilot or of the other townships; pathways and equal cost are of all townships together.
Json pilot_json(const Comparison& comparison, const PilotCell& cell) {
    const auto pilot = std::ranges::find(comparison.pilots, cell.scenario, &Pilot::scenario);
    const bool is_shown = cell.shown == Shown::yes;
    Json one{{"part", part_id(cell.part)}, {"pilot", pilot->units}};
    one["hidden"] = is_shown ? Json() : Json(hidden_text(cell.shown, comparison.breakdown.min_cell));
    Json of_cell = cell_json(comparison, cell);
    of_cell.erase("pathways"), of_cell.erase("equal_cost");
    if (!is_shown) {
        const std::vector<std::string> known{"outcome", "scenario", "verdict_year", "year", "matters", "unit"};
        for (const auto& [key, value] : of_cell.items())
            if (std::ranges::find(known, key) == known.end()) value = nullptr;
    }
    one.update(of_cell);
    return one;
}

Json rule_json(const Comparison& comparison, const RuleUse& use) {
    return {{"rule", use.rule},
            {"scenario", comparison.scenarios[use.scenario].id},
            {"label", use.label.en},
            {"baseline", json_number(use.paired.baseline)},
            {"value", json_number(use.times)},
            {"difference", json_number(use.paired.difference)},
            {"low", json_number(use.paired.low)},
            {"high", json_number(use.paired.high)},
            {"unit", "times a future"},
            {"replications", use.futures},
            {"fired_in", use.fired_in},
            {"never_triggered", use.never_triggered()}};
}

std::string written(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string comparison_json(const Comparison& comparison) {
    Json comparisons = Json::array(), rules = Json::array();
    for (const Cell& cell : comparison.cells) {
        if (cell.scenario > 0) comparisons.push_back(cell_json(comparison, cell));
    }
    for (const RuleUse& use : comparison.rules) {
        if (use.scenario > 0) rules.push_back(rule_json(comparison, use));
    }
    Json all{{"comparisons", std::move(comparisons)}, {"rules", std::move(rules)}};
    for (const PilotCell& cell : comparison.pilot_cells) all["pilots"].push_back(pilot_json(comparison, cell));
    if (Json pay = pay_effect_json(comparison); !pay.is_null()) all["pay_effect"] = std::move(pay);
    if (comparison.stopped)
        all["stopped"] = {{"futures", comparison.replications},
                          {"wanted", comparison.stopped->wanted},
                          {"at_most", comparison.stopped->at_most}};
    if (!comparison.answers.is_empty()) all["answers"] = Json::parse(answers_json(comparison.answers));
    return written(all);
}

std::string manpower_json(const std::vector<ManpowerTable>& tables) {
    Json list = Json::array();
    for (const ManpowerTable& table : tables) {
        for (const ManpowerYear& year : table.years) {
            list.push_back(year_json(table, year));
            if (!table.is_unit) list.back()["never_triggered"] = table.never_triggered;
        }
    }
    return written(list);
}

}  // namespace staffsim::analysis
