#include "sim/processes/recruitment/places.hpp"

#include <algorithm>

namespace staffsim {

// What is the same for all asks for no luck: textbook models recruit millions.
bool is_approved(const RecruitmentRules& rules, const World& world, EntityKey place) {
    return rules.approved_share >= 1 || world.draws.chance({place, +Purpose::approval, 0, 0}, rules.approved_share);
}

bool is_kept_back(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey place) {
    if (world.county.is_township(unit)) return false;
    return world.draws.chance({place, +Purpose::approval, 0, 1}, rules.open_selection_share);
}

Channel channel_of_seat(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey place) {
    if (!world.county.is_township(unit) || rules.seats[at(Channel::open_exam)] >= 1) return Channel::open_exam;
    return static_cast<Channel>(category(rules.seats, world.draws.uniform({place, +Purpose::random_choice})));
}

int institution_staff_left(const World& world, const Intake& intake, UnitId unit) {
    const auto takes_one = [&](const auto& seat) {
        return seat.unit == unit && seat.channel == Channel::institution_staff;
    };
    const auto under_way = std::count_if(intake.announced.begin(), intake.announced.end(), takes_one) +
                           std::count_if(intake.examined.begin(), intake.examined.end(), takes_one) +
                           std::count_if(intake.chosen.begin(), intake.chosen.end(), takes_one);
    return world.county.unit(unit).institution_staff - static_cast<int>(under_way);
}

}  // namespace staffsim
