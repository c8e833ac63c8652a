// Every outcome at every verdict year: level under the baseline and, per policy, difference, range, verdict. Colour
// only where the verdict has one.
#include "analysis/outcome_words.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/verdict_words.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis::xlsx {

namespace {

constexpr int first_columns = 8, columns_per_policy = 5;

Style::Tone tone_of(const Cell& cell) {
    if (!cell.has_verdict) return Style::Tone::none;
    const std::string_view tone = verdict_tone(cell.verdict);
    if (tone == "good") return Style::Tone::good;
    if (tone == "bad") return Style::Tone::bad;
    return tone == "moved" ? Style::Tone::moved : Style::Tone::none;
}

std::string verdict_text(const Book& book, const Comparison& comparison, const Cell& cell) {
    const std::string differing = is_rare(cell) ? " " + differing_numbers(cell.paired) : "";
    if (!cell.has_verdict) return book.say(Text{"exploratory", "探索性"}) + differing;
    return std::string{stats::mark(cell.verdict)} + " " + book.say(verdict_words(comparison, cell.verdict)) + differing;
}

}  // namespace

void add_policy_change(Sheet& sheet, const Comparison& comparison, const Cell& cell) {
    const stats::PairedSummary& paired = cell.paired;
    const int decimals = shown_decimals(paired, comparison.outcomes[cell.outcome]);
    const Style figure{.tone = tone_of(cell), .decimals = decimals, .is_signed = true};
    if (cell.verdict == stats::Verdict::not_measured)
        sheet.skip(3);
    else if (is_rare(cell))
        sheet.number(paired.difference, figure), sheet.skip(2);
    else
        sheet.number(paired.difference, figure).number(paired.low, figure).number(paired.high, figure);
    sheet.text(verdict_text(sheet.book(), comparison, cell), {.tone = tone_of(cell)});
    sheet.text(of_100(paired), {.tone = Style::Tone::soft});
}

namespace {

void add_row(Sheet& sheet, const Comparison& comparison, std::size_t outcome, int year) {
    const Cell* base = find_cell(comparison, outcome, 0, year);
    if (base == nullptr) return;
    const measures::Outcome& about = comparison.outcomes[outcome];
    const Style whole{.decimals = 0};
    const Text together{"all years so far", "至该年合计"}, alone{"that year alone", "仅该年"};
    sheet.text(aim_words(about.aim)).text(about.label, {.bold = about.primary}).text(level_and_change_unit(about));
    sheet.text(direction_words(about.direction), {.tone = Style::Tone::soft});
    sheet.number(year, whole).text(is_over_years(about) ? together : alone, {.tone = Style::Tone::soft});
    sheet.number(about.matters, {.tone = Style::Tone::soft, .decimals = about.decimals});
    sheet.number(base->value, {.decimals = about.decimals});
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        const Cell* cell = find_cell(comparison, outcome, s, year);
        if (cell != nullptr) {
            add_policy_change(sheet, comparison, *cell);
        } else {
            sheet.skip(columns_per_policy);
        }
    }
    sheet.next_row();
}

// How wide the ranges are, and what stands in their place where they are not trusted.
Text help(const Book& book, const Comparison& comparison) {
    const std::string percent = plain_number(100 * comparison.confidence, 0);
    const std::string family = std::to_string(comparison.family_size);
    const Text together{percent + " % over all " + family + " declared comparisons together",
                        family + " 项事先声明的比较合计 " + percent + "%"};
    Text width{together.en + "; exploratory outcomes each alone", together.zh + "；探索性结果为单项"};
    if (!comparison.declared_baseline) {
        width = {percent + " % each alone: exploratory, for this baseline was chosen after the run",
                 "单项 " + percent + "%：探索性，该基准为运行后选定"};
        if (comparison.declared_place) {
            const std::string declared = lettered_name(book, comparison, *comparison.declared_place);
            width.en += "; outcomes with verdicts against " + declared + " as declared, " + together.en;
            width.zh += "；与 " + declared + " 相比、作判断的结果沿用声明的区间，" + together.zh;
        }
    }
    const Text base = comparison.declared_baseline ? Text{"today's rules", "现行办法"} : comparison.scenarios[0].name;
    return {"Change against " + base.en + "; the average change very likely lies between from and to (" + width.en +
                "). Without from and to: it differs in n of the futures [in how many of 100 very likely], too few to "
                "judge the average change.",
            "与" + base.zh + "相比的变化；平均变化很可能在下限与上限之间（" + width.zh +
                "）。没有上下限的：在若干次推演中有 n 次不同［每 100 次中很可能的次数］，太少，平均变化无从判断。"};
}

void add_names(Sheet& sheet, const Comparison& comparison) {
    sheet.skip(first_columns);
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        sheet.text(lettered_name(sheet.book(), comparison, s), {.bold = true});
        sheet.skip(columns_per_policy - 1);
    }
    sheet.next_row();
}

void add_heads(Sheet& sheet, const Comparison& comparison) {
    sheet.heads({{"Aim", "目标"},
                 {"Outcome", "结果"},
                 {"Unit", "单位"},
                 {"Better", "方向"},
                 {"After years", "几年后"},
                 {"Taken over", "统计时段"},
                 {"Matters from", "多大才在意"},
                 {"Level today's rules", "现行水平"}});
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        const std::string letter = scenario_letter(s);
        const auto head = [&](const char* en, const char* zh) {
            sheet.text(Text{letter + " " + en, letter + " " + zh}, {.head = true});
        };
        head("change", "变化");
        head("from", "下限");
        head("to", "上限");
        head("verdict", "判断");
        head("better in … of 100 (=: no difference)", "百次中更好（=：无差别）");
    }
    sheet.next_row();
}

}  // namespace

void add_scorecard(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Scorecard", "对照表"});
    sheet.title({"Which policy does better, on what?", "哪种办法在哪些方面更好？"}, help(book, comparison));
    add_names(sheet, comparison);
    add_heads(sheet, comparison);
    for (const int year : comparison.verdict_years) {
        for (const bool primary : {true, false}) {
            for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
                if (comparison.outcomes[o].primary == primary) add_row(sheet, comparison, o, year);
            }
        }
    }
    const int policies = static_cast<int>(comparison.scenarios.size()) - 1;
    sheet.width(0, 0, 16);
    sheet.width(1, 1, 34);
    sheet.width(2, 7, 14);
    for (int policy = 0; policy < policies; ++policy) {
        const int first = first_columns + columns_per_policy * policy;
        sheet.width(first, first + 2, 11);
        sheet.width(first + 3, first + 4, 22);
    }
    sheet.freeze_below_heads(2, first_columns + columns_per_policy * policies);
}

}  // namespace staffsim::analysis::xlsx
