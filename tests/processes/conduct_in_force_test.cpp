// Which of several sanctions still holds.
#include <catch2/catch.hpp>

#include "tests/processes/conduct_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("when a demerit has run out, a later warning that still holds withholds no steps") {
    Suspect tiny;
    impose_sanction(always(Sanction::demerit), tiny.world, tiny.person);  // until 10 March 2027
    tiny.county.begin_day(day(2027, 3, 1));
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);  // six months on top
    CHECK(tiny.county.sanction_in_force(tiny.person) == Sanction::demerit);
    CHECK(withholds_steps(tiny.county, tiny.person));
    tiny.county.begin_day(day(2027, 3, 10));
    REQUIRE(tiny.county.is_sanctioned(tiny.person));
    CHECK(tiny.county.sanction_in_force(tiny.person) == Sanction::warning);
    CHECK_FALSE(withholds_steps(tiny.county, tiny.person));
    tiny.county.begin_day(day(2027, 9, 10));
    CHECK(tiny.county.sanction_in_force(tiny.person) == Sanction::none);
}

TEST_CASE("a demerit that has run out does not make a later one graver") {
    Suspect tiny;
    impose_sanction(always(Sanction::major_demerit), tiny.world, tiny.person);  // until 10 September 2027
    tiny.county.begin_day(day(2027, 9, 1));
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);
    tiny.county.begin_day(day(2027, 9, 20));
    impose_sanction(always(Sanction::demerit), tiny.world, tiny.person);
    CHECK(tiny.county.sanction_in_force(tiny.person) == Sanction::demerit);
}

TEST_CASE("of two grave sanctions the graver counts") {
    Suspect tiny;
    impose_sanction(always(Sanction::major_demerit), tiny.world, tiny.person);
    tiny.county.begin_day(day(2026, 4, 1));
    impose_sanction(always(Sanction::demerit), tiny.world, tiny.person);
    CHECK(tiny.county.sanction_in_force(tiny.person) == Sanction::major_demerit);
}

TEST_CASE("a later sanction that ends sooner shortens no graver one") {
    Suspect tiny;
    tiny.county.sanction(tiny.person, Sanction::removal, day(2028, 3, 10));
    tiny.county.sanction(tiny.person, Sanction::demerit, day(2027, 3, 10));
    tiny.county.begin_day(day(2027, 10, 1));
    CHECK(tiny.county.sanction_in_force(tiny.person) == Sanction::removal);
}
