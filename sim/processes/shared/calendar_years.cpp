#include "sim/processes/shared/calendar_years.hpp"

#include <algorithm>
#include <cmath>

namespace staffsim {

namespace {

// A number of years that a whole number of months cannot express exactly is no begun month more.
std::int32_t months_of(double years) {
    return static_cast<std::int32_t>(std::ceil(std::max(0.0, 12.0 * years) - 1e-9));
}

}  // namespace

Day since_at_latest(Day today, double years) {
    const std::int32_t months = months_of(years);
    if (months == 0) return today;
    Day since = add_months(today, -months);
    while (add_months(since + 1, months) <= today) since = since + 1;  // months that end earlier
    return since;
}

Day born_from(Day today, double age) { return since_at_latest(today, age + 1.0); }

Day years_later(Day from, double years) { return add_months(from, months_of(years)); }

}  // namespace staffsim
