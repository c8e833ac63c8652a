#include "analysis/export/drivers_export.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "analysis/drivers_words.hpp"
#include "analysis/export/csv_text.hpp"
#include "analysis/json_number.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys_of(const Comparison& comparison, const std::vector<std::size_t>& factors) {
    std::vector<std::string> keys;
    for (const std::size_t factor : factors) keys.push_back(comparison.drivers.factors[factor].key);
    return keys;
}

template <class Row>
void begin_row(CsvText& csv, const Comparison& comparison, const Row& row) {
    csv.text(comparison.scenarios[row.scenario].id).text(comparison.outcomes[row.outcome].id).whole(row.verdict_year);
}

void factor_columns(CsvText& csv, const DriverFactor& factor) {
    csv.text(factor.key).text(factor.label.zh).text(factor.label.en).text(factor.unit);
}

std::string tornado_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "outcome", "verdict_year", "key", "label_zh", "label_en", "unit", "present_value",
                 "low_value", "high_value", "difference", "at_low", "at_low_low", "at_low_high", "at_high",
                 "at_high_low", "at_high_high", "turns_sign"});
    for (const TornadoRow& row : comparison.drivers.tornado) {
        const DriverFactor& factor = comparison.drivers.factors[row.factor];
        begin_row(csv, comparison, row);
        factor_columns(csv, factor);
        csv.text(factor.present).text(factor.low).text(factor.high).number(row.present);
        for (const RangeEnd& end : {row.at_low, row.at_high})
            csv.number(end.difference).number(end.low).number(end.high);
        csv.flag(row.flips()).end_row();
    }
    return csv.content();
}

std::string joint_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "outcome", "verdict_year", "draws", "sign_agreement", "p05", "p50", "p95", "noise_share",
                 "turned_by"});
    for (const Dependence& one : comparison.drivers.dependence) {
        begin_row(csv, comparison, one);
        csv.whole(one.draws).number(one.sensitivity.sign_agreement).number(one.p05).number(one.p50).number(one.p95);
        csv.number(one.noise).text(fmt::format("{}", fmt::join(keys_of(comparison, one.sign_flips), " "))).end_row();
    }
    return csv.content();
}

std::string shares_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "outcome", "verdict_year", "key", "label_zh", "label_en", "unit", "mean_absolute_effect",
                 "spread", "screened_out", "first", "first_low", "first_high", "total", "total_low", "total_high",
                 "noise_share"});
    for (const DriverShare& row : comparison.drivers.shares) {
        begin_row(csv, comparison, row);
        factor_columns(csv, comparison.drivers.factors[row.factor]);
        csv.number(row.mean_absolute).number(row.spread).flag(row.is_screened_out);
        for (const stats::ShareEstimate& share : {row.first, row.total}) {
            if (row.is_screened_out)
                csv.text("").text("").text("");
            else
                csv.number(share.value).number(share.low).number(share.high);
        }
        csv.number(row.noise).end_row();
    }
    return csv.content();
}

template <class Row>
Json row_json(const Comparison& comparison, const Row& row) {
    return {{"scenario", comparison.scenarios[row.scenario].id},
            {"outcome", comparison.outcomes[row.outcome].id},
            {"verdict_year", row.verdict_year}};
}

Json verdicts_json(const Comparison& comparison) {
    Json list = Json::array();
    for (const Dependence& one : comparison.drivers.dependence) {
        const Cell* cell = find_cell(comparison, one.outcome, one.scenario, one.verdict_year);
        if (cell == nullptr) continue;
        Json row = row_json(comparison, one);
        row["difference"] = json_number(cell->paired.difference);
        row["low"] = json_number(cell->paired.low);
        row["high"] = json_number(cell->paired.high);
        row["verdict"] = cell->has_verdict ? Json(stats::name(cell->verdict)) : Json();
        row["turned_by"] = keys_of(comparison, one.sign_flips);
        row["joint_draws"] = one.draws;
        row["sign_agreement"] = one.draws > 0 ? json_number(one.sensitivity.sign_agreement) : Json();
        row["p05"] = one.draws > 0 ? json_number(one.p05) : Json();
        row["p95"] = one.draws > 0 ? json_number(one.p95) : Json();
        row["noise_share"] = one.draws > 0 ? json_number(one.noise) : Json();
        list.push_back(std::move(row));
    }
    return list;
}

Json end_json(const RangeEnd& end) {
    return {{"difference", json_number(end.difference)},
            {"low", json_number(end.low)},
            {"high", json_number(end.high)},
            {"turns_sign", end.flips}};
}

Json tornado_json(const Comparison& comparison) {
    Json list = Json::array();
    for (const TornadoRow& row : comparison.drivers.tornado) {
        Json one = row_json(comparison, row);
        one["key"] = comparison.drivers.factors[row.factor].key;
        one["difference"] = json_number(row.present);
        one["at_low"] = end_json(row.at_low);
        one["at_high"] = end_json(row.at_high);
        one["swing"] = json_number(row.swing());
        list.push_back(std::move(one));
    }
    return list;
}

Json share_json(const stats::ShareEstimate& share) {
    return {{"value", json_number(share.value)}, {"low", json_number(share.low)}, {"high", json_number(share.high)}};
}

Json shares_json(const Comparison& comparison) {
    Json list = Json::array();
    for (const DriverShare& row : comparison.drivers.shares) {
        Json one = row_json(comparison, row);
        one["key"] = comparison.drivers.factors[row.factor].key;
        one["mean_absolute_effect"] = json_number(row.mean_absolute);
        one["spread"] = json_number(row.spread);
        one["screened_out"] = row.is_screened_out;
        one["first"] = row.is_screened_out ? Json() : share_json(row.first);
        one["total"] = row.is_screened_out ? Json() : share_json(row.total);
        one["noise_share"] = json_number(row.noise);
        list.push_back(std::move(one));
    }
    return list;
}

Json factors_json(const Comparison& comparison) {
    Json list = Json::array();
    for (const DriverFactor& factor : comparison.drivers.factors) {
        list.push_back({{"key", factor.key},
                        {"kind", factor.kind},
                        {"label", {{"en", factor.label.en}, {"zh", factor.label.zh}}},
                        {"unit", factor.unit},
                        {"present", factor.present},
                        {"low", factor.low},
                        {"high", factor.high},
                        {"switch", factor.is_switch},
                        {"source", factor.source},
                        {"grade", factor.grade}});
    }
    return list;
}

}  // namespace

std::vector<CsvFile> drivers_tables(const Comparison& comparison) {
    std::vector<CsvFile> tables;
    if (!comparison.drivers.tornado.empty()) tables.push_back({"tornado.csv", tornado_csv(comparison)});
    if (!comparison.drivers.dependence.empty()) tables.push_back({"joint.csv", joint_csv(comparison)});
    if (!comparison.drivers.shares.empty()) tables.push_back({"shares.csv", shares_csv(comparison)});
    return tables;
}

std::string drivers_json(const Comparison& comparison) {
    const Json json{{"point_replications", comparison.drivers.point_replications},
                    {"verdicts", verdicts_json(comparison)},
                    {"assumptions", factors_json(comparison)},
                    {"left_alone", comparison.drivers.not_varied},
                    {"tornado", tornado_json(comparison)},
                    {"shares", shares_json(comparison)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace staffsim::analysis
