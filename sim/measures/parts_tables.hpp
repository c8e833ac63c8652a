// The lines of breakdowns that are the same in every county, and where ages and cohorts of entry end: what counts them
// (parts.cpp) and what names them (parts_words.cpp) keep one order.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

namespace staffsim::measures::parts_tables {

struct Named {
    std::string_view id, en, zh;
};

inline constexpr std::array<Named, 2> unit_types{
    {{"township", "Townships", "乡镇"}, {"county_organ", "County organs", "县直机关"}}};
inline constexpr std::array<Named, 4> ladder_steps{{{"entry", "Without a title", "一般人员"},
                                                    {"middle", "Middle level", "中层"},
                                                    {"deputy", "Deputy section level", "副科级"},
                                                    {"chief", "Section chief level", "正科级"}}};
inline constexpr std::array<int, 6> age_ends{29, 34, 39, 44, 49, 54};  // last years of age; above: open
inline constexpr std::array<Named, 7> ages{{{"under_30", "Under 30", "30岁以下"},
                                            {"30_34", "30 to 34", "30至34岁"},
                                            {"35_39", "35 to 39", "35至39岁"},
                                            {"40_44", "40 to 44", "40至44岁"},
                                            {"45_49", "45 to 49", "45至49岁"},
                                            {"50_54", "50 to 54", "50至54岁"},
                                            {"55_over", "55 and over", "55岁及以上"}}};
inline constexpr std::array<Named, 2> sexes{{{"male", "Men", "男"}, {"female", "Women", "女"}}};
inline constexpr std::array<Named, 5> channels{
    {{"open_exam", "Open exam", "公开招考"},
     {"institution_staff", "Township institution staff", "乡镇事业人员"},
     {"village_cadre", "Village cadres", "优秀村干部"},
     {"village_official", "College-graduate village officials", "大学生村官"},
     {"service_programme", "Service programmes", "服务基层项目"}}};

inline constexpr int most_new_cohorts = 4;  // the last one is open

// Last entry year of each cohort: two tens of years before the start, all earlier before them; fives from the start on.
inline std::vector<int> ends_of_cohorts(int start_year, int years) {
    std::vector<int> ends{start_year - 21, start_year - 11, start_year - 1};
    const int fives = std::clamp((years + 4) / 5, 1, most_new_cohorts);
    for (int i = 1; i < fives; ++i) ends.push_back(start_year - 1 + 5 * i);
    ends.push_back(std::numeric_limits<int>::max());
    return ends;
}

}  // namespace staffsim::measures::parts_tables
