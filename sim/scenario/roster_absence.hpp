// The column `away` of a roster: what for, and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/foundation/worded.hpp"
#include "sim/model/county_plan.hpp"

namespace staffsim::scenario {

// What a cell says. The stay is none when it had ended by the first day, and when `complaint` says what is wrong.
struct Absence {
    std::optional<StayPlan> stay;
    Text complaint;
};

// "借调 2025.03-2026.03", "挂职 2025.03-", "驻村": words, of which one says the kind of stay, then nothing, the
// beginning, or a period. A month without a day begins on its 1st and ends with its last day; a day that is given as
// the end is that of the return.
Absence absence_of(std::string_view text, Day first_day);

}  // namespace staffsim::scenario
