// What results of an assessment bring about; every consequence is a switch of its own.
#pragma once

#include "sim/processes/assessment/pool.hpp"
#include "sim/processes/assessment/year.hpp"

namespace staffsim {

// Puts a result on record and applies the consequences that `rules`, those of the person's own unit, link to it.
void settle_result(const AssessmentRules& rules, World& world, const AssessmentYear& year, const Rated& rated,
                   Result result);
// A year without a grade.
void leave_without_grade(const AssessmentRules& rules, World& world, const AssessmentYear& year, PersonId person);

}  // namespace staffsim
