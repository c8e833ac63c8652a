#include <catch2/catch.hpp>

#include "sim/engine/agenda.hpp"

using namespace staffsim;
using namespace staffsim::engine;

TEST_CASE("only days that were marked are on the agenda, every year") {
    Agenda agenda;
    agenda.mark({3, 1});
    agenda.mark({12, 31});
    for (Day day = to_day({2026, 1, 1}); day < to_day({2030, 1, 1}); day = day + 1) {
        const CivilDate date = to_civil(day);
        const bool meant = (date.month == 3 && date.day_of_month == 1) || (date.month == 12 && date.day_of_month == 31);
        REQUIRE(agenda.is_marked(date) == meant);
    }
}

TEST_CASE("half a year after a day is on the agenda, also where the month is shorter and whatever the year") {
    for (const MonthDay day : {MonthDay{1, 15}, MonthDay{8, 31}, MonthDay{8, 29}, MonthDay{12, 31}, MonthDay{6, 30}}) {
        Agenda agenda;
        agenda.mark_later(day, 6);
        for (std::int32_t year = 2026; year < 2036; ++year) {
            CHECK(agenda.is_marked(to_civil(add_months(on(year, day), 6))));
            CHECK(agenda.is_marked(to_civil(add_months(on(year, day), -6))));
        }
    }
}
