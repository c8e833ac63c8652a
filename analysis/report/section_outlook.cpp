// The no-change outlook: what the baseline alone brings, year by year, as means over futures.
#include "analysis/manpower.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

struct Column {
    Text label;
    double ManpowerYear::*value;
    int decimals;
};

const std::vector<Column>& columns() {
    static const std::vector<Column> all{
        {{"Staff", "年末实有"}, &ManpowerYear::staff, 0},
        {{"Retire", "退休"}, &ManpowerYear::retire, 1},
        {{"Move up", "上调"}, &ManpowerYear::move_up, 1},
        {{"Resign", "辞职"}, &ManpowerYear::resign, 1},
        {{"Leave otherwise", "其他离开"}, &ManpowerYear::other_exits, 1},
        {{"Seats advertised", "招录计划"}, &ManpowerYear::seats_advertised, 1},
        {{"Seats filled", "实际招到"}, &ManpowerYear::seats_filled, 1},
        {{"Arrive otherwise", "其他调入"}, &ManpowerYear::others_arrive, 1},
        {{"Empty places per township", "每乡镇空编"}, &ManpowerYear::empty_places_per_township, 1},
        {{"Empty leadership posts", "领导职务空缺"}, &ManpowerYear::empty_leadership_posts, 1},
        {{"Payroll, 10,000 yuan", "工资支出（万元）"}, &ManpowerYear::payroll_wan, 0},
    };
    return all;
}

view::data year_view(const ManpowerYear& year) {
    view::data cells = view::empty_list();
    for (const Column& column : columns())
        cells << view::data{"value", plain_number(year.*column.value, column.decimals)};
    view::data row;
    row.set("year", std::to_string(year.year));
    row.set("cells", cells);
    return row;
}

}  // namespace

view::data fill_outlook(const Comparison& comparison) {
    view::data heads = view::empty_list(), rows = view::empty_list();
    for (const Column& column : columns()) heads << view::text(column.label);
    for (const ManpowerYear& year : comparison.outlook) rows << year_view(year);
    view::data values;
    values.set("heads", heads);
    values.set("rows", rows);
    values.set("present", !comparison.outlook.empty());
    view::data sentences = view::empty_list();
    for (const Text& sentence : {leaders_due_sentence(comparison.outlook, comparison.leaders),
                                 without_candidates_sentence(comparison.outlook, comparison.leaders)})
        if (!sentence.en.empty()) sentences << view::text(sentence);
    values.set("sentences", sentences);
    values.set("baseline", scenario_view(comparison, 0));
    return values;
}

}  // namespace staffsim::analysis
