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

}  // namespace staffsim
