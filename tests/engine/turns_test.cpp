// What a county does once a year, whatever rules do to its day.
#include "sim/engine/turns.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace staffsim;
using namespace staffsim::engine;

namespace {

Turns::Days days_with(Turn turn, MonthDay day, std::int32_t years_ahead = 0) {
    Turns::Days days;
    days[static_cast<std::size_t>(turn)] = {day, years_ahead};
    return days;
}

// Takes a turn on every day from the first until before the second; the days on which it was taken.
std::vector<CivilDate> lived(Turns& turns, Turn turn, Day from, Day until) {
    std::vector<CivilDate> taken;
    for (Day day = from; day < until; day = day + 1) {
        if (turns.take(turn, day, to_civil(day))) taken.push_back(to_civil(day));
    }
    return taken;
}

// The same of a run that begins on `start`; from `change` on under other days.
std::vector<CivilDate> lived(Turn turn, Day start, const Turns::Days& before, Day change, const Turns::Days& after,
                             Day until) {
    Turns turns;
    turns.begin(before, start);
    std::vector<CivilDate> taken = lived(turns, turn, start, change);
    turns.change(after, change);
    const std::vector<CivilDate> later = lived(turns, turn, change, until);
    taken.insert(taken.end(), later.begin(), later.end());
    return taken;
}

Day of(std::int32_t year, std::int32_t month, std::int32_t day) { return to_day({year, month, day}); }
using Dates = std::vector<CivilDate>;

}  // namespace

TEST_CASE("a day that is moved later brings no second turn, one that is moved into the past is made up for") {
    const auto early = days_with(Turn::rank_review, {6, 1}), late = days_with(Turn::rank_review, {7, 1});
    const Day start = of(2026, 1, 1), change = of(2027, 6, 15), end = of(2029, 1, 1);
    CHECK(lived(Turn::rank_review, start, early, change, late, end) == Dates{{2026, 6, 1}, {2027, 6, 1}, {2028, 7, 1}});
    CHECK(lived(Turn::rank_review, start, late, change, early, end) ==
          Dates{{2026, 7, 1}, {2027, 6, 15}, {2028, 6, 1}});
}

TEST_CASE("a day that a month does not have is its last one") {
    const auto days = days_with(Turn::second_rank_review, {2, 31});
    const Day start = of(2027, 1, 1);
    CHECK(lived(Turn::second_rank_review, start, days, start, days, of(2029, 1, 1)) ==
          Dates{{2027, 2, 28}, {2028, 2, 29}});
}

TEST_CASE("an announcement that moves across New Year is the next year's, and none is left out") {
    const auto spring = days_with(Turn::announcement, {2, 10}), autumn = days_with(Turn::announcement, {11, 15}, 1);
    const Day start = of(2026, 1, 1), end = of(2028, 3, 1);
    const auto moved = [&](Day day) { return lived(Turn::announcement, start, spring, day, autumn, end); };
    // Before this year's: its day under the new rules was last November.
    CHECK(moved(of(2026, 2, 1)) == Dates{{2026, 2, 1}, {2026, 11, 15}, {2027, 11, 15}});
    CHECK(moved(of(2026, 10, 1)) == Dates{{2026, 2, 10}, {2026, 11, 15}, {2027, 11, 15}});
    CHECK(moved(of(2026, 12, 1)) == Dates{{2026, 2, 10}, {2026, 12, 1}, {2027, 11, 15}});
    CHECK(lived(Turn::announcement, start, autumn, of(2026, 12, 1), spring, end) ==
          Dates{{2026, 1, 1}, {2026, 11, 15}, {2028, 2, 10}});
}

TEST_CASE("what recruits of an entry to come had behind them is made up for on the first day of a run") {
    Turns::Days days;
    const auto set = [&days](Turn turn, Turns::Yearly yearly) { days[static_cast<std::size_t>(turn)] = yearly; };
    set(Turn::announcement, {{11, 15}, 1});
    set(Turn::exam, {{1, 20}, 0});
    set(Turn::interview, {{5, 10}, 0});
    set(Turn::entry, {{9, 15}, 0});
    const auto taken = [&days](Turn turn, Day start) {
        Turns turns;
        turns.begin(days, start);
        return lived(turns, turn, start, start + 365);
    };
    CHECK(taken(Turn::announcement, of(2026, 1, 1)) == Dates{{2026, 1, 1}, {2026, 11, 15}});
    CHECK(taken(Turn::exam, of(2026, 1, 1)) == Dates{{2026, 1, 20}});
    CHECK(taken(Turn::exam, of(2026, 3, 1)) == Dates{{2026, 3, 1}, {2027, 1, 20}});
    CHECK(taken(Turn::entry, of(2026, 1, 1)) == Dates{{2026, 9, 15}});
    CHECK(taken(Turn::announcement, of(2026, 10, 1)) == Dates{{2026, 11, 15}});  // they have entered
}
