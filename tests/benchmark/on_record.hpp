// The ladder's statistics on record: what every simulator of it must give.
#pragma once

namespace ladder {

struct OnRecord {
    const char* name;
    double mean;
    double half_unit;  // of the last printed digit
};
// A run of 2,000 townships over 20 years by a simulator written apart from this one.
constexpr OnRecord on_record[] = {{"events", 1642.4, .05},
                                  {"assessments", 745.6, .05},
                                  {"trainings", 771.8, .05},
                                  {"quits", 41.4, .05},
                                  {"retirements", 13.16, .005},
                                  {"promotions_to_1", 11.76, .005},
                                  {"promotions_to_2", 4.39, .005},
                                  {"promotions_to_3", 1.045, .0005},
                                  {"recruits", 53.3, .05},
                                  {"vacancy_percent_0", 4.43, .005},
                                  {"vacancy_percent_1", .807, .0005},
                                  {"vacancy_percent_2", .603, .0005},
                                  {"vacancy_percent_3", .430, .0005},
                                  {"mean_chain", 1.314, .0005}};

}  // namespace ladder
