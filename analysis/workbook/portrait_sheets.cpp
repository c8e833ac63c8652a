// Structure of the staff, careers of a cohort and vacancy chains: means over futures with the range of nine in ten.
#include "analysis/examples.hpp"
#include "analysis/workbook/sheets.hpp"
#include "sim/measures/chains.hpp"

namespace staffsim::analysis::xlsx {

namespace {

constexpr int after_names = 3;  // columns before the first policy

void write(Sheet& sheet, const Spread& spread, int decimals) {
    sheet.number(spread.mean, {.decimals = decimals});
    sheet.number(spread.low, {.tone = Style::Tone::soft, .decimals = decimals});
    sheet.number(spread.high, {.tone = Style::Tone::soft, .decimals = decimals});
}

// Three names, then for every policy a mean and its range.
void head(Sheet& sheet, const Comparison& comparison, const Text& first, const Text& second, const Text& third) {
    const Style style{.wrap = true, .head = true};
    sheet.heads({});
    sheet.text(first, style).text(second, style).text(third, style);
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        sheet.text(lettered_name(sheet.book(), comparison, s), style);
        sheet.text(Text{"5 %", "5%"}, style).text(Text{"95 %", "95%"}, style);
    }
    sheet.next_row();
}

void finish(Sheet& sheet, const Comparison& comparison) {
    const int columns = after_names + 3 * static_cast<int>(comparison.scenarios.size());
    sheet.width(0, 2, 24);
    sheet.width(after_names, columns - 1, 11);
    sheet.freeze_below_heads(2, columns);
}

void write_or_hide(Sheet& sheet, const StructureCell& cell, bool is_age, int min_cell) {
    if (cell.shown == Shown::yes) return write(sheet, is_age ? cell.people : cell.share, 1);
    sheet.text(hidden_text(cell.shown, min_cell));
    sheet.skip(2);
}

void structure_rows(Sheet& sheet, const Comparison& comparison, std::size_t year) {
    for (const std::size_t cell : structure_order()) {
        const StructureWords words = structure_words(cell);
        sheet.number(comparison.start_year + static_cast<int>(year) - 1, {});
        sheet.text(words.attribute_words).text(words.words);
        for (const StructureYears& years : comparison.portraits.structure)
            write_or_hide(sheet, years[year][cell], words.is_age(), comparison.portraits.min_cell);
        sheet.next_row();
    }
}

void add_structure(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Structure", "结构"});
    const std::string bound = std::to_string(comparison.portraits.min_cell);
    sheet.title(
        {"Who will be there?", "队伍会是什么样？"},
        {"Men and women by age in people, the rest in % of the staff of townships; year ends, the year before the "
         "first is the first day. Groups of fewer than " +
             bound + " people are hidden (<" + bound + "), and with * what could give them away.",
         "男女按年龄为人数，其余占乡镇在编人员的百分比；年末数，首年之前一年为起始日。不足 " + bound +
             " 人的组不显示（<" + bound + "），可据以推算者以 * 代之。"});
    head(sheet, comparison, {"Year end", "年末"}, {"Attribute", "项目"}, {"Group", "分组"});
    structure_rows(sheet, comparison, 0);
    for (const int year : comparison.verdict_years) structure_rows(sheet, comparison, static_cast<std::size_t>(year));
    finish(sheet, comparison);
}

Text node_words(std::size_t node) {
    using namespace measures;
    if (node < first_stage_node) {
        const Term<Channel>& words = term(static_cast<Channel>(node));
        return {std::string(words.en), std::string(words.zh)};
    }
    if (node < first_end_node) return words_of(static_cast<Stage>(node - first_stage_node));
    return words_of(static_cast<CareerEnd>(node - first_end_node));
}

void add_careers(Book& book, const Comparison& comparison) {
    using namespace measures;
    Sheet sheet(book, {"Careers", "职业道路"});
    const std::string entering = std::to_string(comparison.portraits.cohort.entering);
    const std::string followed = std::to_string(comparison.portraits.cohort.followed);
    sheet.title(
        {"Where do careers lead?", "职业道路通向哪里？"},
        {"People who enter townships in the first " + entering + " years, each followed for " + followed + " years.",
         "前" + entering + "年进入乡镇的人员，每人跟踪" + followed + "年。"});
    head(sheet, comparison, {"From", "由"}, {"To", "到"}, {"What", "内容"});
    for (std::size_t source = 0; source < link_sources; ++source) {
        for (std::size_t target = first_stage_node; target < career_nodes; ++target) {
            bool is_taken = false;
            for (const CareerStudy& study : comparison.portraits.careers)
                is_taken = is_taken || study.link(source, target).mean > 0;
            if (!is_taken) continue;
            sheet.text(node_words(source)).text(node_words(target)).text(Text{"people", "人数"});
            for (const CareerStudy& study : comparison.portraits.careers) write(sheet, study.link(source, target), 1);
            sheet.next_row();
        }
    }
    finish(sheet, comparison);
}

void add_chains(Book& book, const Comparison& comparison) {
    using namespace measures;
    Sheet sheet(book, {"Vacancy chains", "补缺连锁"});
    sheet.title({"What does one vacancy set off?", "一个空缺会引发什么？"},
                {"Whole county, all years together.", "全县，全部年份合计。"});
    head(sheet, comparison, {"What", "内容"}, {"Which", "哪一项"}, {"Unit", "单位"});
    const auto row = [&](const Text& what, const std::string& which, const Text& unit, int decimals, const auto& of) {
        sheet.text(what).text(which).text(unit);
        for (const ChainStudy& study : comparison.portraits.chains) write(sheet, of(study), decimals);
        sheet.next_row();
    };
    row({"mean links of a chain", "平均环数"}, "", {"links", "环"}, 2, [](const ChainStudy& s) { return s.links; });
    for (std::size_t i = 0; i < chain_lengths; ++i) {
        const std::string which = std::to_string(i + 1) + (i + 1 == chain_lengths ? "+" : "");
        row({"chains with so many links", "该环数的连锁"}, which, {"a year", "条/年"}, 1,
            [i](const ChainStudy& s) { return s.ended[i]; });
    }
    for (std::size_t i = 0; i < chain_lengths; ++i) {
        const std::string which = std::to_string(i + 1) + (i + 1 == chain_lengths ? "+" : "");
        row({"link stays empty", "该环空缺时间"}, which, {"days", "天"}, 0,
            [i](const ChainStudy& s) { return s.days[i]; });
    }
    finish(sheet, comparison);
}

}  // namespace

void add_portraits(Book& book, const Comparison& comparison) {
    if (comparison.portraits.empty()) return;
    add_structure(book, comparison);
    add_careers(book, comparison);
    add_chains(book, comparison);
}

}  // namespace staffsim::analysis::xlsx
