// The first day, entering and leaving, worked by hand: headcounts, seats and places after each.
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/foundation/diagnostics.hpp"
#include "tests/model/operations_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("a county starts with the staff, seats and empty places of its paper") {
    TinyCounty tiny({township("T01", 5, 1, 2, 1), organ("O01", 3, 1)});
    const PersonId boss = tiny.settle(0, {.id = "boss", .post = chief});
    tiny.settle(0, {.id = "other"});
    tiny.settle(1, {.id = "third", .post = organ_clerk});
    CHECK(tiny.county.units()[0].staff == 2);
    CHECK(tiny.county.empty_places(UnitId{std::size_t{0}}) == 3);
    CHECK(tiny.county.seats().size() == 5);
    CHECK(tiny.county.seat(tiny.seat(0, chief)).holder == boss);
    CHECK(tiny.county.post_of(boss).id == "chief");
    CHECK(tiny.county.hot(boss).tier == 3);
    tiny.county.open_initial_vacancies();
    CHECK(tiny.county.units()[0].empty_leadership == 2);
    CHECK(tiny.county.units()[1].empty_leadership == 1);
    CHECK(tiny.new_openings().size() == 4u + 3u + 2u);  // empty seats, then empty places of both units
}

TEST_CASE("entering takes a place and closes the oldest open one") {
    TinyCounty tiny({township("T01", 2)});
    tiny.open();
    const PersonId first = recruit(tiny, 0, "first");
    CHECK(tiny.county.hot(first).in_service);
    CHECK(tiny.county.units()[0].staff == 1);
    CHECK(tiny.county.units()[0].present == 1.0);
    CHECK(tiny.county.units()[0].place_openings.size() == 1);
    CHECK(tiny.flow(Flow::entered_open_exam) == 1);
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    CHECK(tiny.flow(Flow::chain_links) == 1);
    check_gates(tiny.county);
}

TEST_CASE("entering a full unit is a defect") {
    TinyCounty tiny({township("T01", 1)});
    tiny.open();
    recruit(tiny, 0, "first");
    CHECK_THROWS_AS(recruit(tiny, 0, "second"), InvariantError);
}

TEST_CASE("leaving opens the seat of the titled and the place of the others") {
    Ladder4 tiny;
    tiny.county.leave(tiny.deputy_person, ExitCause::retirement);
    CHECK(openings(tiny) == "seat ");
    CHECK(tiny.county.units()[0].empty_leadership == 1);
    CHECK_FALSE(tiny.county.seat(tiny.seat(0, deputy)).holder.exists());
    tiny.county.leave(tiny.head_person, ExitCause::death);
    CHECK(openings(tiny) == "seat ");
    CHECK(tiny.county.units()[0].empty_leadership == 1);  // office heads are no leadership
    tiny.county.leave(tiny.clerk_person, ExitCause::resignation);
    CHECK(openings(tiny) == "place ");
    CHECK(tiny.county.units()[0].staff == 1);
    CHECK(tiny.flow(Flow::exit_retirement) == 1);
    CHECK(tiny.flow(Flow::exit_death) == 1);
    CHECK(tiny.flow(Flow::exit_resignation) == 1);
    check_gates(tiny.county);
}

TEST_CASE("who has left cannot leave again") {
    Ladder4 tiny;
    tiny.county.leave(tiny.clerk_person, ExitCause::death);
    CHECK_THROWS_AS(tiny.county.leave(tiny.clerk_person, ExitCause::death), InvariantError);
}

TEST_CASE("nobody resigns, moves or transfers inside the minimum service, and on its last day all may") {
    TinyCounty tiny({township("T01", 3), organ("O01", 1)});
    const PersonId locked = tiny.settle(0, {.id = "locked", .minimum_service_until = day(2027, 9, 15)});
    tiny.open();
    County& county = tiny.county;
    county.begin_day(day(2027, 9, 14));
    CHECK_THROWS_AS(county.transfer(locked, UnitId{std::size_t{1}}), InvariantError);
    CHECK_THROWS_AS(county.leave(locked, ExitCause::resignation), InvariantError);
    CHECK_THROWS_AS(county.leave(locked, ExitCause::moved_above), InvariantError);
    county.begin_day(day(2027, 9, 15));
    CHECK_NOTHROW(county.transfer(locked, UnitId{std::size_t{1}}));
    CHECK_NOTHROW(county.leave(locked, ExitCause::resignation));
}

TEST_CASE("death, illness, retirement and dismissal do not wait for the minimum service") {
    TinyCounty tiny({township("T01", 4)});
    for (const ExitCause cause :
         {ExitCause::death, ExitCause::retirement, ExitCause::dismissal, ExitCause::failed_probation}) {
        const PersonId locked =
            tiny.settle(0, {.id = std::string(term(cause).name), .minimum_service_until = day(2040, 1, 1)});
        CHECK_NOTHROW(tiny.county.leave(locked, cause));
    }
}

TEST_CASE("more staff than places is counted, absorbed by exits and opens nothing") {
    TinyCounty tiny({township("T01", 2)});
    const PersonId a = tiny.settle(0, {.id = "a"}), b = tiny.settle(0, {.id = "b"}), c = tiny.settle(0, {.id = "c"});
    tiny.open();
    County& county = tiny.county;
    CHECK(county.units()[0].supernumerary == 1);
    CHECK(county.empty_places(UnitId{std::size_t{0}}) == 0);
    check_gates(county);
    county.leave(a, ExitCause::death);
    CHECK(county.units()[0].supernumerary == 0);
    CHECK(openings(tiny).empty());
    county.leave(b, ExitCause::death);
    CHECK(openings(tiny) == "place ");
    county.leave(c, ExitCause::death);
    CHECK(openings(tiny) == "place ");
    check_gates(county);
}

TEST_CASE("a slot used again holds a new person with nothing of the old one") {
    TinyCounty tiny({township("T01", 1)});
    const PersonId old = tiny.settle(0, {.id = "old"});
    tiny.open();
    County& county = tiny.county;
    county.record_result(old, Result::excellent, 1.5f, 1.0f);
    county.set_barred(old, true);
    county.sanction(old, Sanction::demerit, day(2030, 1, 1));
    Leaving& leaving = county.leaving(old);
    leaving.thresholds = 0b11111;
    for (std::size_t i = 0; i < hazard_cause_count; ++i) {
        leaving.keep(i, kernel::Spell::begin(1));
        leaving.change_hazard(i, 0.5f, 0);
    }
    county.leaving_factors(old).sanction = {1, 2};
    for (std::size_t i = 0; i < hazard_cause_count; ++i) county.count_spell(old, static_cast<HazardCause>(i));
    const std::uint32_t generation = county.hot(old).generation;
    county.leave(old, ExitCause::dismissal);
    const PersonId fresh = recruit(tiny, 0, "fresh");
    CHECK(fresh == old);
    CHECK(county.hot(fresh).generation > generation + 1);
    CHECK(county.cold(fresh).key == entity_key("fresh"));
    CHECK_FALSE(county.hot(fresh).barred_from_promotion);
    CHECK_FALSE(county.is_sanctioned(fresh));
    CHECK(county.record(fresh).results[2] == Result::none);
    CHECK(county.record(fresh).years_since_excellent == 255);
    CHECK(county.cold(fresh).sanction == Sanction::none);
    CHECK(county.keys()[fresh.value] == entity_key("fresh"));
    CHECK(county.record(fresh).all_years == 0);
    CHECK(county.record(fresh).all_scores == 0);
    CHECK(county.leaving(fresh).thresholds == 0);
    CHECK(county.cold(fresh).spell_number == std::array<std::uint16_t, 5>{});
    for (std::size_t i = 0; i < hazard_cause_count; ++i) CHECK(county.leaving(fresh).spell(i) == kernel::Spell{});
    CHECK(county.leaving_factors(fresh).sanction.log == 0);
    CHECK(county.leaving_factors(fresh).sanction.factor == 1);
}

TEST_CASE("of who leaves it is counted whether in the first year, in mid-career or soon after the minimum service") {
    struct Case {
        Someone who;
        ExitCause cause;
        std::int64_t first_year, mid_career, after_service, resigned_after_service;
    };
    // Today is 2026-01-01. Unless told otherwise aged 35, in service since 2013, the minimum service long over.
    const std::vector<Case> cases{
        {{.id = "P", .entry = day(2025, 1, 1)}, ExitCause::death, 1, 0, 0, 0},  // a year to the day: probation ends
        {{.id = "P", .entry = day(2024, 12, 31)}, ExitCause::death, 0, 0, 0, 0},
        {{.id = "P"}, ExitCause::resignation, 0, 1, 0, 0},
        {{.id = "P"}, ExitCause::moved_above, 0, 1, 0, 0},
        {{.id = "P"}, ExitCause::death, 0, 0, 0, 0},
        {{.id = "P"}, ExitCause::dismissal, 0, 0, 0, 0},
        {{.id = "P", .birth = day(1992, 1, 1)}, ExitCause::resignation, 0, 0, 0, 0},
        {{.id = "P", .birth = day(1975, 7, 1)}, ExitCause::resignation, 0, 0, 0, 0},
        {{.id = "P", .birth = day(1992, 1, 1), .minimum_service_until = day(2024, 1, 3)},
         ExitCause::resignation,
         0,
         0,
         1,
         1},
        {{.id = "P", .birth = day(1992, 1, 1), .minimum_service_until = day(2024, 1, 3)},
         ExitCause::moved_above,
         0,
         0,
         1,
         0},
        {{.id = "P", .birth = day(1992, 1, 1), .minimum_service_until = day(2024, 1, 3)}, ExitCause::death, 0, 0, 0, 0},
        {{.id = "P", .birth = day(1992, 1, 1), .minimum_service_until = day(2024, 1, 2)},
         ExitCause::resignation,
         0,
         0,
         0,
         0},
        // Who was never bound.
        {{.id = "P", .birth = day(1992, 1, 1), .entry = day(2024, 6, 1), .minimum_service_until = day(2024, 6, 1)},
         ExitCause::resignation,
         0,
         0,
         0,
         0},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        INFO("case " << i);
        TinyCounty tiny({township("T01", 1)});
        const PersonId person = tiny.settle(0, cases[i].who);
        tiny.open();
        tiny.county.leave(person, cases[i].cause);
        CHECK(tiny.flow(Flow::left_first_year) == cases[i].first_year);
        CHECK(tiny.flow(Flow::left_mid_career) == cases[i].mid_career);
        CHECK(tiny.flow(Flow::left_after_minimum_service) == cases[i].after_service);
        CHECK(tiny.flow(Flow::resigned_after_minimum_service) == cases[i].resigned_after_service);
    }
}
