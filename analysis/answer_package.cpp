#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/answers.hpp"
#include "analysis/export/csv_text.hpp"
#include "analysis/json_number.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t label_width = 36;

const measures::Outcome& outcome_at(std::size_t outcome) { return measures::outcomes()[outcome]; }

std::string with_range(std::size_t outcome, double value, double low, double high) {
    const int decimals = clear_decimals(low, high, outcome_at(outcome).decimals + 1, outcome_at(outcome));
    return pad_left(signed_number(value, decimals), 10) + "  " + signed_range(low, high, decimals);
}

bool is_clear(double low, double high) { return low > 0 || high < 0; }

}  // namespace

Text package_help() {
    return {
        "Shapley values: a part's effect averaged over all orders of adding the parts; they add up to the effect "
        "of the whole. a × b: what two parts give together beyond the sum (shown when more than chance). "
        "[…] 95 % range of each number by itself.",
        "沙普利值：一部分的作用，取各种加入次序的平均，合计等于整体作用。a × b：两部分同时采用时超出各自之和的"
        "作用（仅列出超出偶然的）。[…] 为单个数字的 95% 范围。"};
}

Text package_name(const Package& package) {
    Text name;
    for (const Text& part : package.parts) {
        name.en += (name.en.empty() ? "" : " + ") + part.en;
        name.zh += (name.zh.empty() ? "" : " + ") + part.zh;
    }
    return name;
}

Text pair_name(const Package& package, const PackageInteraction& pair) {
    return {package.parts[pair.part].en + " × " + package.parts[pair.other].en,
            package.parts[pair.part].zh + " × " + package.parts[pair.other].zh};
}

namespace {

// Both names fit, each cut off by itself.
std::string fitted_pair(const Package& package, const PackageInteraction& pair, const Style& style) {
    constexpr std::size_t room = (label_width - 3 - 3) / 2;
    return fitted(style.say(package.parts[pair.part]), room) + " × " +
           fitted(style.say(package.parts[pair.other]), room);
}

}  // namespace

std::string package_screen(const Package& package, int year, const Style& style) {
    const Text title{fmt::format("What each part of the package does by year {} ({} matched futures of {} packages)",
                                 year, package.replications, 1u << package.parts.size()),
                     fmt::format("一揽子办法中各部分的作用，到第 {} 年（{} 次对照推演，{} 种组合）", year,
                                 package.replications, 1u << package.parts.size())};
    std::string text = paragraph("", style.say(title));
    std::size_t last = measures::outcomes().size();
    double sum = 0;
    const auto end_outcome = [&] {
        if (last == measures::outcomes().size()) return;
        text += "    " + pad_right(style.say({"whole package", "整个办法"}), label_width - 2) +
                pad_left(signed_number(sum, outcome_at(last).decimals + 1), 10) + "\n";
        for (const PackageInteraction& pair : package.interactions) {
            if (pair.outcome != last || pair.verdict_year != year || !is_clear(pair.low, pair.high)) continue;
            text += "    " + pad_right(fitted_pair(package, pair, style), label_width - 2) +
                    with_range(last, pair.value, pair.low, pair.high) + "\n";
        }
        sum = 0;
    };
    for (const PackagePart& part : package.values) {
        if (part.verdict_year != year) continue;
        if (part.outcome != last) {
            end_outcome();
            const measures::Outcome& outcome = outcome_at(part.outcome);
            const Text unit = change_unit(outcome), years = years_words(outcome, year);
            text += paragraph("  ", style.say({outcome.label.en + ", " + unit.en + ", " + years.en,
                                               outcome.label.zh + "（" + unit.zh + "，" + years.zh + "）"}));
            last = part.outcome;
        }
        sum += part.value;
        text += "    " + pad_right(fitted(style.say(package.parts[part.part]), label_width - 3), label_width - 2) +
                with_range(part.outcome, part.value, part.low, part.high) + "\n";
    }
    end_outcome();
    return finished(style, text + paragraph("", style.say(package_help())));
}

std::string package_json(const Package& package) {
    Json parts = Json::array(), values = Json::array(), interactions = Json::array();
    for (const Text& part : package.parts) parts.push_back({{"en", part.en}, {"zh", part.zh}});
    for (const PackagePart& one : package.values) {
        values.push_back({{"outcome", outcome_at(one.outcome).id},
                          {"verdict_year", one.verdict_year},
                          {"part", package.parts[one.part].en},
                          {"value", json_number(one.value)},
                          {"low", json_number(one.low)},
                          {"high", json_number(one.high)}});
    }
    for (const PackageInteraction& one : package.interactions) {
        interactions.push_back({{"outcome", outcome_at(one.outcome).id},
                                {"verdict_year", one.verdict_year},
                                {"part", package.parts[one.part].en},
                                {"other", package.parts[one.other].en},
                                {"value", json_number(one.value)},
                                {"low", json_number(one.low)},
                                {"high", json_number(one.high)}});
    }
    const Json json{
        {"parts", parts}, {"replications", package.replications}, {"values", values}, {"interactions", interactions}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string package_csv(const std::vector<Package>& packages) {
    CsvText csv({"outcome", "verdict_year", "part", "other", "value", "low", "high", "package", "replications"});
    for (const Package& package : packages) {
        const auto row = [&](const auto& one, const std::string& other) {
            csv.text(outcome_at(one.outcome).id).whole(one.verdict_year).text(package.parts[one.part].en).text(other);
            csv.number(one.value).number(one.low).number(one.high).text(package_name(package).en);
            csv.whole(package.replications).end_row();
        };
        for (const PackagePart& one : package.values) row(one, "");
        for (const PackageInteraction& one : package.interactions) row(one, package.parts[one.other].en);
    }
    return csv.content();
}

}  // namespace staffsim::analysis
