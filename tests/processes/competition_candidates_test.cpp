// Who may be chosen: each condition of a post, to the day.
#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "tests/processes/competition_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

std::size_t candidates(const TinyCounty& tiny, SeatId seat, const LadderRules& rule = middle(),
                       Area area = Area::unit) {
    return eligible_candidates(rule, tiny.county, seat, area).size();
}

}  // namespace

TEST_CASE("years in tier are enough on the day they are completed") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .tier_since = day(2024, 1, 2)});
    CHECK(candidates(tiny, tiny.seat(0, head)) == 0);  // 730 days; two mean years are 730.485
    tiny.county.begin_day(day(2026, 1, 3));
    CHECK(candidates(tiny, tiny.seat(0, head)) == 1);
    LadderRules none = middle();
    none.min_years_in_tier = 0;
    tiny.county.begin_day(day(2024, 1, 2));
    CHECK(candidates(tiny, tiny.seat(0, head), none) == 1);
}

TEST_CASE("the age cap holds to the day") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .birth = day(1966, 1, 2)});
    LadderRules cap = middle();
    cap.max_age = 60;
    tiny.county.begin_day(day(2027, 1, 2));  // of 60 completed years until the evening of the next birthday
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 1);
    tiny.county.begin_day(day(2027, 1, 3));
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 0);
}

TEST_CASE("an age cap holds for people of textbooks, too, when nothing else is asked") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .birth = day(1850, 1, 1)});  // 176 years
    LadderRules cap = middle();
    cap.min_years_in_tier = 0;
    cap.max_age = 160;
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 0);
    cap.max_age = 200;
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 1);
}

TEST_CASE("township years are counted where they are asked for") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .entry = day(2020, 12, 31)});
    LadderRules five = middle();
    five.min_township_years = 5;
    CHECK(candidates(tiny, tiny.seat(0, head), five) == 1);
    five.min_township_years = 5.01;
    CHECK(candidates(tiny, tiny.seat(0, head), five) == 0);
}

TEST_CASE("probation, a bar and a sanction in force each exclude") {
    TinyWorld tiny({township("T01", 4, 1)});
    tiny.settle(0, {.id = "probation", .on_probation = true});
    const PersonId barred = tiny.settle(0, {.id = "barred"});
    const PersonId sanctioned = tiny.settle(0, {.id = "sanctioned"});
    tiny.county.set_barred(barred, true);
    tiny.county.sanction(sanctioned, Sanction::warning, day(2026, 1, 2));
    CHECK(candidates(tiny, tiny.seat(0, head)) == 0);
    tiny.county.begin_day(day(2026, 1, 2));
    CHECK(candidates(tiny, tiny.seat(0, head)) == 1);
    tiny.county.set_barred(barred, false);
    CHECK(candidates(tiny, tiny.seat(0, head)) == 2);
}

TEST_CASE("only feeder posts give candidates, from the area alone") {
    TinyWorld tiny({township("T01", 5, 1, 1), township("T02", 5, 1, 1), organ("O01", 5, 1)});
    tiny.settle(0, {.id = "clerk1"});
    tiny.settle(0, {.id = "head1", .post = head});
    tiny.settle(1, {.id = "head2", .post = head});
    tiny.settle(2, {.id = "clerk3", .post = organ_clerk});
    const SeatId seat = tiny.seat(0, deputy);
    CHECK(candidates(tiny, seat, middle(), Area::unit) == 1);
    CHECK(candidates(tiny, seat, middle(), Area::same_kind) == 2);
    CHECK(candidates(tiny, seat, middle(), Area::county) == 2);  // organ clerks feed no township post
    CHECK(candidates(tiny, tiny.seat(2, organ_deputy), middle(), Area::county) == 3);
}

TEST_CASE("from outside come only those past their minimum service, and only into an empty place") {
    TinyWorld tiny({township("T01", 2, 0, 1), township("T02", 2, 2)});
    tiny.settle(0, {.id = "clerk1"});
    tiny.settle(1, {.id = "free", .post = head, .minimum_service_until = day(2026, 1, 1)});
    tiny.settle(1, {.id = "locked", .post = head, .minimum_service_until = day(2026, 1, 2)});
    const SeatId seat = tiny.seat(0, deputy);
    CHECK(candidates(tiny, seat, middle(), Area::same_kind) == 1);
    tiny.county.set_approved_entrants(UnitId{std::size_t{0}}, 1);  // the empty place is promised to a recruit
    CHECK(candidates(tiny, seat, middle(), Area::same_kind) == 0);
}

TEST_CASE("nobody on trial or in the second line is a candidate") {
    LadderRules rules = defaults(competition_levers()).ladder[static_cast<std::size_t>(Ladder::chief)];
    rules.min_years_in_tier = 0;
    rules.max_age = 200;
    TinyCounty tiny({township("T01", 4, 0, 3, 1)});
    const PersonId free = tiny.settle(0, {.id = "free", .post = deputy});
    const PersonId old = tiny.settle(0, {.id = "old", .post = deputy});
    const PersonId young = tiny.settle(0, {.id = "young"});
    tiny.open();
    tiny.county.step_down(old, 0.5);
    tiny.county.appoint(young, tiny.free_seat(0, deputy), {tiny.county.today() + 365, false});
    CHECK(eligible_candidates(rules, tiny.county, tiny.seat(0, chief), Area::unit) == std::vector{free});
    tiny.county.pass_trial(young);
    CHECK(eligible_candidates(rules, tiny.county, tiny.seat(0, chief), Area::unit).size() == 2);
}

TEST_CASE("years at a tier go by the calendar, in whole months, whatever leap years lie between") {
    for (int year = 2020; year < 2030; ++year) {
        CHECK(since_at_latest(day(year + 2, 3, 1), 2) == day(year, 3, 1));
        CHECK(since_at_latest(day(year + 3, 9, 15), 3) == day(year, 9, 15));
    }
    CHECK(since_at_latest(day(2026, 7, 1), 0.5) == day(2026, 1, 1));
    CHECK(since_at_latest(day(2026, 7, 1), 0.51) == day(2025, 12, 1));  // seven months
    CHECK(since_at_latest(day(2026, 7, 1), 0) == day(2026, 7, 1));
    CHECK(since_at_latest(day(2025, 2, 28), 1) == day(2024, 2, 29));  // whose year ends on the last of February
}
