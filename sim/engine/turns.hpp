// What a county does once a year, each on a day that its rules name. A day that rules move later within a year does not
// bring a second turn, and one that they move into the past is made up for on the day on which they change. The steps
// of a round of recruitment belong to the year in which its recruits enter: an announcement in November for an entry in
// September is the next year's.
#pragma once

#include <algorithm>
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
    rank_review,
    second_rank_review,  // of the same year
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
    // Of each calendar year; where a month has no such day, its last one. The turn is that of a year to come.
    struct Yearly {
        MonthDay day;
        std::int32_t years_ahead = 0;
    };
    using Days = std::array<Yearly, static_cast<std::size_t>(Turn::count)>;

    // Turns before the first day of the run are over. But nobody is on the way on that day: what recruits of an entry
    // to come had behind them by then is made up for.
    void begin(const Days& days, Day start) {
        change(days, start);
        const CivilDate eve = to_civil(start - 1);
        for (std::size_t t = 0; t < days.size(); ++t) last_[t] = latest(days[t], eve);
        for (std::size_t round = 0; round < most_rounds; ++round) {
            for (const Turn step : {Turn::announcement, Turn::exam, Turn::interview}) {
                std::int32_t& last = last_[at(of_round(step, round))];
                last = std::min(last, last_[at(of_round(Turn::entry, round))]);
            }
        }
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
        const Yearly& yearly = days_[at(turn)];
        if (!falls_on(yearly.day, date) && !have_changed(today)) return false;
        const std::int32_t year = latest(yearly, date);
        if (last_[at(turn)] >= year) return false;
        last_[at(turn)] = year;
        return true;
    }
    // Of the turn that was taken last.
    std::int32_t year_of_last(Turn turn) const { return last_[at(turn)]; }

  private:
    static constexpr std::size_t at(Turn turn) { return static_cast<std::size_t>(turn); }
    static bool falls_on(MonthDay day, CivilDate date) {
        constexpr std::int32_t in_every_month = 28;
        if (day.month != date.month) return false;
        if (day.day_of_month == date.day_of_month) return true;
        const bool may_be_last = date.day_of_month >= in_every_month && day.day_of_month > date.day_of_month;
        return may_be_last && to_civil(to_day(date) + 1).month != date.month;
    }
    // Year of the latest turn whose day has come.
    static std::int32_t latest(const Yearly& yearly, CivilDate date) {
        const bool has_come = yearly.day < MonthDay{date.month, date.day_of_month} || falls_on(yearly.day, date);
        return date.year - (has_come ? 0 : 1) + yearly.years_ahead;
    }

    Days days_{};
    std::array<std::int32_t, static_cast<std::size_t>(Turn::count)> last_{};  // year of the turn
    Day changed_;
};

}  // namespace staffsim::engine
