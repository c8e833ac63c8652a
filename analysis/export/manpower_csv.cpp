#include "analysis/export/manpower_csv.hpp"

namespace staffsim::analysis {

CsvText manpower_csv() {
    return CsvText({"scenario", "group", "year", "staff", "retire", "move_up", "resign", "other_exits",
                    "seats_advertised", "seats_filled", "empty_places_per_unit", "empty_leadership_posts",
                    "payroll_wan", "others_arrive", "units_without_candidates", "leaders_due",
                    "leaders_stepping_down"});
}

void add_manpower(CsvText& csv, const std::string& scenario, const std::string& group,
                  const std::vector<ManpowerYear>& table) {
    for (const ManpowerYear& year : table) {
        csv.text(scenario).text(group).whole(year.year).number(year.staff).number(year.retire).number(year.move_up);
        csv.number(year.resign).number(year.other_exits).number(year.seats_advertised).number(year.seats_filled);
        csv.number(year.empty_places_per_township)
            .number(year.empty_leadership_posts)
            .number(year.payroll_wan)
            .number(year.others_arrive)
            .number(year.units_without_candidates)
            .number(year.leaders_due)
            .number(year.leaders_stepping_down)
            .end_row();
    }
}

}  // namespace staffsim::analysis
