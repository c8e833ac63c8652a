#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/answers.hpp"
#include "analysis/export/csv_text.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"
#include "sim/levers/words.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/stats/proportion.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

const measures::Outcome& outcome_of(const SeekReport& report) { return measures::outcomes()[report.outcome]; }

Text target_words(const SeekReport& report) {
    const measures::Outcome& outcome = outcome_of(report);
    // "400 × 10,000 yuan a year"
    const bool is_counted =
        !outcome.unit.en.empty() && outcome.unit.en.front() >= '0' && outcome.unit.en.front() <= '9';
    const std::string bound = fmt::format("{} {}", report.at_most ? "≤" : "≥", report.target);
    const std::string percent = fmt::format("{:.4g}", 100 * report.probability);
    const Text years = years_words(outcome, report.year);
    Text text{fmt::format("{} {} {}{}{} {} with probability {} %", outcome.label.en, bound, is_counted ? "× " : "",
                          outcome.unit.en, report.in_each_township ? " in every township" : "", years.en, percent),
              fmt::format("{}{}{} {}{}，概率 {}%", years.zh, report.in_each_township ? "每个乡镇" : "",
                          outcome.label.zh, bound, outcome.unit.zh, percent)};
    if (!report.budget) return text;
    text.en += fmt::format(", for at most {} × 10,000 yuan a year more", *report.budget);
    text.zh += fmt::format("，每年增支不超过 {} 万元", *report.budget);
    return text;
}

// A lever as people call it; its key when it has no such name.
Text name_of(const std::string& key, const Text& label) { return label.en.empty() ? Text{key, key} : label; }

// "Township work allowance = 650 yuan/month"
Text value_text(const SeekReport& report, const SeekEvidence& one) {
    const auto single = [](const Text& name, double value, const std::string& unit) {
        const Text words = levers::unit_words(unit);
        return Text{fmt::format("{} = {:.10g}{}{}", name.en, value, unit.empty() ? "" : " ", words.en),
                    fmt::format("{} = {:.10g}{}{}", name.zh, value, unit.empty() ? "" : " ", words.zh)};
    };
    Text text = single(name_of(report.lever, report.label), one.value, report.unit);
    if (report.other_lever.empty()) return text;
    const Text other = single(name_of(report.other_lever, report.other_label), one.other_value, report.other_unit);
    return {text.en + ", " + other.en, text.zh + "，" + other.zh};
}

bool some_value_meets(const SeekReport& report) {
    return std::ranges::any_of(report.tried, [](const SeekEvidence& one) { return one.meets; });
}

// "at best 96.7 % of them meet the target (Township work allowance = 1880 yuan/month)"
Text best_words(const SeekReport& report, const SeekEvidence& best) {
    const Text value = value_text(report, best);
    return {fmt::format("at best {:.1f} % of the futures meet the target ({})", 100 * best.share, value.en),
            fmt::format("最多 {:.1f}% 的推演达到目标（{}）", 100 * best.share, value.zh)};
}

// Of values that as many futures meet, the one whose mean is nearest to what is wanted.
const SeekEvidence& best_tried(const SeekReport& report) {
    const auto rank = [&](const SeekEvidence& one) {
        return std::pair(one.share, report.at_most ? -one.mean : one.mean);
    };
    return *std::ranges::max_element(report.tried, {}, rank);
}

const char* confirmed_name(SeekReport::Confirmed confirmed) {
    if (confirmed == SeekReport::Confirmed::yes) return "yes";
    return confirmed == SeekReport::Confirmed::open ? "open" : "no";
}

Text confirmed_words(SeekReport::Confirmed confirmed) {
    if (confirmed == SeekReport::Confirmed::yes) return {"confirmed", "得到证实"};
    if (confirmed == SeekReport::Confirmed::no) return {"NOT confirmed", "未得到证实"};
    return {"neither confirmed nor contradicted; more futures (--replications) would tell",
            "既未证实也未否定；需要更多推演（--replications）才能判断"};
}

// Missed for certain, not shown with so few futures, or open.
Text no_answer(const SeekReport& report) {
    if (some_value_meets(report))
        return {"No value that was tried meets the target within the budget.",
                "试过的数值中，没有一个在预算内达到目标。"};
    if (report.tried.empty()) return {"No value was tried.", "没有试过任何数值。"};
    const SeekEvidence& best = best_tried(report);
    const Text words = best_words(report, best);
    const std::uint32_t enough = stats::futures_that_show(best.share, report.probability, seek_share_level);
    if (enough > 0)
        return {fmt::format("Not shown with {} futures: {}; about {} futures each would show it (--replications).",
                            report.replications, words.en, enough),
                fmt::format("{} 次推演不足以证实：{}；每个数值约需 {} 次推演（--replications）。", report.replications,
                            words.zh, enough)};
    if (best.share_high >= report.probability)
        return {
            fmt::format("Neither shown nor ruled out with {} futures: {}; only more futures can tell.",
                        report.replications, words.en),
            fmt::format("{} 次推演既不能证实也不能排除：{}；需要更多推演才能判断。", report.replications, words.zh)};
    return {fmt::format("No value in the range meets the target: {}.", words.en),
            fmt::format("范围内没有一个数值能达到目标：{}。", words.zh)};
}

// The value tried on the other side of the answer: how finely it is known. Nothing at the end of the range, and of a
// mix.
std::optional<double> next_that_fails(const SeekReport& report) {
    if (!report.answer || !report.other_lever.empty()) return std::nullopt;
    const auto answer = std::ranges::find(report.tried, report.answer->value, &SeekEvidence::value);
    const auto last = report.falls ? report.tried.end() - 1 : report.tried.begin();
    if (answer == report.tried.end() || answer == last) return std::nullopt;
    const SeekEvidence& next = report.falls ? *(answer + 1) : *(answer - 1);
    const bool will_do = next.meets && next.is_affordable;
    return will_do ? std::nullopt : std::optional(next.value);
}

Text sought_words(const SeekReport& report) {
    if (!report.other_lever.empty()) return {"least-cost mix of ", "成本最低的组合："};
    return report.falls ? Text{"largest value of ", "最大值："} : Text{"smallest value of ", "最小值："};
}

}  // namespace

Text seek_question(const SeekReport& report) {
    Text levers = name_of(report.lever, report.label);
    if (!report.other_lever.empty()) {
        const Text other = name_of(report.other_lever, report.other_label);
        levers = {levers.en + " + " + other.en, levers.zh + " + " + other.zh};
    }
    const Text target = target_words(report);
    const Text sought = sought_words(report);
    return {report.scenario.en + ": " + sought.en + levers.en + ". " + target.en,
            report.scenario.zh + "：" + sought.zh + levers.zh + "。" + target.zh};
}

Text seek_answer(const SeekReport& report) {
    if (!report.answer) return no_answer(report);
    Text value = value_text(report, *report.answer);
    if (const auto beyond = next_that_fails(report)) {
        value.en += fmt::format(" ({:.10g} will not do)", *beyond);
        value.zh += fmt::format("（{:.10g} 不达标）", *beyond);
    }
    if (report.falls) return {"Answer: up to " + value.en, "答案：至多 " + value.zh};
    return {"Answer: " + value.en, "答案：" + value.zh};
}

Text seek_shape(const SeekReport& report) {
    if (!some_value_meets(report)) return {};
    if (report.falls)
        return {"Larger values lose the target: met up to a value and never beyond, in all values tried.",
                "加大会失去目标：试过的数值中，不超过某一数值均达标，超过均不达标。"};
    if (std::ranges::all_of(report.tried, [](const SeekEvidence& one) { return one.meets; }))
        return {"Every value tried meets the target.", "试过的数值都达标。"};
    if (report.is_monotone && !report.other_lever.empty())
        return {"For every value of the second lever the target is met on one side of a single border.",
                "第二项杠杆取各值时，达标与不达标都只有一个分界。"};
    return report.is_monotone ? Text{"Once met it stays met as the lever grows, in all values tried.",
                                     "试过的数值中，达标之后继续加大仍然达标。"}
                              : Text{"NOT monotone: some larger values fail; a grid was tried.",
                                     "并非单调：有的更大数值反而不达标；已改用网格试算。"};
}

Text seek_confirmation(const SeekReport& report) {
    if (!report.confirmation) return {};
    const Text words = confirmed_words(report.confirmed());
    const SeekEvidence& fresh = *report.confirmation;
    const std::string cost = signed_number(fresh.cost, 1);
    return {fmt::format(
                "On {} fresh futures (seed {}): met in {:.1f} % [{:.1f}, {:.1f}], cost {} × 10,000 yuan a year: {}.",
                report.replications, report.fresh_seed, 100 * fresh.share, 100 * fresh.share_low,
                100 * fresh.share_high, cost, words.en),
            fmt::format("另用 {} 次全新推演（种子 {}）检验：{:.1f}% 达到目标 [{:.1f}, {:.1f}]，每年增支 {} 万元：{}。",
                        report.replications, report.fresh_seed, 100 * fresh.share, 100 * fresh.share_low,
                        100 * fresh.share_high, cost, words.zh)};
}

namespace {

std::string sought(const SeekReport& report, const Style& style) {
    return style.say(sought_words(report)) + report.lever +
           (report.other_lever.empty() ? "" : " + " + report.other_lever);
}

std::string evidence_line(const SeekReport& report, const SeekEvidence& one) {
    std::string line = "  " + pad_left(fmt::format("{:.10g}", one.value), 10);
    if (!report.other_lever.empty()) line += pad_left(fmt::format("{:.10g}", one.other_value), 10);
    line += pad_left(fmt::format("{:.1f} %", 100 * one.share), 9) +
            pad_right(fmt::format(" [{:.1f}, {:.1f}]", 100 * one.share_low, 100 * one.share_high), 15);
    line += pad_left(plain_number(one.mean, outcome_of(report).decimals + 1), 10) +
            pad_left(signed_number(one.cost, 1), 10);
    return line + (one.meets ? one.is_affordable ? "  ok" : "  $" : "") + "\n";
}

Json evidence_json(const SeekReport& report, const SeekEvidence& one) {
    Json json{{"value", one.value}};
    if (!report.other_lever.empty()) json["other_value"] = one.other_value;
    json["share"] = one.share;
    json["share_low"] = one.share_low;
    json["share_high"] = one.share_high;
    json["mean"] = std::isfinite(one.mean) ? Json(one.mean) : Json();
    json["cost_difference"] = one.cost;
    json["cost_low"] = std::isfinite(one.cost_low) ? Json(one.cost_low) : Json();
    json["cost_high"] = std::isfinite(one.cost_high) ? Json(one.cost_high) : Json();
    json["meets"] = one.meets;
    json["affordable"] = one.is_affordable;
    return json;
}

}  // namespace

std::string seek_screen(const SeekReport& report, const Style& style) {
    std::string text = paragraph("", style.say(report.scenario) + ": " + sought(report, style)) +
                       paragraph("  ", style.say(target_words(report))) + paragraph("", style.say(seek_answer(report)));
    if (report.confirmation) text += paragraph("  ", style.say(seek_confirmation(report)));
    if (const Text shape = seek_shape(report); !shape.en.empty()) text += paragraph("  ", style.say(shape));
    const Text heads{fmt::format("Evidence ({} futures each, seed {}): value, futures that meet the target, mean, cost "
                                 "(10,000 yuan a year); ok = the lower end reaches the probability, $ = over budget",
                                 report.replications, report.seed),
                     fmt::format("依据（每个数值 {} 次推演，种子 {}）：数值、达标比例、均值、增支（万元/年）；ok = "
                                 "比例下限达到所求概率，$ = 超出预算",
                                 report.replications, report.seed)};
    text += paragraph("", style.say(heads));
    for (const SeekEvidence& one : report.tried) text += evidence_line(report, one);
    return finished(style, text);
}

std::string seek_json(const SeekReport& report) {
    Json tried = Json::array();
    for (const SeekEvidence& one : report.tried) tried.push_back(evidence_json(report, one));
    const auto beyond = next_that_fails(report);
    const bool was_lived_again = report.confirmation.has_value();
    const Json json{{"lever", report.lever},
                    {"other_lever", report.other_lever.empty() ? Json() : Json(report.other_lever)},
                    {"unit", report.unit},
                    {"outcome", outcome_of(report).id},
                    {"relation", report.at_most ? "<=" : ">="},
                    {"target", report.target},
                    {"in_each_township", report.in_each_township},
                    {"probability", report.probability},
                    {"year", report.year},
                    {"budget", report.budget ? Json(*report.budget) : Json()},
                    {"seed", report.seed},
                    {"replications", report.replications},
                    {"found", report.answer.has_value()},
                    {"monotone", report.is_monotone},
                    {"falls", report.falls},
                    {"answer", report.answer ? evidence_json(report, *report.answer) : Json()},
                    {"next_that_fails", beyond ? Json(*beyond) : Json()},
                    {"fresh_seed", report.fresh_seed},
                    {"confirmation", report.confirmation ? evidence_json(report, *report.confirmation) : Json()},
                    {"confirmed", was_lived_again ? Json(report.confirmed() == SeekReport::Confirmed::yes) : Json()},
                    {"fresh_futures_say", was_lived_again ? Json(confirmed_name(report.confirmed())) : Json()},
                    {"tried", tried}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string seek_csv(const std::vector<SeekReport>& reports) {
    CsvText csv({"futures", "value", "other_value", "share", "share_low", "share_high", "mean", "cost_difference",
                 "cost_low", "cost_high", "meets", "affordable", "lever", "other_lever", "outcome", "relation",
                 "target", "year", "probability"});
    for (const SeekReport& report : reports) {
        const auto row = [&](const char* futures, const SeekEvidence& one) {
            csv.text(futures).number(one.value);
            report.other_lever.empty() ? csv.text("") : csv.number(one.other_value);
            csv.number(one.share).number(one.share_low).number(one.share_high).number(one.mean).number(one.cost);
            csv.number(one.cost_low).number(one.cost_high).flag(one.meets).flag(one.is_affordable);
            csv.text(report.lever).text(report.other_lever).text(outcome_of(report).id);
            csv.text(report.at_most ? "at_most" : "at_least").number(report.target).whole(report.year);
            csv.number(report.probability).end_row();
        };
        for (const SeekEvidence& one : report.tried) row("searched", one);
        if (report.confirmation) row("fresh", *report.confirmation);
    }
    return csv.content();
}

}  // namespace staffsim::analysis
