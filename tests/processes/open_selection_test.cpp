// Township staff chosen by county organs: who may go, and from which places they are kept.
#include <catch2/catch.hpp>
#include <cstddef>

#include "tests/processes/recruitment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// A county organ with one empty place, and one township clerk with everything open selection asks for.
struct Selection : TinyWorld {
    explicit Selection(Someone who = {.id = "P"}) : TinyWorld({township("T01", 3), organ("O01", 1)}) {
        person = settle(0, who);
        open();
    }
    bool moves(RecruitmentRules rule = recruitment_rules()) {
        rule.open_selection_share = 1;
        Intake intake;
        hold_open_selection(everywhere(rule, county), world, intake);
        return county.hot(person).unit == 1;
    }
    PersonId person;
};

}  // namespace

TEST_CASE("open selection takes township staff to empty places of county organs") {
    Selection tiny;
    CHECK(tiny.moves());
    CHECK(tiny.flow(Flow::moved_to_county_organ) == 1);
    RecruitmentRules none = recruitment_rules();
    Selection other;
    none.open_selection_share = 0;
    Intake intake;
    hold_open_selection(everywhere(none, other.county), other.world, intake);
    CHECK(other.county.hot(other.person).unit == 0);
}

TEST_CASE("each condition of open selection holds at its edge") {
    CHECK_FALSE(Selection({.id = "P", .minimum_service_until = day(2026, 1, 2)}).moves());
    CHECK(Selection({.id = "P", .minimum_service_until = day(2026, 1, 1)}).moves());
    CHECK_FALSE(Selection({.id = "P", .on_probation = true}).moves());
    CHECK(Selection({.id = "P", .birth = day(1987, 1, 1)}).moves());
    CHECK_FALSE(Selection({.id = "P", .birth = day(1986, 12, 31)}).moves());
    CHECK(Selection({.id = "P", .entry = day(2023, 12, 31)}).moves());
    CHECK_FALSE(Selection({.id = "P", .entry = day(2024, 1, 5)}).moves());
    Selection sanctioned;
    sanctioned.county.sanction(sanctioned.person, Sanction::warning, day(2026, 1, 2));
    CHECK_FALSE(sanctioned.moves());
    Selection promised;
    promised.county.set_approved_entrants(UnitId{std::size_t{1}}, 1);
    CHECK_FALSE(promised.moves());
}
