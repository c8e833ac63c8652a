// The answer in brief for every verdict year, and what has to be known before reading on.
#include "analysis/report/answer.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/verdict_words.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis::xlsx {

namespace {

constexpr double body_width = 110;  // characters

void add_year(Sheet& sheet, const Comparison& comparison, int year) {
    const std::string calendar = std::to_string(calendar_year(comparison, year));
    const std::string years = std::to_string(year);
    sheet.text(Text{"After " + years + " years (" + calendar + ")", years + " 年后（" + calendar + " 年）"},
               {.bold = true});
    sheet.next_row();
    for (const AnswerPart& part : answer_parts(comparison, year)) {
        const std::string letter = part.scenario ? scenario_letter(*part.scenario) + " " : "";
        sheet.text(letter + sheet.book().say(part.lead), {.bold = true, .wrap = true});
        sheet.text(part.body, {.wrap = true});
        sheet.fit_row(sheet.book().say(part.body), body_width);
        sheet.next_row();
    }
    sheet.next_row();
}

void add_list(const Book& book, Sheet& sheet, const Text& heading, const std::vector<Text>& items) {
    for (const Text& item : items) {
        sheet.text(heading, {.tone = Style::Tone::soft}).text(item, {.wrap = true});
        sheet.fit_row(book.say(item), body_width);
        sheet.next_row();
    }
}

}  // namespace

void add_answer(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Answer", "结论"});
    sheet.width(0, 0, 34);
    sheet.width(1, 1, body_width);
    sheet.text(comparison.title, {.title = true});
    sheet.next_row();
    if (comparison.synthetic) {
        sheet.text("SYNTHETIC 合成数据", {.bold = true});
        sheet.text(Text{"Nobody in these data exists: compare policies, forecast nothing.",
                        "数据中的人都不存在：只可比较办法，不可预测。"});
        sheet.next_row();
    }
    sheet.next_row();
    if (comparison.declared_baseline && has_too_few_futures(comparison))
        add_list(book, sheet, {"No verdicts", "不作判断"}, {too_few_futures(comparison)});
    for (const int year : comparison.verdict_years) add_year(sheet, comparison, year);
    add_list(book, sheet, {"Warning", "注意"}, comparison.warnings);
    add_list(book, sheet, {"Note", "说明"}, comparison.notes);
}

}  // namespace staffsim::analysis::xlsx
