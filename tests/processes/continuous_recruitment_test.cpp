// Recruitment without a calendar: what is decided on a place, once a year, and when somebody comes.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/processes/recruitment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

constexpr UnitId organ_unit{std::size_t{1}};

RecruitmentRules each_by_itself() {
    RecruitmentRules rule = sure();
    rule.mode = RecruitmentMode::continuous;
    rule.lead_days = 100;
    rule.open_selection_share = 0;
    return rule;
}

// A township and an organ with so many empty places.
struct Places : TinyWorld {
    explicit Places(int township_places, int organ_places = 1)
        : TinyWorld({township("T01", township_places), organ("O01", organ_places)}) {
        open();
    }
    // How many were decided on.
    int decide_all(const RecruitmentRules& rule, UnitId unit) {
        int decided = 0;
        while (decide_on_place(rule, world, intake, unit)) ++decided;
        return decided;
    }
    Intake intake;
};

}  // namespace

TEST_CASE("each empty place is decided on once, and a recruit called for each that is approved") {
    Places tiny(3);
    CHECK(tiny.decide_all(each_by_itself(), first_unit) == 3);
    const auto asked = tiny.asked();
    REQUIRE(asked.size() == 3);
    CHECK(asked[0].kind == EventKind::recruit_arrival);
    CHECK(asked[0].day == day(2026, 1, 1) + 100);
    CHECK_FALSE(decide_on_place(each_by_itself(), tiny.world, tiny.intake, first_unit));
    continuous_arrival(each_by_itself(), tiny.world, tiny.intake, first_unit);
    CHECK(tiny.county.unit(first_unit).staff == 1);
    CHECK_FALSE(decide_on_place(each_by_itself(), tiny.world, tiny.intake, first_unit));
}

TEST_CASE("what a year's plan refuses is decided on again with the next, not before") {
    Places tiny(2000);
    RecruitmentRules rule = each_by_itself();
    rule.approved_share = 0.6;
    tiny.decide_all(rule, first_unit);
    const auto called = static_cast<double>(tiny.asked().size());
    CHECK(std::abs(called / 2000 - 0.6) < 4 * std::sqrt(0.24 / 2000));  // four standard errors
    decide_anew(everywhere(rule, tiny.county), tiny.world, tiny.intake);
    CHECK(tiny.asked().empty());
    tiny.county.begin_day(day(2027, 1, 1));
    decide_anew(everywhere(rule, tiny.county), tiny.world, tiny.intake);
    const auto refused = 2000 - called;
    const auto called_later = static_cast<double>(tiny.asked().size());
    CHECK(std::abs(called_later / refused - 0.6) < 4 * std::sqrt(0.24 / refused));
    CHECK_FALSE(decide_on_place(rule, tiny.world, tiny.intake, first_unit));
}

TEST_CASE("nobody arrives for a place that is kept back for open selection or refused") {
    for (const bool kept : {true, false}) {
        Places tiny(1, 1);
        RecruitmentRules rule = each_by_itself();
        (kept ? rule.open_selection_share : rule.approved_share) = kept ? 1 : 0;
        CHECK(tiny.decide_all(rule, organ_unit) == 1);
        CHECK(tiny.asked().empty());
        continuous_arrival(rule, tiny.world, tiny.intake, organ_unit);
        CHECK(tiny.county.unit(organ_unit).staff == 0);
    }
}

TEST_CASE("what open selection leaves empty is recruited for") {
    Places tiny(1, 2);
    RecruitmentRules rule = each_by_itself();
    rule.open_selection_share = 1;
    CHECK(tiny.decide_all(rule, organ_unit) == 2);
    hold_open_selection(everywhere(rule, tiny.county), tiny.world, tiny.intake);  // nobody is there to choose
    CHECK(tiny.asked().size() == 2);
    CHECK(tiny.intake.places_of(organ_unit).kept_back == 0);
}

TEST_CASE("open selection leaves alone the places for which recruits are on their way") {
    TinyWorld tiny({township("T01", 3), organ("O01", 1)});
    const PersonId person = tiny.settle(0, {.id = "P"});
    tiny.open();
    Intake intake;
    RecruitmentRules rule = each_by_itself();
    CHECK(decide_on_place(rule, tiny.world, intake, organ_unit));
    rule.open_selection_share = 1;
    hold_open_selection(everywhere(rule, tiny.county), tiny.world, intake);
    CHECK(tiny.county.hot(person).unit == 0);
}
