// Lever rows of the rounds of a year and of what a seat asks of its applicants.
#pragma once

#include <string>
#include <vector>

#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

const std::vector<std::string>& recruitment_channels();
void add_rounds(levers::Table<RecruitmentRules>& table);
void add_seat_conditions(levers::Table<RecruitmentRules>& table);

}  // namespace staffsim
