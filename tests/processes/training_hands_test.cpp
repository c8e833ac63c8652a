// Training takes the hands that somebody has where they work.
#include <catch2/catch.hpp>
#include <vector>

#include "sim/processes/training/training.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Four people of a township of whom three are away: in the county organ, half at the front line, or new to the work.
struct Scattered : TinyWorld {
    Scattered() : TinyWorld({township("T01", 4), organ("O01", 2)}, {1, 1}, day(2026, 6, 1)) {
        for (const char* id : {"home", "guest", "front", "new"}) people.push_back(settle(0, {.id = id}));
        open();
        county.send_out(people[1], Assignment::exchange, UnitId{std::size_t{1}}, day(2027, 6, 1), 0);
        county.send_to_front_line(people[2], FrontLineKind::village, day(2027, 6, 1), 0.5);
        county.begin_settling_in(people[3], day(2026, 12, 1), 0.25);
    }
    double days(std::size_t unit) const { return county.units()[unit].training_days; }
    std::vector<PersonId> people;
};

// Ten days of lectures, a day of absence each.
TrainingRules ten_days() {
    TrainingRules rules = defaults(training_levers());
    rules.initial_days = rules.will.no_show = rules.decay = 0;
    rules.will.learning_effect = rules.will.must_learn = 0;
    rules.days = {0, 10, 0};
    rules.method.absence = {1, 1, 1, 1};
    return rules;
}

}  // namespace

TEST_CASE("training one by one takes the hands that people have where they work") {
    Scattered tiny;
    const TrainingRules rules = ten_days();
    for (const PersonId person : tiny.people) train(rules, tiny.world, person);
    CHECK(tiny.days(0) == Approx(10 * (1 + 0.5 + 0.75)));
    CHECK(tiny.days(1) == Approx(10));
}

TEST_CASE("training of people side by side takes the hands that they have where they work") {
    Scattered tiny;
    const TrainingRules rules = ten_days();
    const TrainingCourse course(rules, 1, tiny.world.year());
    REQUIRE(course.is_alike);
    std::vector<std::uint32_t> slots;
    for (const PersonId person : tiny.people) slots.push_back(person.value);
    train(RulesView<TrainingCourse>({&course, &course}, &course), tiny.world, slots, {});
    CHECK(tiny.days(0) == Approx(10 * (1 + 0.5 + 0.75)));
    CHECK(tiny.days(1) == Approx(10));
}
