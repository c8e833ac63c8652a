// What was compared, how it was computed, and what every outcome means.
#include "analysis/report/labels.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/setting_words.hpp"
#include "analysis/workbook/sheets.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::analysis::xlsx {

void add_settings(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Settings", "设置"});
    sheet.title({"What was compared?", "比较了什么？"},
                {"Settings that differ from the baseline.", "与基准不同的设置。"});
    sheet.heads({{"Policy", "办法"},
                 {"Setting", "设置"},
                 {"Key", "键"},
                 {"Old", "原值"},
                 {"New", "新值"},
                 {"Unit", "单位"},
                 {"Decided by", "决定权"},
                 {"Starts", "起始"},
                 {"Set in", "出处"}});
    sheet.next_row();
    const auto rest = [&](const Setting& setting) {
        sheet.text(setting.label).text(setting.key);
        sheet.text(old_value_words(setting)).text(new_value_words(setting)).text(levers::unit_words(setting.unit));
        sheet.text(levers::authority_words(setting.authority)).text(setting.starts).text(setting.origin);
        sheet.next_row();
    };
    for (const Setting& change : comparison.overrides.changes) {
        sheet.text(Text{"Every scenario, on top of its files", "所有方案，在文件之上"});
        rest(change);
    }
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        for (const Setting& setting : comparison.scenarios[s].settings) {
            sheet.text(lettered_name(book, comparison, s));
            rest(setting);
        }
    }
    sheet.width(0, 2, 30);
    sheet.width(3, 8, 18);
    sheet.freeze_below_heads(2, 9);
}

void add_record(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Run record", "运行记录"});
    sheet.title({"How was this computed?", "怎样算出来的？"},
                {"The same command with the same seed gives this file byte for byte.",
                 "用同样的命令和同样的种子再运行一次，可得到逐字节相同的文件。"});
    sheet.width(0, 0, 36);
    sheet.width(1, 1, 100);
    const auto fact = [&](const Text& label, const Text& value) {
        sheet.text(label, {.bold = true}).text(value, {.wrap = true});
        sheet.next_row();
    };
    fact({"Confidence of all declared comparisons together", "全部事先声明的比较合计置信度"},
         {plain_number(100 * comparison.confidence, 0) + " %", plain_number(100 * comparison.confidence, 0) + "%"});
    for (const Comparison::RunFact& one : comparison.run_record) fact(one.label, one.value);
}

void add_dictionary(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Dictionary", "说明"});
    sheet.title({"What every outcome means", "各项结果的含义"},
                {"What exactly is counted, over whom, and when.", "数的是什么、对哪些人、在什么时候。"});
    sheet.heads({{"Id", "代码"},
                 {"Outcome", "结果"},
                 {"Unit", "单位"},
                 {"Aim", "目标"},
                 {"Better", "方向"},
                 {"Matters from", "多大才在意"},
                 {"Meaning", "含义"}});
    sheet.next_row();
    for (const measures::Outcome& outcome : comparison.outcomes) {
        sheet.text(outcome.id).text(outcome.label).text(outcome.unit).text(aim_words(outcome.aim));
        sheet.text(direction_words(outcome.direction));
        sheet.number(outcome.matters, {.decimals = outcome.decimals}).text(outcome.estimand, {.wrap = true});
        sheet.next_row();
    }
    sheet.width(0, 1, 28);
    sheet.width(2, 5, 16);
    sheet.width(6, 6, 90);
    sheet.freeze_below_heads(2, 7);
}

}  // namespace staffsim::analysis::xlsx
