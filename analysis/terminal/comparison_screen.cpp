#include "analysis/terminal/comparison_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/equal_cost.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/pathways.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/rules.hpp"
#include "analysis/terminal/differences.hpp"
#include "analysis/terminal/drivers_screen.hpp"
#include "analysis/terminal/heading.hpp"
#include "analysis/terminal/layout.hpp"
#include "analysis/terminal/luck_table.hpp"
#include "analysis/terminal/over_years.hpp"
#include "analysis/terminal/stopped_table.hpp"
#include "analysis/terminal/verdict_table.hpp"
#include "analysis/unit_losses.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t shown_years = 5, label_width = 38, year_width = 8, shown_units = 3;

struct OutlookRow {
    Text label;
    double (*value)(const ManpowerYear&);
    int decimals;
};

const std::vector<OutlookRow>& outlook_rows() {
    static const std::vector<OutlookRow> rows{
        {{"staff at year end", "年末实有"}, [](const ManpowerYear& y) { return y.staff; }, 0},
        {{"leave (all causes)", "离开（各种原因）"},
         [](const ManpowerYear& y) { return y.retire + y.move_up + y.resign + y.other_exits; },
         1},
        {{"  of which retire", "  其中退休"}, [](const ManpowerYear& y) { return y.retire; }, 1},
        {{"  move up", "  上调"}, [](const ManpowerYear& y) { return y.move_up; }, 1},
        {{"seats to advertise", "拟招录职位"}, [](const ManpowerYear& y) { return y.seats_advertised; }, 1},
        {{"seats filled", "实际招到"}, [](const ManpowerYear& y) { return y.seats_filled; }, 1},
        {{"empty places per township", "每乡镇空编"},
         [](const ManpowerYear& y) { return y.empty_places_per_township; },
         1},
        {{"empty leadership posts, all told", "领导职务空缺（合计）"},
         [](const ManpowerYear& y) { return y.empty_leadership_posts; },
         1},
        {{"leaders who retire or step down", "在任领导到龄或退二线"},
         [](const ManpowerYear& y) { return y.leaders_due; },
         0},
        {{"townships without own candidate", "无领导后备人选乡镇"},
         [](const ManpowerYear& y) { return y.units_without_candidates; },
         1},
        {{"payroll, 10,000 yuan", "工资总额（万元）"}, [](const ManpowerYear& y) { return y.payroll_wan; }, 0}};
    return rows;
}

std::string outlook_line(const std::string& label, const Comparison& comparison, const auto& value) {
    std::string line = pad_right(label, label_width);
    for (std::size_t i = 0; i < std::min(shown_years, comparison.outlook.size()); ++i) {
        line += pad_left(value(comparison.outlook[i]), year_width);
    }
    return line + "\n";
}

std::string outlook_text(const Comparison& comparison, const Style& style) {
    const std::size_t years = std::min(shown_years, comparison.outlook.size());
    const Text title{fmt::format("1 Nothing changed, next {} years", years),
                     fmt::format("1 维持不变，今后 {} 年", years)};
    std::string text =
        outlook_line(style.say(title), comparison, [](const ManpowerYear& y) { return std::to_string(y.year); });
    for (const OutlookRow& row : outlook_rows()) {
        const bool has_value = comparison.outlook.empty() || !std::isnan(row.value(comparison.outlook.front()));
        if (!has_value) continue;
        text += outlook_line("  " + style.say(row.label), comparison,
                             [&](const ManpowerYear& y) { return plain_number(row.value(y), row.decimals); });
    }
    return text;
}

// Levels of an outcome in the baseline at the verdict year, the thinnest first.
std::vector<const UnitLevel*> thinnest_by(const Comparison& comparison, const char* outcome, int year) {
    std::vector<const UnitLevel*> units;
    for (const UnitLevel& level : comparison.unit_levels) {
        if (level.scenario != 0 || level.verdict_year != year) continue;
        if (comparison.outcomes[level.outcome].id == outcome) units.push_back(&level);
    }
    std::ranges::stable_sort(units, [&](const UnitLevel* a, const UnitLevel* b) {
        return is_thinner(comparison.outcomes[a->outcome], a->value, b->value);
    });
    return units;
}

// "most empty places at year 3: T03 (4.1 of 22)  T16 (3.8 of 20)", and who has fewest hands present.
std::string thinnest_text(const Comparison& comparison, int year, const Style& style) {
    const auto line = [&](const char* outcome, const Text& title, const auto& tell) {
        const std::vector<const UnitLevel*> units = thinnest_by(comparison, outcome, year);
        if (units.empty()) return std::string();
        std::string text = style.say(title);
        for (std::size_t i = 0; i < std::min(shown_units, units.size()); ++i) {
            text += fmt::format("  {} ({})", units[i]->unit, tell(*units[i]));
        }
        return paragraph("  ", text);
    };
    const Text of{"of", "/"};
    return line("empty_places",
                {fmt::format("most empty places in year {}:", year), fmt::format("第 {} 年空编最多：", year)},
                [&](const UnitLevel& unit) {
                    return fmt::format("{} {} {}", plain_number(unit.value, 1), style.say(of), unit.places);
                }) +
           line("hands_present",
                {fmt::format("fewest hands per 100 places in year {}:", year),
                 fmt::format("第 {} 年每百编制在岗最少：", year)},
                [](const UnitLevel& unit) { return plain_number(unit.value, 0); });
}

// Under each policy the townships that lose most, by both measures of who is there.
std::string losses_text(const Comparison& comparison, int year, const Style& style) {
    std::string text;
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        std::string losses;
        for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
            if (!has_unit_losses(comparison, o, s, year)) continue;
            const Text &label = comparison.outcomes[o].label, colon{": ", "："}, next{"; ", "；"};
            losses += (losses.empty() ? "" : style.say(next)) + style.say(label) + style.say(colon) +
                      style.say(unit_losses(comparison, o, s, year));
        }
        const Text dot{". ", "。"};
        if (!losses.empty()) text += paragraph("  ", style.say(comparison.scenarios[s].name) + style.say(dot) + losses);
    }
    if (text.empty()) return "";
    const std::string percent = fmt::format("{:.0f}", 100 * comparison.confidence);
    return paragraph("",
                     style.say({fmt::format("Townships that lose most in year {} ([…] {} % for all townships of a "
                                            "policy together; no verdicts)",
                                            year, percent),
                                fmt::format("第 {} 年人手减少最多的乡镇（[…] 同一办法的全部乡镇合计 {}%；不作判断）",
                                            year, percent)})) +
           text;
}

std::string answer_text(const Comparison& comparison, int year, const Style& style) {
    const Text title{"3 In brief", "3 要点"};
    std::string text = style.say(title) + "\n";
    for (const Text& sentence : answer_sentences(comparison, year)) text += paragraph("  ", style.say(sentence));
    return text;
}

std::string equal_cost_text(const Comparison& comparison, const Style& style) {
    const Text title{"Equal cost: ", "等成本："};
    std::string text;
    for (const EqualCost& one : comparison.equal_cost) {
        text += paragraph("  ", style.say(title) + style.say(equal_cost_sentence(comparison, one)));
    }
    return text;
}

std::string rules_text(const Comparison& comparison, const Style& style) {
    std::string text;
    for (const NeverTriggered& group : never_triggered(comparison.rules, scenario_names(comparison))) {
        const Text colon{": ", "："};
        text += paragraph("  ", style.say(group.whose) + style.say(colon) + style.say(group.rules));
    }
    const Text title{fmt::format("Rules that never fired in {} futures", comparison.replications),
                     fmt::format("{} 次推演中从未触发的规则", comparison.replications)};
    return text.empty() ? "" : style.say(title) + "\n" + text;
}

// At the last verdict year, where the long run shows.
std::string pathways_text(const Comparison& comparison, const Style& style) {
    if (comparison.pathways.cells.empty()) return "";
    const int year = comparison.verdict_years.back();
    const Text title{
        fmt::format("4 Through what does it work, at year {} (on {} futures)", year, comparison.pathways.futures),
        fmt::format("4 第 {} 年通过什么起作用（{} 次推演）", year, comparison.pathways.futures)};
    std::string text = style.say(title) + "\n";
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        text += paragraph("  ", style.say(comparison.scenarios[s].name));
        for (const PathwayCell& cell : comparison.pathways.cells) {
            if (cell.scenario != s || cell.verdict_year != year) continue;
            const std::string sentence = style.say(pathway_sentence(comparison, cell));
            if (!sentence.empty()) text += paragraph("    ", sentence);
        }
    }
    return text;
}

// Against a baseline chosen afterwards every range stands for itself, but that of the declared baseline, which is as
// wide as when the two changed places.
Text range_widths(const Comparison& comparison) {
    const double percent = 100 * comparison.confidence;
    const Text together{
        fmt::format("{:.0f} % for all {} comparisons together, look {}", percent, comparison.family_size,
                    comparison.look),
        fmt::format("{} 项比较合计 {:.0f}%，第 {} 次查看", comparison.family_size, percent, comparison.look)};
    if (comparison.declared_baseline) return together;
    const Text chosen{"this baseline was chosen after the run", "该基准为运行后选定"};
    const Text alone{fmt::format("{:.0f} % for each by itself: {}", percent, chosen.en),
                     fmt::format("单项 {:.0f}%：{}", percent, chosen.zh)};
    if (!comparison.declared_place) return alone;
    const Text& declared = comparison.scenarios[*comparison.declared_place].name;
    const Text as_declared{fmt::format("{} as wide as declared, {}", declared.en, together.en),
                           fmt::format("{}沿用声明的区间，{}", declared.zh, together.zh)};
    if (comparison.scenarios.size() == 2) return {as_declared.en + ": " + chosen.en, as_declared.zh + "：" + chosen.zh};
    return {alone.en + "; " + as_declared.en, alone.zh + "；" + as_declared.zh};
}

Text range_help(const Comparison& comparison) {
    const Text error = range_widths(comparison);
    const std::string mark{stats::mark(stats::Verdict::exploratory)};
    const Text start = comparison.declared_baseline
                           ? Text{}
                           : Text{mark + " exploratory, no verdicts. ", mark + " 探索性，不作判断。"};
    return {fmt::format("{}[…] where the average change very likely lies ({}); {} matched futures", start.en, error.en,
                        comparison.replications),
            fmt::format("{}[…] 平均变化很可能所在的范围（{}）；对照推演 {} 次", start.zh, error.zh,
                        comparison.replications)};
}

// Of what the table of this year shows, and of that alone.
std::string table_help(const Comparison& comparison, int year, const Style& style) {
    bool has_ranges = false, has_rare = false;
    for (const Cell& cell : comparison.cells) {
        if (cell.scenario == 0 || cell.verdict_year != year || !cell.has_verdict) continue;
        if (stats::is_without_number(cell.verdict)) continue;
        (cell.verdict == stats::Verdict::too_rare ? has_rare : has_ranges) = true;
    }
    std::string text;
    if (has_ranges) text += paragraph("  ", style.say(range_help(comparison)));
    if (has_rare) text += paragraph("  ", style.say(differing_help(comparison)));
    return text + (year > 1 ? paragraph("  ", style.say(over_years_note(year))) : "");
}

std::string too_few_text(const Comparison& comparison, const Style& style) {
    const Text words = comparison.declared_baseline ? too_few_futures(comparison) : Text{};
    return words.en.empty() ? "" : paragraph("! ", style.say(words));
}

}  // namespace

std::string comparison_screen(const Comparison& comparison, const Style& style, bool details) {
    const int year = comparison.verdict_years.front();
    const Heading heading{style.say(comparison.scenarios.front().name),
                          comparison.start_year,
                          comparison.places,
                          comparison.staff,
                          comparison.township_count,
                          comparison.synthetic,
                          comparison.warnings,
                          comparison.notes,
                          comparison.overrides};
    std::string text = heading_text(heading, style);
    if (comparison.has_organs) text += paragraph("  ", style.say(judged_words()));
    if (comparison.stopped) text += paragraph("! ", style.say(stopped_words(comparison)));
    text += outlook_text(comparison, style) + thinnest_text(comparison, year, style);
    if (comparison.stopped)
        return finished(style, text + differences_text(comparison, style) + stopped_table(comparison, year, style));
    if (comparison.scenarios.size() > 1) {
        text += differences_text(comparison, style) + too_few_text(comparison, style) +
                verdict_table(comparison, year, style) + table_help(comparison, year, style) +
                matching_sentence(comparison, year, style) + (details ? luck_table(comparison, year, style) : "") +
                over_years_text(comparison, style) + losses_text(comparison, year, style) +
                equal_cost_text(comparison, style) + answer_text(comparison, year, style) +
                pathways_text(comparison, style) + hinges_text(comparison, year, style);
    }
    text += rules_text(comparison, style);
    return finished(style, text);
}

}  // namespace staffsim::analysis
