// Which empty places are advertised, when they are promised, and recruitment without a calendar.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/processes/recruitment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("every empty place that is not promised is advertised when all are approved") {
    TinyWorld tiny({township("T01", 5)});
    tiny.settle(0, {.id = "a"});
    tiny.open();
    tiny.county.set_approved_entrants(first_unit, 1);
    CHECK(announce(tiny, sure()).size() == 3);
    CHECK(tiny.flow(Flow::seats_advertised) == 3);
    CHECK(tiny.county.tally().one_off_fen[0][0] == 3 * 300000);
    CHECK(tiny.county.unit(first_unit).approved_entrants == 4);
    CHECK(announce(tiny, sure()).empty());  // all are promised by now
}

TEST_CASE("with an approved share of 0 nothing is advertised, and in between that share of the places") {
    TinyWorld tiny({township("T01", 2000)});
    RecruitmentRules rule = sure();
    rule.approved_share = 0;
    CHECK(announce(tiny, rule).empty());
    rule.approved_share = 0.8;
    const double share = static_cast<double>(announce(tiny, rule).size()) / 2000;
    CHECK(std::abs(share - 0.8) < 4 * std::sqrt(0.16 / 2000));  // four standard errors
}

TEST_CASE("a full or over-staffed unit advertises nothing") {
    TinyWorld tiny({township("T01", 1)});
    for (const char* id : {"a", "b"}) tiny.settle(0, {.id = id});
    CHECK(announce(tiny, sure()).empty());
}

TEST_CASE("a place is promised from the announcement to the interview, and free again when nobody is found") {
    TinyWorld tiny({township("T01", 4)});
    RecruitmentRules rule = sure();
    rule.fixed_fill_probability = 0;
    const PerformanceRules fit = fit_rules();
    Intake intake;
    announce_seats(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake, {2026, 0});
    CHECK(tiny.county.unit(first_unit).approved_entrants == 4);
    hold_exams(everywhere(rule, tiny.county), tiny.world, intake);
    CHECK(intake.announced.empty());
    CHECK(intake.examined.size() == 4);
    CHECK(tiny.county.unit(first_unit).approved_entrants == 4);
    hold_interviews(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake);
    CHECK(intake.chosen.empty());
    CHECK(tiny.county.unit(first_unit).approved_entrants == 0);
    CHECK(tiny.flow(Flow::seats_unfilled) == 4);
}

TEST_CASE("a fixed number enters each unit as far as there are places, in this mode alone") {
    RecruitmentRules rule = recruitment_rules();
    rule.entrants_per_year = 3;
    const auto entered = [&rule](int places) {
        TinyWorld tiny({township("T01", places)});
        tiny.open();
        admit_fixed_number(everywhere(rule, tiny.county), tiny.world);
        return tiny.county.unit(first_unit).staff;
    };
    CHECK(entered(10) == 0);
    rule.mode = RecruitmentMode::fixed_number;
    CHECK(entered(10) == 3);
    CHECK(entered(2) == 2);
    rule.entrants_per_year = 0;
    CHECK(entered(10) == 0);
}

TEST_CASE("continuous arrivals stop when no place is empty") {
    TinyWorld tiny({township("T01", 1)});
    tiny.open();
    Intake intake;
    continuous_arrival(recruitment_rules(), tiny.world, intake, first_unit);
    continuous_arrival(recruitment_rules(), tiny.world, intake, first_unit);
    CHECK(tiny.county.unit(first_unit).staff == 1);
    CHECK(tiny.flow(Flow::seats_filled) == 1);
}
