// What the lines of breakdowns and what is counted of them are called.
#include <array>
#include <string>

#include "sim/measures/parts.hpp"
#include "sim/measures/parts_tables.hpp"

namespace staffsim::measures {

namespace {

constexpr std::array<parts_tables::Named, dimension_count> dimensions{{{"unit_type", "Unit type", "单位类型"},
                                                                       {"unit", "Named unit", "单位"},
                                                                       {"tier", "Level of post", "职务层次"},
                                                                       {"age", "Age", "年龄"},
                                                                       {"sex", "Sex", "性别"},
                                                                       {"channel", "Channel of entry", "进入渠道"},
                                                                       {"cohort", "Year of entry", "进入年份"}}};
struct MeasureRow {
    parts_tables::Named named;
    std::string_view unit_en, unit_zh;
    bool is_stock;
};
constexpr std::array<MeasureRow, part_measure_count> measures{
    {{{"staff", "Staff", "在岗人数"}, "people, year end", "人，年末", true},
     {{"leavers", "Leavers", "离开"}, "people a year", "人/年", false},
     {{"resignations", "Resignations", "辞职"}, "people a year", "人/年", false},
     {{"promotions", "Promotions", "晋升"}, "people a year", "人/年", false},
     {{"pay", "Pay at year-end rates", "年末标准年工资"}, "10,000 yuan a year", "万元/年", true},
     {{"empty_places", "Empty places", "空编"}, "places, mean of the year", "个，全年平均", true},
     {{"seats_offered", "Seats offered", "招录职位"}, "seats a year", "个/年", false},
     {{"seats_filled", "Seats filled", "录用到位"}, "seats a year", "个/年", false},
     {{"applicants_per_seat", "Applicants per seat", "每职位报考人数"}, "people", "人", false},
     {{"skill", "Mean skill", "平均业务水平"}, "z, year end", "标准分，年末", true},
     {{"performance", "Mean true performance", "平均真实绩效"},
      "z, last assessed year",
      "标准分，最近考核年度",
      true}}};

template <std::size_t count>
void add_parts(std::vector<Part>& parts, Dimension dimension, const std::array<parts_tables::Named, count>& rows) {
    for (const parts_tables::Named& row : rows)
        parts.push_back({dimension, std::string(row.id), {std::string(row.en), std::string(row.zh)}});
}

Part cohort(int first, int last, bool is_first, bool is_last) {
    const std::string a = std::to_string(first), b = std::to_string(last);
    if (is_first) return {Dimension::cohort, "until_" + b, {"until " + b, b + "年及以前"}};
    if (is_last) return {Dimension::cohort, "from_" + a, {"from " + a, a + "年及以后"}};
    return {Dimension::cohort, a + "_" + b, {a + " to " + b, a + "至" + b + "年"}};
}

}  // namespace

std::string_view id_of(Dimension dimension) { return dimensions[static_cast<std::size_t>(dimension)].id; }
Text words(Dimension dimension) {
    const parts_tables::Named& row = dimensions[static_cast<std::size_t>(dimension)];
    return {std::string(row.en), std::string(row.zh)};
}
std::string_view id_of(PartMeasure measure) { return measures[static_cast<std::size_t>(measure)].named.id; }
Text label_of(PartMeasure measure) {
    const parts_tables::Named& row = measures[static_cast<std::size_t>(measure)].named;
    return {std::string(row.en), std::string(row.zh)};
}
Text unit_of(PartMeasure measure) {
    const MeasureRow& row = measures[static_cast<std::size_t>(measure)];
    return {std::string(row.unit_en), std::string(row.unit_zh)};
}
bool is_about_staff(PartMeasure measure) {
    using enum PartMeasure;
    return measure != empty_places && measure != seats_offered && measure != applicants_per_seat;
}
bool is_stock(PartMeasure measure) { return measures[static_cast<std::size_t>(measure)].is_stock; }

std::vector<Part> parts_of(const CountyPlan& plan, int years) {
    std::vector<Part> parts;
    add_parts(parts, Dimension::unit_type, parts_tables::unit_types);
    for (const UnitPlan& unit : plan.units) parts.push_back({Dimension::unit, unit.id, unit.label});
    add_parts(parts, Dimension::tier, parts_tables::ladder_steps);
    add_parts(parts, Dimension::age, parts_tables::ages);
    add_parts(parts, Dimension::sex, parts_tables::sexes);
    add_parts(parts, Dimension::channel, parts_tables::channels);
    const std::vector<int> ends = parts_tables::ends_of_cohorts(year_of(plan.start), years);
    for (std::size_t c = 0; c < ends.size(); ++c)
        parts.push_back(cohort(c == 0 ? 0 : ends[c - 1] + 1, ends[c], c == 0, c + 1 == ends.size()));
    return parts;
}

}  // namespace staffsim::measures
