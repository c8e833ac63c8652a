#include <algorithm>

#include "sim/processes/retention/retention.hpp"

namespace staffsim {

int retirement_delay_months(bool reform, Sex sex, Day birth) {
    if (!reform) return 0;
    const CivilDate born = to_civil(birth);
    const int base_year = sex == Sex::male ? 1965 : 1970;
    const int months = (born.year - base_year) * 12 + born.month - 1;
    return months < 0 ? 0 : std::min(36, months / 4 + 1);
}

Day statutory_retirement(const RetentionRules& rules, Sex sex, Day birth) {
    const int years = sex == Sex::male ? rules.age_men : rules.age_women;
    return add_months(birth, 12 * years + retirement_delay_months(rules.retirement_reform, sex, birth));
}

double minimum_contribution_years(std::int32_t year) { return std::clamp(15.0 + 0.5 * (year - 2029), 15.0, 20.0); }

Day planned_retirement(const RetentionRules& rules, const Draws& draws, const PersonCold& person) {
    const Day statutory = statutory_retirement(rules, person.sex, person.birth);
    const int delay = retirement_delay_months(rules.retirement_reform, person.sex, person.birth);
    if (delay == 0 || rules.flexible_share == 0) return statutory;
    if (!draws.chance({person.key, +Purpose::flexible_retirement, 0, 0}, rules.flexible_share)) return statutory;
    const double u = draws.uniform({person.key, +Purpose::flexible_retirement, 0, 1});
    const int earlier = 1 + static_cast<int>(u * delay);
    const int years = person.sex == Sex::male ? rules.age_men : rules.age_women;
    const Day day = add_months(person.birth, 12 * years + delay - earlier);
    const bool has_contributed = years_between(person.entry, day) >= minimum_contribution_years(year_of(day));
    return has_contributed ? day : statutory;
}

}  // namespace staffsim
