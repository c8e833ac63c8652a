// What a county does once a year, each on a day that its rules name. A day that rules move later within a year does not
// bring a second turn, and one that they move into the past is made up for on the day on which they change.
#pragma once

#include <array>

#include "sim/foundation/date.hpp"
#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim::engine {

enum class Turn : std::uint8_t {
    assessment,
    comparison,
    push,
    leadership,
    front_line,
    exchange,
    open_selection,
    announcement,  // of the first round of recruitment; those of further rounds follow
    exam = announcement + most_rounds,
    interview = exam + most_rounds,
    entry = interview + most_rounds,
    count = entry + most_rounds
};

constexpr Turn of_round(Turn first, std::size_t round) {
    return static_cast<Turn>(static_cast<std::size_t>(first) + round);
}

class Turns {
  public:
    using Days = std::array<MonthDay, static_cast<std::size_t>(Turn::count)>;

    // Turns before the first day of the run are over.
    void begin(const Days& days, Day start) {
        const std::int32_t year = year_of(start);
        for (std::size_t t = 0; t < days.size(); ++t) last_[t] = on(year, days[t]) < start ? year : year - 1;
        change(days, start);
    }
    // Rules have changed today. Begin comes first.
    void change(const Days& days, Day today) {
        days_ = days;
        changed_ = today;
    }
    bool have_changed(Day today) const { return changed_ == today; }
    // Whether it is taken today, and takes it. To be asked on the day of the turn and on days of changes, whether or
    // not there is anything to do.
    bool take(Turn turn, Day today, CivilDate date) {
        const auto t = static_cast<std::size_t>(turn);
        const MonthDay now{date.month, date.day_of_month};
        const bool has_come = days_[t] == now || (have_changed(today) && days_[t] < now);
        if (!has_come || last_[t] >= date.year) return false;
        last_[t] = date.year;
        return true;
    }

  private:
    Days days_{};
    std::array<std::int32_t, static_cast<std::size_t>(Turn::count)> last_{};  // calendar year
    Day changed_;
};

}  // namespace staffsim::engine
