// The baseline's manpower table with a chart of seats and leavers, and the levels of named townships.
#include "analysis/report/numbers.hpp"
#include "analysis/verdict_words.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis::xlsx {

namespace {

constexpr lxw_col_t last_column = 10;

void add_line(lxw_chart* chart, const Sheet& sheet, lxw_col_t column, lxw_row_t first, lxw_row_t last) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, sheet.name().c_str(), first, 0, last, 0);
    chart_series_set_values(series, sheet.name().c_str(), first, column, last, column);
    chart_series_set_name_range(series, sheet.name().c_str(), first - 1, column);
}

void add_chart(Sheet& sheet, lxw_row_t first, lxw_row_t last) {
    lxw_chart* chart = workbook_add_chart(sheet.book().get(), LXW_CHART_LINE);
    for (const lxw_col_t column : {lxw_col_t{2}, lxw_col_t{3}, lxw_col_t{4}, lxw_col_t{6}, lxw_col_t{7}}) {
        add_line(chart, sheet, column, first, last);
    }
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options options{};
    options.x_scale = 1.6;
    options.y_scale = 1.2;
    worksheet_insert_chart_opt(sheet.get(), last + 2, 0, chart, &options);
}

}  // namespace

void add_flows(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Flows", "进出"});
    sheet.title({"What happens if nothing changes?", "如果一切照旧会怎样？"},
                {"Today's rules alone, averages over all futures, townships together.",
                 "仅现行办法，各次推演平均，全部乡镇合计。"});
    sheet.heads({{"Year", "年"},
                 {"Staff", "在编人数"},
                 {"Retire", "退休"},
                 {"Move up", "上调"},
                 {"Resign", "辞职"},
                 {"Other exits", "其他离开"},
                 {"Seats advertised", "招录计划"},
                 {"Seats filled", "实际录用"},
                 {"Empty places per township", "每乡镇空编"},
                 {"Empty leadership posts", "领导缺职"},
                 {"Payroll, 10,000 yuan", "工资总额（万元）"}});
    sheet.next_row();
    const lxw_row_t first = sheet.row();
    for (const ManpowerYear& year : comparison.outlook) {
        const Style one{.decimals = 1};
        sheet.number(year.year, {}).number(year.staff, one).number(year.retire, one).number(year.move_up, one);
        sheet.number(year.resign, one).number(year.other_exits, one).number(year.seats_advertised, one);
        sheet.number(year.seats_filled, one).number(year.empty_places_per_township, {.decimals = 2});
        sheet.number(year.empty_leadership_posts, {.decimals = 2}).number(year.payroll_wan, {.decimals = 0});
        sheet.next_row();
    }
    sheet.width(0, last_column, 13);
    sheet.freeze_below_heads(1, last_column + 1);
    if (!comparison.outlook.empty()) add_chart(sheet, first, sheet.row() - 1);
}

namespace {

// Where too few futures differ, in how many instead of a range.
void add_change(Sheet& sheet, const stats::PairedSummary& change, const measures::Outcome& outcome) {
    if (change.replications == 0) return;
    const Style figure{.decimals = shown_decimals(change, outcome), .is_signed = true};
    sheet.number(change.difference, figure);
    if (stats::is_too_rare(change)) {
        sheet.skip(2);
        sheet.text(differing_numbers(change));
    } else {
        sheet.number(change.low, figure).number(change.high, figure);
    }
}

}  // namespace

void add_townships(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Townships", "乡镇"});
    const std::string percent = plain_number(100 * comparison.confidence, 0);
    const Text& base = comparison.scenarios.front().name;
    sheet.title({"Which townships go thin?", "哪些乡镇人手会变少？"},
                {"Averages over all matched futures, and the change against " + base.en +
                     " (the average change very likely lies between from and to, " + percent +
                     " % for all townships of a policy together); no verdicts on single townships.",
                 "各次对照推演的平均值，及与" + base.zh +
                     "相比的变化（平均变化很可能在下限与上限之间，同一办法的全部乡镇合计 " + percent +
                     "%）；单个乡镇不作判断。"});
    sheet.heads({{"Unit", "单位"},
                 {"Name", "名称"},
                 {"Places", "编制"},
                 {"Policy", "办法"},
                 {"Outcome", "结果"},
                 {"After years", "几年后"},
                 {"Level", "水平"},
                 {"Change", "变化"},
                 {"From", "下限"},
                 {"To", "上限"},
                 {"Differs in", "不同的推演"}});
    sheet.next_row();
    for (const UnitLevel& level : comparison.unit_levels) {
        const measures::Outcome& outcome = comparison.outcomes[level.outcome];
        sheet.text(level.unit).text(level.label).number(level.places, {.decimals = 0});
        sheet.text(lettered_name(book, comparison, level.scenario)).text(outcome.label);
        sheet.number(level.verdict_year, {.decimals = 0}).number(level.value, {.decimals = outcome.decimals});
        add_change(sheet, level.change, outcome);
        sheet.next_row();
    }
    sheet.width(0, 0, 9);
    sheet.width(1, 1, 22);
    sheet.width(3, 4, 30);
    sheet.width(10, 10, 22);
    sheet.freeze_below_heads(2, 11);
}

void add_groups(Book& book, const Comparison& comparison) {
    if (comparison.breakdown.cells.empty()) return;
    Sheet sheet(book, {"Groups", "分组"});
    const std::string bound = std::to_string(comparison.breakdown.min_cell);
    sheet.title(
        {"Who is there, leaves and rises, group by group?", "分组看：谁在岗、谁离开、谁晋升？"},
        {"Averages over all matched futures; no verdicts. Groups of fewer than " + bound + " people are hidden (<" +
             bound + "), and with * what could give them away.",
         "各次对照推演的平均值，不作判断。不足 " + bound + " 人的组不显示（<" + bound + "），可据以推算者以 * 代之。"});
    sheet.heads({{"By", "分组依据"},
                 {"Group", "组"},
                 {"Policy", "办法"},
                 {"Counted", "指标"},
                 {"Unit", "单位"},
                 {"After years", "几年后"},
                 {"Level", "水平"}});
    sheet.next_row();
    for (const PartCell& cell : comparison.breakdown.cells) {
        const measures::Part& part = comparison.breakdown.parts[cell.part];
        sheet.text(measures::words(part.dimension)).text(part.label);
        sheet.text(lettered_name(book, comparison, cell.scenario)).text(measures::label_of(cell.measure));
        sheet.text(measures::unit_of(cell.measure)).number(cell.verdict_year, {.decimals = 0});
        if (cell.shown == PartCell::Shown::yes)
            sheet.number(cell.value, {.decimals = 2});
        else
            sheet.text(shown_text(cell, comparison.breakdown.min_cell));
        sheet.next_row();
    }
    sheet.width(0, 0, 18);
    sheet.width(1, 4, 26);
    sheet.freeze_below_heads(2, 7);
}

}  // namespace staffsim::analysis::xlsx
