// Thresholds of leaving: when they are drawn, what they depend on, and what stays when a cause begins anew.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/processes/leaving_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

YearlyHazards of_all(float yearly = 0.1f) {
    YearlyHazards hazards;
    hazards.fill(yearly);
    return hazards;
}
void update(OneClerk& tiny, const YearlyHazards& yearly) {
    update_hazards(tiny.hazards, tiny.world, tiny.person, yearly);
}
// Hazards high enough for every cause to be possible, and the thresholds drawn.
void begin_all(OneClerk& tiny, float yearly = 0.1f) { update(tiny, of_all(yearly)); }
kernel::Spell spell_of(const OneClerk& tiny, std::size_t cause) {
    return tiny.county.leaving(tiny.person).spell(cause);
}
// Of the threshold, this evening.
std::int64_t left_of(const OneClerk& tiny, std::size_t cause) {
    return spell_of(tiny, cause).left(tiny.hazards[0].clock[cause].at_end_of(tiny.county.today()));
}
std::uint8_t causes(std::initializer_list<unsigned> list) {
    unsigned bits = 0;
    for (const unsigned cause : list) bits |= 1u << cause;
    return static_cast<std::uint8_t>(bits);
}

}  // namespace

TEST_CASE("thresholds of a new spell depend on person, cause and spell, and on nothing else") {
    OneClerk first, second;
    begin_all(first);
    second.county.begin_day(day(2027, 3, 17));  // another day, another clock, another hazard
    set_pressure({{2, 2, 2, 2, 2}}, second.world, UnitId{std::size_t{0}}, second.hazards[0], day(2027, 4, 1));
    begin_all(second, 0.3f);
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        CHECK(left_of(first, cause) == left_of(second, cause));
        for (std::size_t other = 0; other < cause; ++other) CHECK(left_of(first, cause) != left_of(first, other));
    }
    OneClerk stranger({.id = "Q"});
    begin_all(stranger);
    CHECK(left_of(stranger, 0) != left_of(first, 0));
}

TEST_CASE("a threshold is drawn when a cause becomes possible, and stays while the hazard comes and goes") {
    OneClerk tiny({.id = "P", .minimum_service_until = day(2026, 7, 1)});
    begin_all(tiny);
    const Leaving& leaving = tiny.county.leaving(tiny.person);
    CHECK(leaving.thresholds == causes({3, 4}));  // the lock forbids the first three
    const std::int64_t threshold = left_of(tiny, 3), rate = spell_of(tiny, 3).rate();
    tiny.county.begin_day(day(2026, 7, 1));
    update(tiny, of_all());
    CHECK(leaving.thresholds == causes({0, 1, 2, 3, 4}));
    YearlyHazards without_death = of_all();
    without_death[3] = 0;
    update(tiny, without_death);
    CHECK(leaving.has_threshold(3));
    CHECK(spell_of(tiny, 3).due(0) == kernel::never_due);
    tiny.county.begin_day(day(2030, 1, 1));
    begin_all(tiny);
    // The half year before is used up, the years without the hazard are not.
    CHECK(left_of(tiny, 3) == threshold - rate * 32768 * (day(2026, 7, 1) - day(2026, 1, 1)));
}

TEST_CASE("a cause that begins anew has a new threshold and stirs the person, the others keep theirs") {
    OneClerk tiny;
    begin_all(tiny);
    const std::int64_t rate = spell_of(tiny, 1).rate();
    const std::int64_t first = left_of(tiny, 1), other = left_of(tiny, 0);
    tiny.touched();
    tiny.stirred();
    begin_anew(tiny.world, tiny.person, HazardCause::moved_above);
    CHECK(tiny.stirred() == std::vector{tiny.person});
    CHECK(tiny.touched().empty());  // pay has nothing to do with it
    CHECK(spell_of(tiny, 1).due(0) == kernel::never_due);
    update(tiny, of_all());
    CHECK(left_of(tiny, 1) != first);
    CHECK(spell_of(tiny, 1).rate() == rate);
    CHECK(left_of(tiny, 0) == other);
    const std::int64_t second = left_of(tiny, 1);
    begin_anew(tiny.world, tiny.person, HazardCause::moved_above);
    update(tiny, of_all());
    CHECK(left_of(tiny, 1) != second);
    CHECK(left_of(tiny, 1) != first);
}
