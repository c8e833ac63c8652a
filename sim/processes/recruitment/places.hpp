// What is decided on an empty place, by the place's own luck: whether it may be filled, from within or by recruitment,
// and through which channel.
#pragma once

#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

bool is_approved(const RecruitmentRules& rules, const World& world, EntityKey place);
// For open selection; never in a township.
bool is_kept_back(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey place);
// County organs use the open exam alone.
Channel channel_of_seat(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey place);
// Institution staff of a township for whom no seat is under way yet.
int institution_staff_left(const World& world, const Intake& intake, UnitId unit);

}  // namespace staffsim
