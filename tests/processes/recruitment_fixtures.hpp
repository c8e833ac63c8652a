// A round of recruitment in one call, and rules under which everybody advertised is found.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/processes/recruitment/recruitment.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

// Without what reacts to a seat's conditions or to pay.
inline RecruitmentRules recruitment_rules() {
    RecruitmentRules rule = defaults(recruitment_levers());
    rule.specialty_share = rule.older_share = rule.pay_elasticity = rule.quits_on_probation = rule.withdrawal = 0;
    return rule;
}
inline constexpr UnitId first_unit{std::size_t{0}};

inline PerformanceRules fit_rules() { return defaults(performance_levers()); }

// A round up to the interviews, all on one day.
inline std::vector<Entrant> announce(TinyWorld& tiny, const RecruitmentRules& rule, std::size_t round = 0) {
    const PerformanceRules fit = fit_rules();
    Intake intake;
    announce_seats(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake,
                   {tiny.world.year(), round});
    hold_exams(everywhere(rule, tiny.county), tiny.world, intake, round);
    hold_interviews(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake, round);
    return intake.chosen;
}

// Everybody advertised is found.
inline RecruitmentRules sure() {
    RecruitmentRules rule = recruitment_rules();
    rule.seat_fill = SeatFill::fixed;
    rule.fixed_fill_probability = 1;
    rule.approved_share = 1;
    return rule;
}

}  // namespace staffsim::tiny
