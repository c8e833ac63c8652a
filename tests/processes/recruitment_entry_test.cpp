// From being chosen to the end of probation.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>

#include "tests/processes/recruitment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("entrants enter on probation and inside the minimum service of townships") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    tiny.open();
    const PersonId there = admit(recruitment_rules(), tiny.world, {first_unit, Channel::open_exam, entity_key("a"), 0});
    const PersonId here =
        admit(recruitment_rules(), tiny.world, {UnitId{std::size_t{1}}, Channel::open_exam, entity_key("b"), 0});
    CHECK(tiny.county.hot(there).on_probation);
    CHECK(tiny.county.hot(there).minimum_service_until == day(2026, 1, 1) + 1826);
    CHECK_FALSE(tiny.county.is_locked(here));
    const auto requests = tiny.asked();
    REQUIRE(requests.size() == 5);
    CHECK(requests[0].kind == EventKind::probation_end);
    CHECK(requests[0].day == day(2027, 1, 1));
    CHECK(requests[1].kind == EventKind::minimum_service_end);
    CHECK(requests[2].kind == EventKind::first_year_end);
    CHECK(requests[2].day == day(2027, 1, 2));  // probation may be failed on the anniversary
    CHECK(tiny.county.age(there) == Approx(25).margin(3.01));
}

TEST_CASE("entering fills the promise, and the list is empty afterwards") {
    TinyWorld tiny({township("T01", 2)});
    tiny.open();
    Intake intake;
    intake.chosen = announce(tiny, sure());
    const RecruitmentRules rule = sure();
    admit_entrants(everywhere(rule, tiny.county), tiny.world, intake);
    CHECK(intake.chosen.empty());
    CHECK(tiny.county.unit(first_unit).staff == 2);
    CHECK(tiny.county.unit(first_unit).approved_entrants == 0);
    CHECK(tiny.flow(Flow::seats_filled) == 2);
    for (const PersonId person : tiny.county.unit(first_unit).members)
        tiny.county.set_retirement(person, day(2100, 1, 1));
    check_gates(tiny.county);
}

TEST_CASE("of those chosen some find something else before the day of entry") {
    TinyWorld tiny({township("T01", 1000)});
    tiny.open();
    RecruitmentRules rule = sure();
    rule.withdrawal = 0.05;
    Intake intake;
    intake.chosen = announce(tiny, rule);
    for (Entrant& entrant : intake.chosen) entrant.interview = tiny.county.today() - 122;  // four months
    admit_entrants(everywhere(rule, tiny.county), tiny.world, intake);
    const double stays = std::pow(0.95, 122 * 12 / 365.25);
    CHECK(static_cast<double>(tiny.flow(Flow::seats_filled)) / 1000 ==
          Approx(stays).margin(4 * std::sqrt(stays * (1 - stays) / 1000)));
    CHECK(tiny.flow(Flow::withdrawals) == 1000 - tiny.flow(Flow::seats_filled));
    CHECK(tiny.county.unit(first_unit).approved_entrants == 0);
}

TEST_CASE("a recruited member of the institution staff leaves a gap until it is refilled") {
    UnitPlan unit = township("T01", 2);
    unit.institution_staff = 1;
    TinyWorld tiny({unit});
    tiny.open();
    const Entrant entrant{first_unit, Channel::institution_staff, entity_key("a"), 0};
    admit(recruitment_rules(), tiny.world, entrant);
    CHECK(tiny.county.unit(first_unit).institution_staff == 0);
    CHECK(tiny.county.unit(first_unit).institution_missing == 1);
    bool asked = false;
    for (const Request& request : tiny.asked())
        asked |= request.kind == EventKind::institution_refill && request.day == day(2027, 1, 1);
    CHECK(asked);
    tiny.county.refill_institution_hand(first_unit);
    CHECK(tiny.county.unit(first_unit).institution_staff == 1);
    CHECK(tiny.county.unit(first_unit).institution_missing == 0);
}

TEST_CASE("probation ends in passing, failing or giving up, and the place opens again") {
    RecruitmentRules rule = recruitment_rules();
    rule.quits_on_probation = 1;
    TinyWorld tiny({township("T01", 1)});
    tiny.open();
    const PersonId person = admit(rule, tiny.world, {first_unit, Channel::open_exam, entity_key("a"), 0});
    const auto requests = tiny.asked();
    const Day last = requests[0].day;
    CHECK(requests[0].kind == EventKind::probation_end);
    CHECK(last > day(2026, 1, 1));
    CHECK(last < day(2027, 1, 1));
    tiny.county.begin_day(last);
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::quit);
    tiny.county.begin_day(last + 1);  // whoever stayed on that day has not given up, and is on probation to the end
    rule.failed_probation = 0;
    tiny.asked();
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::not_today);
    const Day full = tiny.county.cold(person).entry + rule.probation_days;
    const auto asked_again = tiny.asked();
    REQUIRE(asked_again.size() == 1);
    CHECK(asked_again[0].kind == EventKind::probation_end);
    CHECK(asked_again[0].day == full);
    tiny.county.begin_day(full);
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::passed);
    rule.quits_on_probation = 0;
    rule.failed_probation = 1;
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::failed);
    rule.failed_probation = 0;
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::passed);
    tiny.county.leave(person, ExitCause::failed_probation);
    CHECK(tiny.county.empty_places(first_unit) == 1);
    CHECK(tiny.flow(Flow::left_first_year) == 1);
}
