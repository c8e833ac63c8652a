// Days of the year on which some rule of the county has something to do, so that all others are passed over at one
// look.
#pragma once

#include <algorithm>
#include <bitset>

#include "sim/foundation/date.hpp"

namespace staffsim::engine {

class Agenda {
  public:
    void mark(MonthDay day) { marked_.set(index_of(day.month, day.day_of_month)); }
    // The day some months later, too; at the end of a month all the days that it may fall on.
    void mark_later(MonthDay day, int months) {
        constexpr std::int32_t in_every_month = 28;
        const std::int32_t month = (day.month - 1 + months) % 12 + 1;
        for (std::int32_t d = std::min(day.day_of_month, in_every_month); d <= day.day_of_month; ++d) mark({month, d});
    }
    bool is_marked(CivilDate date) const { return marked_[index_of(date.month, date.day_of_month)]; }

  private:
    static std::size_t index_of(std::int32_t month, std::int32_t day_of_month) {
        return static_cast<std::size_t>(32 * (month - 1) + day_of_month);
    }
    std::bitset<12 * 32> marked_;
};

}  // namespace staffsim::engine
