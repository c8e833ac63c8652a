// Answers to single questions that the store keeps: what each part of a package does, which policy is best on one
// thing, how large a lever must be. One block a question: the question, its answer, the numbers.
#include <algorithm>

#include "analysis/answers.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis::xlsx {

namespace {

const measures::Outcome& outcome_at(std::size_t outcome) { return measures::outcomes()[outcome]; }
const Text yes{"yes", "是"}, no{"no", "否"};

void lines(Sheet& sheet, const Text& question, std::initializer_list<Text> answers) {
    sheet.text(question, {.bold = true});
    sheet.next_row();
    for (const Text& answer : answers) {
        if (answer.en.empty()) continue;
        sheet.text(answer);
        sheet.next_row();
    }
}

void part_row(Sheet& sheet, std::size_t outcome, int year, const Text& part, double value, double low, double high) {
    const measures::Outcome& about = outcome_at(outcome);
    const Style number{.decimals = clear_decimals(low, high, about.decimals + 1, about), .is_signed = true};
    sheet.text(about.label).text(change_unit(about)).number(year, {.decimals = 0}).text(part);
    sheet.number(value, number).number(low, number).number(high, number);
    sheet.next_row();
}

void add_package(Sheet& sheet, const Package& package) {
    lines(sheet, package_name(package), {package_help()});
    sheet.heads({{"Outcome", "结果"},
                 {"Unit", "单位"},
                 {"Year", "年"},
                 {"Part", "部分"},
                 {"What it does", "作用"},
                 {"Low", "下限"},
                 {"High", "上限"}});
    sheet.next_row();
    for (const PackagePart& one : package.values)
        part_row(sheet, one.outcome, one.verdict_year, package.parts[one.part], one.value, one.low, one.high);
    for (const PackageInteraction& one : package.interactions)
        part_row(sheet, one.outcome, one.verdict_year, pair_name(package, one), one.value, one.low, one.high);
    sheet.next_row();
}

void add_race(Sheet& sheet, const BestOf& best) {
    lines(sheet, best_question(best), {best_answer(best), best_guarantee(best), best_subset(best)});
    sheet.heads({{"Policy", "办法"},
                 {"Mean", "均值"},
                 {"Futures", "推演次数"},
                 {"What became of it", "结果"},
                 {"May be best from the first look", "首次查看后仍可能最好"}});
    sheet.next_row();
    for (std::size_t c = 0; c < best.candidates.size(); ++c) {
        const BestOf::Candidate& one = best.candidates[c];
        sheet.text(one.name).number(one.mean, {.decimals = outcome_at(best.outcome).decimals + 1});
        sheet.number(one.replications, {.decimals = 0}).text(best_fate(best, c));
        sheet.text(std::ranges::find(best.subset, c) != best.subset.end() ? yes : no);
        sheet.next_row();
    }
    sheet.next_row();
}

void trial_row(Sheet& sheet, const SeekReport& report, const SeekEvidence& one, bool is_fresh) {
    const auto digits = [](double value) { return Style{.decimals = value == static_cast<int>(value) ? 0 : 4}; };
    sheet.text(is_fresh ? Text{"fresh futures", "全新推演"} : Text{"search", "试算"})
        .number(one.value, digits(one.value));
    report.other_lever.empty() ? sheet.text("") : sheet.number(one.other_value, digits(one.other_value));
    for (const double share : {one.share, one.share_low, one.share_high}) sheet.number(100 * share, {.decimals = 1});
    sheet.number(one.mean, {.decimals = outcome_at(report.outcome).decimals + 1});
    sheet.number(one.cost, {.decimals = 1, .is_signed = true});
    sheet.text(one.meets ? yes : no).text(one.is_affordable ? yes : no);
    sheet.next_row();
}

void add_seek(Sheet& sheet, const SeekReport& report) {
    lines(sheet, seek_question(report), {seek_answer(report), seek_confirmation(report), seek_shape(report)});
    sheet.heads({{"Futures", "推演"},
                 report.label,
                 report.other_label,
                 {"Meet the target, %", "达标推演，%"},
                 {"Low", "下限"},
                 {"High", "上限"},
                 {"Mean", "均值"},
                 {"Cost, 10,000 yuan a year more", "增支，万元/年"},
                 {"Meets it", "达标"},
                 {"Within budget", "在预算内"}});
    sheet.next_row();
    for (const SeekEvidence& one : report.tried) trial_row(sheet, report, one, false);
    if (report.confirmation) trial_row(sheet, report, *report.confirmation, true);
    sheet.next_row();
}

}  // namespace

void add_answers(Book& book, const Comparison& comparison) {
    const Answers& answers = comparison.answers;
    if (answers.is_empty()) return;
    Sheet sheet(book, {"Single questions", "单项问答"});
    sheet.title({"Answers to single questions", "单项问题的答案"},
                {"From decompose, best and seek; they share no error probability with the comparison.",
                 "来自 decompose、best 和 seek；与主对照不共同承担误差概率。"});
    sheet.width(0, 0, 34);
    sheet.width(1, 2, 20);
    sheet.width(3, 3, 34);
    sheet.width(4, 9, 16);
    for (const Package& package : answers.packages) add_package(sheet, package);
    for (const BestOf& best : answers.races) add_race(sheet, best);
    for (const SeekReport& report : answers.seeks) add_seek(sheet, report);
}

}  // namespace staffsim::analysis::xlsx
