#include "analysis/report/report_json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/drivers_words.hpp"
#include "analysis/report/answers_json.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/report/numbers.hpp"

namespace staffsim::analysis {
namespace {

using nlohmann::json;

json text(const Text& text) { return {{"en", text.en}, {"zh", text.zh}}; }

// Two digits more than are shown: enough for drawing, and short to write.
json number(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    const double scale = std::pow(10.0, decimals + 2);
    return std::round(value * scale) / scale;
}

json numbers(const std::vector<double>& values, int decimals) {
    json list = json::array();
    for (const double value : values) list.push_back(number(value, decimals));
    return list;
}

json scenarios(const Comparison& comparison) {
    json list = json::array();
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
        list.push_back({{"letter", scenario_letter(i)}, {"name", text(comparison.scenarios[i].name)}});
    return list;
}

json outcomes(const Comparison& comparison) {
    json list = json::array();
    for (const measures::Outcome& outcome : comparison.outcomes)
        list.push_back({{"id", outcome.id},
                        {"label", text(outcome.label)},
                        {"unit", text(outcome.unit)},
                        {"aim", aim_id(outcome.aim)},
                        {"direction", direction_id(outcome.direction)},
                        {"directionWords", text(direction_words(outcome.direction))},
                        {"matters", outcome.matters},
                        {"decimals", outcome.decimals}});
    return list;
}

json verdict(stats::Verdict verdict) {
    return {{"words", text(stats::words(verdict))},
            {"mark", stats::mark(verdict)},
            {"tone", verdict_tone(verdict)},
            {"chance", could_be_chance(verdict)}};
}

json verdicts() {
    json map = json::object();
    for (int i = 0; i <= static_cast<int>(stats::Verdict::too_close); ++i) {
        const auto value = static_cast<stats::Verdict>(i);
        map[std::string{stats::name(value)}] = verdict(value);
    }
    return map;
}

json cell(const Comparison& comparison, const Cell& cell) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const int decimals = shown_decimals(cell.paired, outcome);
    return {{"outcome", cell.outcome},
            {"scenario", cell.scenario},
            {"year", cell.verdict_year},
            {"difference", number(cell.paired.difference, decimals)},
            {"low", number(cell.paired.low, decimals)},
            {"high", number(cell.paired.high, decimals)},
            {"differenceText", signed_number(cell.paired.difference, decimals)},
            {"rangeText", signed_range(cell.paired.low, cell.paired.high, decimals)},
            {"verdict", stats::name(cell.verdict)}};
}

json cells(const Comparison& comparison) {
    json list = json::array();
    for (const Cell& each : comparison.cells)
        if (each.has_verdict && each.scenario > 0) list.push_back(cell(comparison, each));
    return list;
}

json bands(const Comparison& comparison) {
    json list = json::array();
    for (const YearlyBand& band : comparison.bands) {
        const int decimals = comparison.outcomes[band.outcome].decimals;
        list.push_back({{"outcome", band.outcome},
                        {"scenario", band.scenario},
                        {"p05", numbers(band.p05, decimals)},
                        {"p25", numbers(band.p25, decimals)},
                        {"p50", numbers(band.p50, decimals)},
                        {"p75", numbers(band.p75, decimals)},
                        {"p95", numbers(band.p95, decimals)}});
    }
    return list;
}

// The tornados of primary outcomes, ranked within policy and year: those that some assumption turns round first, then
// by the largest swing in smallest changes that matter. The strongest rows of each.
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
    const bool flips = std::any_of(rows.begin(), rows.end(), [](const TornadoRow* row) { return row->flips(); });
    ranked.push_back({flips,
                      rows.front()->swing() / (outcome.matters > 0 ? outcome.matters : 1),
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
        factors.push_back({{"label", text(factor.label)},
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
    return {{"factors", factors}, {"tornado", tornado}};
}

json aims() {
    json list = json::array();
    for (int i = 0; i <= static_cast<int>(measures::Aim::cost); ++i) {
        const auto aim = static_cast<measures::Aim>(i);
        list.push_back({{"id", aim_id(aim)}, {"words", text(aim_words(aim))}});
    }
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

std::string report_json(const Comparison& comparison) {
    const json all = {{"startYear", comparison.start_year},
                      {"years", comparison.years},
                      {"verdictYears", comparison.verdict_years},
                      {"replications", comparison.replications},
                      {"scenarios", scenarios(comparison)},
                      {"outcomes", outcomes(comparison)},
                      {"aims", aims()},
                      {"verdicts", verdicts()},
                      {"cells", cells(comparison)},
                      {"bands", bands(comparison)},
                      {"drivers", drivers(comparison)},
                      {"answers", answers_data(comparison.answers)}};
    return safe_in_script(all.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace staffsim::analysis
