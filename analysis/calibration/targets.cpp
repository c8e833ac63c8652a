// Reads targets from a TOML file and writes what came of them.
#include <fmt/format.h>

#include <array>

#include "analysis/calibration/calibrate.hpp"
#include "analysis/export/csv_text.hpp"
#include "analysis/terminal/layout.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::analysis {

namespace {

using scenario::Node;

constexpr std::array<std::string_view, calibration_groups> group_names{"townships", "county_organs", "all"};
constexpr int first_start = 1900, last_start = 2200;
constexpr double no_floor = -1e9, no_ceiling = 1e9;

class TargetReader {
  public:
    explicit TargetReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    CalibrationTarget read(const Node& node) {
        CalibrationTarget target;
        for (const Node& member : node.children) read_member(member, target);
        if (target.estimator == nullptr)
            diagnostics_.error(node.place, "target.estimator", worded("is missing or unknown", "未填或没有这一项"));
        if (target.low > target.high)
            diagnostics_.error(node.place, "target.low", worded("is above target.high", "大于 target.high"));
        return target;
    }

  private:
    void read_member(const Node& member, CalibrationTarget& target) {
        const std::string key = "target." + member.key;
        if (member.key == "estimator") {
            read_estimator(member, key, target);
        } else if (member.key == "group") {
            read_group(member, key, target);
        } else if (member.key == "low" || member.key == "high") {
            double& bound = member.key == "low" ? target.low : target.high;
            bound = scenario::read_number(member, key, no_floor, no_ceiling, diagnostics_).value_or(bound);
        } else if (member.key == "source") {
            target.source = scenario::read_string(member, key, diagnostics_).value_or("");
        } else if (member.key == "starts_from" || member.key == "starts_until") {
            int& year = member.key == "starts_from" ? target.starts_from : target.starts_until;
            const auto read = scenario::read_whole(member, key, first_start, last_start, diagnostics_);
            year = static_cast<int>(read.value_or(year));
        } else if (member.key == "key") {
            target.is_key = scenario::read_flag(member, key, diagnostics_).value_or(false);
        } else {
            const std::vector<std::string> known{"estimator", "group",       "low",          "high",
                                                 "source",    "starts_from", "starts_until", "key"};
            diagnostics_.error(member.key_place, key,
                               worded("unknown key", "没有这个键") + scenario::suggestion(member.key, known));
        }
    }

    void read_estimator(const Node& member, const std::string& key, CalibrationTarget& target) {
        const auto id = scenario::read_string(member, key, diagnostics_);
        if (!id) return;
        target.estimator = find_estimator(*id);
        if (target.estimator != nullptr) return;
        std::vector<std::string> known;
        for (const Estimator& one : estimators()) known.push_back(one.id);
        diagnostics_.error(member.place, key,
                           worded("\"{}\" is no estimator", "“{}”不是估计量", *id) + scenario::suggestion(*id, known));
    }

    void read_group(const Node& member, const std::string& key, CalibrationTarget& target) {
        const auto name = scenario::read_string(member, key, diagnostics_);
        for (std::size_t g = 0; name && g < group_names.size(); ++g) {
            if (group_names[g] == *name) {
                target.group = g;
                return;
            }
        }
        if (name)
            diagnostics_.error(
                member.place, key,
                worded("must be townships, county_organs or all", "应为 townships、county_organs 或 all"));
    }

    Diagnostics& diagnostics_;
};

std::string number(double value, const CalibrationTarget& target) {
    return fmt::format("{:.{}f}", value, target.estimator->decimals);
}

std::string band(const CalibrationTarget& target) {
    if (target.low <= no_floor) return "≤ " + number(target.high, target);
    if (target.high >= no_ceiling) return "≥ " + number(target.low, target);
    return number(target.low, target) + " – " + number(target.high, target);
}

const std::array<Text, calibration_groups> group_words{Text{"townships", "乡镇"}, Text{"county organs", "县直机关"},
                                                       Text{"all", "全县"}};

// Units of estimators as a reader says them.
Text unit_words(const std::string& unit) {
    if (unit == "years") return {"years", "年"};
    if (unit == "per 100 py") return {"per 100 a year", "每百人年"};
    if (unit == "a year") return {"share a year", "每年比例"};
    if (unit == "share") return {"share", "比例"};
    if (unit == "log ratio") return {"log ratio", "对数比"};
    if (unit == "correlation") return {"correlation", "相关系数"};
    return {unit, unit};
}

Text closing_words(std::size_t inside, std::size_t all) {
    const std::string en =
        fmt::format("{} of {} targets are met: what the model gives lies inside their band.", inside, all);
    const std::string zh = fmt::format("{} 项目标中 {} 项达到：模型结果在目标范围之内。", all, inside);
    const std::string marks_en = inside < all ? " ! marks the others." : "";
    const std::string marks_zh = inside < all ? "! 为未达到的。" : "";
    return {en + marks_en + " ± is the 95 % range of calculation: more futures make it narrower.",
            zh + marks_zh + "± 为 95% 的计算误差，推演越多越窄。"};
}

}  // namespace

std::vector<CalibrationTarget> read_targets(const std::string& file) {
    Diagnostics diagnostics;
    std::vector<CalibrationTarget> targets;
    const auto text = scenario::read_file(file, scenario::largest_scenario_file, {}, "", diagnostics);
    if (text && scenario::is_fit_for_parser(*text, file, diagnostics)) {
        if (const auto table = scenario::parse_toml(*text, file, diagnostics)) {
            const Node* list = table->find("target");
            if (list == nullptr)
                diagnostics.error({file, 0, 0}, "target", worded("there is none: [[target]]", "没有目标：[[target]]"));
            TargetReader reader(diagnostics);
            for (std::size_t i = 0; list != nullptr && i < list->children.size(); ++i)
                targets.push_back(reader.read(list->children[i]));
        }
    }
    diagnostics.throw_if_errors();
    return targets;
}

std::string calibration_table(const std::vector<CalibrationRow>& rows, Language language) {
    constexpr std::size_t what = 34, units = 13, target = 15, got = 14;  // behind a mark of two columns
    const auto say = [language](const Text& text) { return in(text, language); };
    std::string text = pad_right(say({"  what", "  项目"}), what + 2) + pad_right(say({"units", "单位"}), units) +
                       pad_left(say({"target", "目标"}), target) + pad_left(say({"got", "模型"}), got) + "\n";
    std::size_t inside = 0;
    for (const CalibrationRow& row : rows) {
        inside += row.is_inside;
        const Text unit = unit_words(row.target.estimator->unit);
        const Text label = row.target.estimator->label;
        const std::vector<std::string> lines =
            wrapped(say({label.en + ", " + unit.en, label.zh + "，" + unit.zh}), what - 1);
        text += pad_right((row.is_inside ? "  " : "! ") + lines.front(), what + 2) +
                pad_right(say(group_words[row.target.group]), units) + pad_left(band(row.target), target) +
                pad_left(number(row.got, row.target) + " ±" + number((row.high - row.low) / 2, row.target), got) + "\n";
        for (std::size_t i = 1; i < lines.size(); ++i) text += "    " + lines[i] + "\n";
    }
    return text + paragraph("", say(closing_words(inside, rows.size())));
}

std::string calibration_markdown(const std::vector<CalibrationRow>& rows) {
    std::string text =
        "| what | units | estimator | unit | target | got [95 % range] | inside | source of the target |\n"
        "|---|---|---|---|---|---|---|---|\n";
    for (const CalibrationRow& row : rows) {
        const Estimator& estimator = *row.target.estimator;
        text += fmt::format("| {} | {} | {} | {} | {} | {} [{}, {}] | {} | {} |\n", estimator.label.en,
                            group_names[row.target.group], estimator.estimand.en, estimator.unit, band(row.target),
                            number(row.got, row.target), number(row.low, row.target), number(row.high, row.target),
                            row.is_inside ? "yes" : "**no**", row.target.source);
    }
    return text;
}

std::string calibration_csv(const std::vector<CalibrationRow>& rows) {
    CsvText csv({"estimator", "group", "label_zh", "label_en", "unit", "target_low", "target_high", "got", "low",
                 "high", "inside", "source"});
    for (const CalibrationRow& row : rows) {
        const Estimator& estimator = *row.target.estimator;
        csv.text(estimator.id).text(group_names[row.target.group]).text(estimator.label.zh).text(estimator.label.en);
        csv.text(estimator.unit).number(row.target.low).number(row.target.high).number(row.got).number(row.low);
        csv.number(row.high).flag(row.is_inside).text(row.target.source).end_row();
    }
    return csv.content();
}

}  // namespace staffsim::analysis
