// The year that an assessment is about, and who gets a grade for it.
#pragma once

#include "sim/model/county.hpp"
#include "sim/processes/assessment/assessment.hpp"

namespace staffsim {

// The days [from, until): a calendar year, or that since the last anniversary.
struct AssessmentYear {
    explicit AssessmentYear(std::int32_t n) : number(n), from(first_of_year(n)), until(first_of_year(n + 1)) {}
    static AssessmentYear before(Day today) {
        AssessmentYear year(year_of(today));
        year.from = add_months(today, -12);
        year.until = today;
        return year;
    }
    std::int32_t number;
    Day from, until;
    bool has(Day day) const { return from <= day && day < until; }
};

// No grade: on probation, under inquiry, or under a demerit or worse on the day of the assessment.
inline bool gets_a_grade(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    if (hot.on_probation || hot.under_inquiry) return false;
    return county.sanction_in_force(person) <= Sanction::warning;
}

// Not with a sanction in force or imposed in the year, a short warning included; nor short of required training.
inline bool may_be_excellent(const AssessmentRules& rules, const County& county, PersonId person,
                             const AssessmentYear& year) {
    if (county.is_sanctioned(person)) return false;
    // Whoever was sanctioned in the year was so until some day of it: hardly anybody's dates are looked at.
    const bool was_sanctioned = county.hot(person).sanction_until >= year.from;
    if (was_sanctioned && year.has(county.cold(person).sanctioned_since)) return false;
    return !rules.links_training || county.learning(person).short_year != year.number;
}

}  // namespace staffsim
