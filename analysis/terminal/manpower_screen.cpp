#include "analysis/terminal/manpower_screen.hpp"

#include <fmt/format.h>

#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"

namespace staffsim::analysis {

namespace {

struct ManpowerColumn {
    Text head, second;  // two lines of heading
    double ManpowerYear::*value;
    int decimals;
    std::size_t width;
};

const std::vector<ManpowerColumn>& manpower_columns() {
    static const std::vector<ManpowerColumn> all{
        {{"", "年末"}, {"staff", "实有"}, &ManpowerYear::staff, 1, 7},
        {{"leave:", "离开："}, {"retire", "退休"}, &ManpowerYear::retire, 1, 7},
        {{"move", ""}, {"up", "上调"}, &ManpowerYear::move_up, 1, 6},
        {{"", ""}, {"resign", "辞职"}, &ManpowerYear::resign, 1, 7},
        {{"", ""}, {"other", "其他"}, &ManpowerYear::other_exits, 1, 6},
        {{"seats:", "招录："}, {"offered", "计划"}, &ManpowerYear::seats_advertised, 1, 8},
        {{"", ""}, {"filled", "招到"}, &ManpowerYear::seats_filled, 1, 7},
        {{"empty", "每单位"}, {"places", "空编"}, &ManpowerYear::empty_places_per_township, 1, 8},
        {{"empty", "领导"}, {"leaders", "空缺"}, &ManpowerYear::empty_leadership_posts, 1, 8},
        {{"payroll", "工资"}, {"万元", "万元"}, &ManpowerYear::payroll_wan, 0, 9}};
    return all;
}

std::string year_line(const ManpowerYear& year) {
    std::string line = fmt::format("{:<5}", year.year);
    for (const ManpowerColumn& column : manpower_columns())
        line += pad_left(plain_number(year.*column.value, column.decimals), column.width);
    return line + "\n";
}

std::string head_lines(const Style& style) {
    std::string first(5, ' ');
    std::string second = pad_right(style.language == Language::zh ? "年份" : "year", 5);
    for (const ManpowerColumn& column : manpower_columns()) {
        first += pad_left(style.say(column.head), column.width);
        second += pad_left(style.say(column.second), column.width);
    }
    return first + "\n" + second + "\n";
}

std::string succession_text(const ManpowerTable& table, const Style& style) {
    if (table.is_unit) return "";
    std::string text;
    for (const Text& sentence :
         {leaders_due_sentence(table.years, table.leaders), without_candidates_sentence(table.years, table.leaders)})
        if (!sentence.en.empty()) text += paragraph("", style.say(sentence));
    return text;
}

std::string table_text(const ManpowerTable& table, const Style& style) {
    const std::string label = style.say(table.group_label);
    const std::string title = label == table.group || !table.is_unit ? label : table.group + " " + label;
    const Text per_unit{" (empty places per unit, the rest for all)", "（空编按单位平均，其余为合计）"};
    std::string text =
        fitted(title + (table.is_unit ? "" : style.say(per_unit)), page_width) + "\n" + head_lines(style);
    for (const ManpowerYear& year : table.years) text += year_line(year);
    if (const Text arrivals = arrivals_sentence(table.years); !arrivals.en.empty())
        text += paragraph("", style.say(arrivals));
    return text + succession_text(table, style);
}

}  // namespace

std::string manpower_screen(const std::vector<ManpowerTable>& tables, const Style& style) {
    std::string text;
    for (const ManpowerTable& table : tables) text += (text.empty() ? "" : "\n") + table_text(table, style);
    return finished(style, text);
}

}  // namespace staffsim::analysis
