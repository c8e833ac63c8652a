#include <algorithm>
#include <cmath>

#include "analysis/answers.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/answers_json.hpp"
#include "analysis/report/json_parts.hpp"
#include "analysis/report/numbers.hpp"
#include "sim/levers/words.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::analysis {
namespace {

using nlohmann::json;

json ranged(const Text& name, double value, double low, double high, const measures::Outcome& of) {
    const int decimals = clear_decimals(low, high, of.decimals + 1, of);
    return {{"name", json_text(name)},
            {"value", json_number(value, decimals)},
            {"low", json_number(low, decimals)},
            {"high", json_number(high, decimals)},
            {"text", signed_number(value, decimals) + " " + signed_range(low, high, decimals)}};
}

struct RankedChart {
    double size;
    json value;
};

// The outcomes on which the parts do most, in smallest changes that matter, by year.
json package_charts(const Package& package) {
    std::vector<RankedChart> charts;
    for (std::size_t i = 0; i < package.values.size(); i += package.parts.size()) {
        const measures::Outcome& what = measures::outcomes()[package.values[i].outcome];
        const int year = package.values[i].verdict_year;
        json rows = json::array();
        double size = 0;
        for (std::size_t p = 0; p < package.parts.size(); ++p) {
            const PackagePart& one = package.values[i + p];
            size = std::max(size, std::abs(one.value) / (what.matters > 0 ? what.matters : 1));
            rows.push_back(ranged(package.parts[one.part], one.value, one.low, one.high, what));
        }
        for (const PackageInteraction& one : package.interactions) {
            const bool is_own = one.outcome == package.values[i].outcome && one.verdict_year == year;
            if (is_own && (one.low > 0 || one.high < 0))
                rows.push_back(ranged(pair_name(package, one), one.value, one.low, one.high, what));
        }
        charts.push_back({size,
                          {{"year", year},
                           {"label", json_text(what.label)},
                           {"unit", json_text(change_unit(what))},
                           {"rows", rows}}});
    }
    std::ranges::stable_sort(charts, [](const RankedChart& a, const RankedChart& b) { return a.size > b.size; });
    json list = json::array();
    for (RankedChart& chart : charts) list.push_back(std::move(chart.value));
    return list;
}

json race(const BestOf& best) {
    const measures::Outcome& what = measures::outcomes()[best.outcome];
    json rows = json::array();
    for (std::size_t s = 0; s < best.candidates.size(); ++s) {
        const BestOf::Candidate& one = best.candidates[s];
        rows.push_back({{"name", json_text(one.name)},
                        {"futures", one.replications},
                        {"mean", plain_number(one.mean, what.decimals + 1)},
                        {"stays", one.eliminated_after == 0}});
    }
    return {{"label", json_text(what.label)}, {"firstLook", best.first_look}, {"rows", rows}};
}

json trial(const SeekEvidence& one) {
    constexpr int decimals = 4;
    return {{"value", one.value},
            {"other", one.other_value},
            {"share", json_number(one.share, decimals)},
            {"low", json_number(one.share_low, decimals)},
            {"high", json_number(one.share_high, decimals)},
            {"ok", one.meets && one.is_affordable}};
}

json seek(const SeekReport& report) {
    json trials = json::array();
    for (const SeekEvidence& one : report.tried) trials.push_back(trial(one));
    return {{"label", json_text(report.label)},
            {"unit", json_text(levers::unit_words(report.unit))},
            {"other", report.other_lever},
            {"probability", report.probability},
            {"answer", report.answer ? trial(*report.answer) : json(nullptr)},
            {"fresh", report.confirmation ? trial(*report.confirmation) : json(nullptr)},
            {"tried", trials}};
}

}  // namespace

json answers_data(const Answers& answers) {
    if (answers.is_empty()) return nullptr;
    json packages = json::array(), races = json::array(), seeks = json::array();
    for (const Package& one : answers.packages)
        packages.push_back({{"name", json_text(package_name(one))}, {"charts", package_charts(one)}});
    for (const BestOf& one : answers.races) races.push_back(race(one));
    for (const SeekReport& one : answers.seeks) seeks.push_back(seek(one));
    return {{"packages", packages}, {"races", races}, {"seeks", seeks}};
}

}  // namespace staffsim::analysis
