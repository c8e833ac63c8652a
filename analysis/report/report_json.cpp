#include "analysis/report/report_json.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/drivers_words.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/answers_json.hpp"
#include "analysis/report/json_parts.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {
namespace {

using nlohmann::json;

// Two digits more than are shown: enough for drawing, and short to write.
json number(double value, int decimals) { return json_number(value, decimals + 2); }

json scenarios(const Comparison& comparison) {
    json list = json::array();
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
        list.push_back({{"letter", scenario_letter(i)}, {"name", json_text(comparison.scenarios[i].name)}});
    return list;
}

json outcomes(const Comparison& comparison) {
    json list = json::array();
    for (const measures::Outcome& outcome : comparison.outcomes)
        list.push_back({{"id", outcome.id},
                        {"label", json_text(outcome.label)},
                        {"unit", json_text(change_unit(outcome))},  // of differences: levels are read off the tables
                        {"aim", aim_id(outcome.aim)},
                        {"direction", direction_id(outcome.direction)},
                        {"directionWords", json_text(direction_words(outcome.direction))},
                        {"matters", outcome.matters},
                        {"decimals", outcome.decimals}});
    return list;
}

json verdict(const Comparison& comparison, stats::Verdict verdict) {
    return {{"words", json_text(verdict_words(comparison, verdict))},
            {"mark", stats::mark(verdict)},
            {"tone", verdict_tone(verdict)},
            {"chance", could_be_chance(verdict)}};
}

json verdicts(const Comparison& comparison) {
    json map = json::object();
    for (const stats::Verdict value : stats::all_verdicts())
        map[std::string{stats::name(value)}] = verdict(comparison, value);
    return map;
}

// A number as the tables write it, as a whole count of its last digit: no script can round it differently.
json shown(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    std::erase(digits, '.');
    return std::stoll(digits);
}

// One digit more than the tables have, for drawing. Cut to the tables' digits it gives the tables' number: a last 5,
// which could go either way, is moved to the side on which the value lies.
json drawn(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    const std::int64_t count = shown(value, decimals + 1), table = shown(value, decimals);
    if (count % 10 != 5 && count % 10 != -5) return count;
    return count + (table * 10 > count ? 1 : -1);
}

// Differences from each number to the next that there is.
json drawn(const std::vector<double>& values, int decimals) {
    json list = json::array();
    std::int64_t last = 0;
    for (const double value : values) {
        const json count = drawn(value, decimals);
        list.push_back(count.is_null() ? count : json(count.get<std::int64_t>() - last));
        if (!count.is_null()) last = count;
    }
    return list;
}

// [decimals, difference, low, high], each drawn. Of a range clear of 0 nothing is drawn at 0: its sign is written.
json difference(const Comparison& comparison, std::size_t outcome, const stats::PairedSummary& paired) {
    const int decimals = shown_decimals(paired, comparison.outcomes[outcome]);
    const int side = paired.low > 0 ? 1 : paired.high < 0 ? -1 : 0;
    json row{decimals};
    for (const double value : {paired.difference, paired.low, paired.high}) {
        json count = drawn(value, decimals);
        row.push_back(count == 0 ? json(side) : std::move(count));
    }
    return row;
}

// In how many futures it differs at all, and of 100 futures very likely: [differing, from, to]
json differing(const stats::PairedSummary& paired) {
    const DifferingPercent percent = differing_percent(paired);
    return {paired.discordant, percent.low, percent.high};
}

// [decimals, difference, low, high], and where something else than "exploratory" is said [… , what, [differing, from,
// to]]
json undeclared(const Comparison& comparison, std::size_t outcome, const stats::PairedSummary& paired) {
    json change = difference(comparison, outcome, paired);
    const stats::Verdict said = stats::verdict_of_undeclared(paired);
    if (said != stats::Verdict::exploratory) change.push_back(static_cast<int>(said));
    if (said == stats::Verdict::too_rare) change.push_back(differing(paired));
    return change;
}

json verdict_names() {
    json list = json::array();
    for (const stats::Verdict verdict : stats::all_verdicts()) list.push_back(stats::name(verdict));
    return list;
}

// [outcome, scenario, year, decimals, difference, low, high, verdict], of what is too rare and [differing, from, to]
json cells(const Comparison& comparison) {
    json list = json::array();
    for (const Cell& each : comparison.cells) {
        if (!each.has_verdict || each.scenario == 0) continue;
        json row{each.outcome, each.scenario, each.verdict_year};
        for (const json& number : difference(comparison, each.outcome, each.paired)) row.push_back(number);
        row.push_back(static_cast<int>(each.verdict));
        if (is_rare(each)) row.push_back(differing(each.paired));
        list.push_back(std::move(row));
    }
    return list;
}

// [outcome, scenario, p05, p25, p50, p75, p95]
json bands(const Comparison& comparison) {
    json list = json::array();
    for (const YearlyBand& band : comparison.bands) {
        const int decimals = comparison.outcomes[band.outcome].decimals;
        json row{band.outcome, band.scenario};
        for (const auto* level : {&band.p05, &band.p25, &band.p50, &band.p75, &band.p95})
            row.push_back(drawn(*level, decimals));
        list.push_back(std::move(row));
    }
    return list;
}

// What the baseline switch needs of one outcome: levels, variants against the baseline, and variants against each
// other, [later baseline][earlier]; each by verdict year.
json between_of(const Comparison& comparison, std::size_t outcome) {
    json levels = json::array(), first = json::array(), others = json::array();
    for (const int year : comparison.verdict_years) {
        json level = json::array(), change = json::array(), other = json::array();
        for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
            const Cell* cell = find_cell(comparison, outcome, s, year);
            level.push_back(cell == nullptr ? json() : shown(cell->value, comparison.outcomes[outcome].decimals));
            if (s > 0) change.push_back(cell == nullptr ? json() : undeclared(comparison, outcome, cell->paired));
        }
        for (const Between& one : comparison.between) {
            if (one.outcome == outcome && one.verdict_year == year)
                other.push_back(undeclared(comparison, outcome, one.paired));
        }
        levels.push_back(std::move(level)), first.push_back(std::move(change)), others.push_back(std::move(other));
    }
    return {{"levels", levels}, {"first", first}, {"others", others}};
}

json between(const Comparison& comparison) {
    json list = json::array();
    if (!has_baseline_switch(comparison)) return list;
    for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) list.push_back(between_of(comparison, o));
    return list;
}

// The tornados of primary outcomes, ranked within policy and year: those that depend on assumptions or that one of them
// turns round first, then by the largest swing clear of luck in smallest changes that matter. The strongest rows of
// each.
json tornado_rows(const Comparison& comparison, const std::vector<const TornadoRow*>& rows, int decimals) {
    constexpr std::size_t most_rows = 8;
    json list = json::array();
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows); ++i) {
        const TornadoRow& row = *rows[i];
        const bool is_switch = comparison.drivers.factors[row.factor].is_switch;
        list.push_back({{"factor", row.factor},
                        {"low", number(row.at_low.difference, decimals)},
                        {"high", is_switch ? json(nullptr) : number(row.at_high.difference, decimals)},
                        {"lowText", signed_number(row.at_low.difference, decimals)},
                        {"highText", signed_number(row.at_high.difference, decimals)},
                        {"clear", row.is_clear},
                        {"flips", row.flips()}});
    }
    return list;
}

struct RankedTornado {
    bool flips;
    double swing;
    json value;
};

void rank_tornado(const Comparison& comparison, const Cell& cell, std::vector<RankedTornado>& ranked) {
    const auto rows = tornado_of(comparison, cell.outcome, cell.scenario, cell.verdict_year);
    if (rows.empty()) return;
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const int decimals = shown_decimals(cell.paired, outcome);
    const bool flips = cell.verdict == stats::Verdict::depends_on_assumptions ||
                       std::any_of(rows.begin(), rows.end(), [](const TornadoRow* row) { return row->flips(); });
    ranked.push_back({flips,
                      rows.front()->is_clear ? rows.front()->swing() / (outcome.matters > 0 ? outcome.matters : 1) : 0,
                      {{"outcome", cell.outcome},
                       {"scenario", cell.scenario},
                       {"year", cell.verdict_year},
                       {"present", number(rows.front()->present, decimals)},
                       {"presentText", signed_number(rows.front()->present, decimals)},
                       {"rows", tornado_rows(comparison, rows, decimals)}}});
}

json drivers(const Comparison& comparison) {
    if (comparison.drivers.tornado.empty()) return nullptr;
    json factors = json::array(), tornado = json::array();
    for (const DriverFactor& factor : comparison.drivers.factors)
        factors.push_back({{"label", json_text(factor.label)},
                           {"unit", factor.unit},
                           {"present", factor.present},
                           {"low", factor.low},
                           {"high", factor.high}});
    std::vector<RankedTornado> ranked;
    for (const Cell& each : comparison.cells)
        if (each.has_verdict && each.scenario > 0) rank_tornado(comparison, each, ranked);
    std::stable_sort(ranked.begin(), ranked.end(), [](const RankedTornado& a, const RankedTornado& b) {
        return a.flips != b.flips ? a.flips : a.swing > b.swing;
    });
    for (RankedTornado& one : ranked) tornado.push_back(std::move(one.value));
    const DriverStudy* study = find_study(comparison.drivers, "tornado");
    return {{"factors", factors}, {"tornado", tornado}, {"futures", study == nullptr ? 0 : study->replications}};
}

// Events of the lives told: [kind, days since the first day, number, unit, ladder, 1 in a county organ].
json life(const measures::Life& one) {
    json events = json::array();
    for (const measures::LifeEvent& event : one.events)
        events.push_back({static_cast<int>(event.kind), event.day, event.number, event.unit,
                          static_cast<int>(event.post.ladder), static_cast<int>(event.post.unit_kind)});
    return {{"entry", one.entry}, {"unit", one.unit}, {"events", events}};
}

json lives(const Comparison& comparison) {
    json people = json::array();
    for (const auto& person : comparison.portraits.examples.lives) {
        json lanes = json::array();
        for (const measures::Life& one : person) lanes.push_back(life(one));
        people.push_back(lanes);
    }
    json units = json::array();
    if (!people.empty())
        for (const Text& unit : comparison.portraits.units) units.push_back(json_text(unit));
    return {{"people", people}, {"units", units}};
}

json aims() {
    json list = json::array();
    for (const measures::Aim aim : all_aims())
        list.push_back({{"id", aim_id(aim)}, {"words", json_text(aim_words(aim))}});
    return list;
}

std::string safe_in_script(const std::string& json_text) {
    std::string safe;
    safe.reserve(json_text.size());
    for (const char c : json_text) {
        if (c == '<')
            safe += "\\u003c";
        else
            safe += c;
    }
    return safe;
}

}  // namespace

bool has_baseline_switch(const Comparison& comparison) {
    const std::size_t variants = comparison.scenarios.empty() ? 0 : comparison.scenarios.size() - 1;
    return comparison.declared_baseline && variants >= 2 &&
           comparison.between.size() ==
               comparison.outcomes.size() * comparison.verdict_years.size() * variants * (variants - 1) / 2;
}

std::string report_json(const Comparison& comparison) {
    const json all = {{"startYear", comparison.start_year},
                      {"years", comparison.years},
                      {"verdictYears", comparison.verdict_years},
                      {"replications", comparison.replications},
                      {"scenarios", scenarios(comparison)},
                      {"outcomes", outcomes(comparison)},
                      {"aims", aims()},
                      {"verdicts", verdicts(comparison)},
                      {"verdictNames", verdict_names()},
                      {"cells", cells(comparison)},
                      {"bands", bands(comparison)},
                      {"lives", lives(comparison)},
                      {"between", between(comparison)},
                      {"drivers", drivers(comparison)},
                      {"answers", answers_data(comparison.answers)}};
    return safe_in_script(all.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace staffsim::analysis
