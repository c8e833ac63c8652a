#include "analysis/report/report_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

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
                      {"bands", bands(comparison)}};
    return safe_in_script(all.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace staffsim::analysis
