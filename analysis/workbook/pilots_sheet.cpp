// Policies that hold in some townships alone: every outcome that is counted by township, in the pilot townships
// together and in the others together.
#include <algorithm>

#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/pilot_words.hpp"
#include "analysis/small_cells.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis::xlsx {

namespace {

void add_pilot_cell(Sheet& sheet, const Comparison& comparison, const Pilot& pilot, const PilotCell& cell) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const Text where =
        cell.part == PilotPart::pilot ? pilot_names(pilot.units) : pilot_part_words(pilot, PilotPart::others);
    sheet.text(lettered_name(sheet.book(), comparison, cell.scenario)).text(where);
    sheet.text(outcome.label, {.bold = outcome.primary}).text(level_and_change_unit(outcome));
    sheet.number(cell.verdict_year, {.decimals = 0});
    if (cell.shown == Shown::yes) {
        sheet.number(cell.paired.baseline, {.decimals = outcome.decimals});
        add_policy_change(sheet, comparison, cell);
    } else {
        sheet.text(hidden_text(cell.shown, comparison.breakdown.min_cell));
    }
    sheet.next_row();
}

Text pilots_help(const Comparison& comparison) {
    const std::string percent = plain_number(100 * comparison.confidence, 0),
                      family = std::to_string(comparison.family_size),
                      bound = std::to_string(comparison.breakdown.min_cell);
    return {
        "Pilot townships together and all other townships together, as far as an outcome is counted by township; "
        "change against today's rules, the average change very likely lies between from and to (" +
            percent + " % over all " + family +
            " declared comparisons together; exploratory outcomes each alone). Hidden (<" + bound +
            ", *) where fewer than " + bound + " people work in the pilot townships, or in the others.",
        "试点乡镇合计与其余乡镇合计（只列按乡镇统计的结果）；与现行办法相比的变化，平均变化很可能在下限与上限之间（" +
            family + " 项事先声明的比较合计 " + percent + "%；探索性结果为单项）。试点乡镇（或其余乡镇）不足 " + bound +
            " 人时不显示（<" + bound + "、*）。"};
}

}  // namespace

void add_pilots(Book& book, const Comparison& comparison) {
    if (comparison.pilot_cells.empty()) return;
    Sheet sheet(book, {"Pilots", "试点"});
    sheet.title({"What do pilots do in their townships, and what in the others?",
                 "试点办法在试点乡镇起了什么作用，对其他乡镇呢？"},
                pilots_help(comparison));
    sheet.heads({{"Policy", "办法"},
                 {"Townships", "乡镇"},
                 {"Outcome", "结果"},
                 {"Unit", "单位"},
                 {"After years", "几年后"},
                 {"Level today's rules", "现行水平"},
                 {"Change", "变化"},
                 {"From", "下限"},
                 {"To", "上限"},
                 {"Verdict", "判断"},
                 {"Better in … of 100 (=: no difference)", "百次中更好（=：无差别）"}});
    sheet.next_row();
    for (const PilotCell& cell : comparison.pilot_cells) {
        const auto pilot = std::ranges::find(comparison.pilots, cell.scenario, &Pilot::scenario);
        add_pilot_cell(sheet, comparison, *pilot, cell);
    }
    sheet.width(0, 3, 28);
    sheet.width(9, 10, 22);
    sheet.freeze_below_heads(3, 11);
}

}  // namespace staffsim::analysis::xlsx
