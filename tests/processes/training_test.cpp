#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/training/training.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Everybody turns up, nothing fades, the mix is that of today.
TrainingRules plain() {
    TrainingRules rules = defaults(training_levers());
    rules.initial_days = rules.will.no_show = rules.decay = 0;
    return rules;
}

struct Class : TinyWorld {
    explicit Class(int people = 1, std::uint32_t replication = 1)
        : TinyWorld({township("T01", people + 2, 0, 1)}, {1, replication}, day(2026, 6, 15)) {
        for (int i = 0; i < people; ++i) students.push_back(settle(0, {.id = "S" + std::to_string(i)}));
        open();
    }
    double law(std::size_t i = 0) const { return static_cast<double>(county.traits(students[i]).skill(1)); }
    std::vector<PersonId> students;
};

double gain_of_days(double days) {
    Class tiny;
    TrainingRules rules = plain();
    rules.days = {0, days, 0};
    train(rules, tiny.world, tiny.students[0]);
    return tiny.law();
}

}  // namespace

TEST_CASE("each further day of training brings less, and no number of days exceeds the ceiling") {
    double last = 0, last_step = 1;
    for (const double days : {10.0, 20.0, 30.0, 40.0, 50.0}) {
        const double gain = gain_of_days(days);
        CHECK(gain - last > 0);
        CHECK(gain - last < last_step);
        last_step = gain - last;
        last = gain;
    }
    CHECK(gain_of_days(10) == Approx(0.4 * (1 - std::exp(-0.125))).epsilon(1e-6));
    Class tiny;
    TrainingRules rules = plain();
    rules.days = {60, 60, 60};
    rules.gain_per_10_days = 0.15;
    for (int year = 0; year < 40; ++year) train(rules, tiny.world, tiny.students[0]);
    CHECK(tiny.law() <= 0.4 + 1e-6);
}

// With will (one by one), without (side by side), and with lessons known beforehand.
TEST_CASE("whoever has learned more than a new ceiling allows unlearns nothing by training") {
    Class tiny;
    const PersonId student = tiny.students[0];
    const std::vector<std::uint32_t> slots{student.value};
    TrainingRules rules = plain();
    rules.days = {0, 60, 0};
    for (int year = 0; year < 30; ++year) train(rules, tiny.world, student);
    const double learned = tiny.law();
    REQUIRE(learned > 0.2);
    rules.ceiling = 0.1;
    train(rules, tiny.world, student);
    CHECK(tiny.law() == learned);
    rules.will.learning_effect = rules.will.must_learn = 0;
    const TrainingCourse course(rules, 1, tiny.world.year());
    REQUIRE(course.is_alike);
    train(RulesView<TrainingCourse>({&course}, &course), tiny.world, slots, {});
    CHECK(tiny.law() == learned);
    std::vector<double> lessons;
    learn_ahead(course, std::vector<double>(student.value + 1, 1.0), lessons);
    train_as_known(course, tiny.county, slots, lessons);
    CHECK(tiny.law() == learned);
    CHECK(tiny.flow(Flow::skill_gained_milli) == static_cast<std::int64_t>(learned * 1000 + 0.5));
}

TEST_CASE(
    "days split over years leave as much as one block when nothing fades, and more than it when training does fade") {
    const auto after_four_years = [](double decay, bool even) {
        Class tiny;
        TrainingRules rules = plain();
        rules.decay = decay;
        rules.use_effect = 0;
        for (int year = 0; year < 4; ++year) {
            rules.days = {0, even ? 10.0 : year == 0 ? 40.0 : 0.0, 0};
            train(rules, tiny.world, tiny.students[0]);
        }
        return tiny.law();
    };
    CHECK(after_four_years(0, true) == Approx(after_four_years(0, false)).epsilon(1e-6));
    CHECK(after_four_years(0.1, true) > after_four_years(0.1, false));
}

TEST_CASE("over a whole cycle every shape of a curriculum gives each kind the same days") {
    for (const int cycle : {1, 2, 3, 4, 5, 7, 10}) {
        for (const CurriculumShape shape :
             {CurriculumShape::even, CurriculumShape::front_loaded, CurriculumShape::themes}) {
            TrainingRules rules = plain();
            rules.curriculum_years = cycle;
            rules.curriculum_shape = shape;
            for (std::size_t kind = 0; kind < skill_count; ++kind) {
                double sum = 0;
                for (int year = 0; year < cycle; ++year) sum += days_in_year(rules, kind, 2030 + year);
                INFO(cycle << " years, kind " << kind);
                CHECK(sum == Approx(cycle * rules.days[kind]));
            }
        }
    }
}

TEST_CASE("the present mix of methods is the measure of all: gain, cost and fading of it are 1") {
    const TrainingRules rules = defaults(training_levers());
    double gain = 0, cost = 0, fading = 0;
    for (std::size_t m = 0; m < method_count; ++m) {
        gain += rules.method.mix[m] * rules.method.gain[m];
        cost += rules.method.mix[m] * rules.method.cost[m];
        fading += rules.method.mix[m] * rules.method.fading[m];
    }
    CHECK(gain == Approx(1));
    CHECK(cost == Approx(1));
    CHECK(fading == Approx(1));
}

TEST_CASE("innovation moves lectures to the other methods and keeps the sum") {
    MethodRules rules = plain().method;
    const auto mix = mix_today(rules, 0.25);
    CHECK(mix[0] == Approx(0.15));
    CHECK(mix[3] == Approx(0.2 + 0.45 * 0.5));
    CHECK(mix[0] + mix[1] + mix[2] + mix[3] == Approx(1));
    CHECK(mix_today(rules, 1) == rules.mix);
    rules.mix = {1, 0, 0, 0};
    CHECK(mix_today(rules, 0.4)[2] == Approx(0.2));
}

TEST_CASE("wanting and having to learn lower absence, between nobody and everybody") {
    WillRules rules = plain().will;
    rules.no_show = 0.2;
    CHECK(no_show(rules, 0) == Approx(0.2));
    CHECK(no_show(rules, 1) == Approx(0.2 * (1 - rules.no_show_effect)));
    CHECK(no_show(rules, 100) == 0);
    CHECK(no_show(rules, -100) == 1);
    rules.requirement = 1;
    CHECK(no_show(rules, 0) == Approx(0.2 * (1 - rules.must_attend)));
}

TEST_CASE("who misses training learns nothing, costs nothing, and is short of credits where they are required") {
    Class tiny;
    TrainingRules rules = plain();
    rules.will.no_show = 1;
    train(rules, tiny.world, tiny.students[0]);
    CHECK(tiny.law() == 0);
    CHECK(tiny.flow(Flow::trainings) == 0);
    CHECK(tiny.flow(Flow::training_no_shows) == 1);
    CHECK(tiny.flow(Flow::training_credits_short) == 0);
    CHECK(tiny.county.tally().one_off_fen[0][static_cast<std::size_t>(OneOff::training)] == 0);
    CHECK(tiny.county.unit(UnitId{0}).training_days == 0);
    rules.will.requirement = 1;
    rules.will.must_attend = 0;
    train(rules, tiny.world, tiny.students[0]);
    CHECK(tiny.flow(Flow::training_credits_short) == 1);
    CHECK(tiny.county.learning(tiny.students[0]).short_year == 2026);
}

TEST_CASE("a limit that everybody fits into changes nothing, one too small leaves people at home") {
    TrainingRules rules = plain();
    for (const double places : {3.0, 2.0}) {
        Class tiny(3);
        rules.places = places;
        const RulesView<TrainingRules> view = everywhere(rules, tiny.county);
        plan_training(view, tiny.world);
        CHECK(tiny.county.training_places_are_given(2026));
        for (const PersonId student : tiny.students) train(rules, tiny.world, student);
        CHECK(tiny.flow(Flow::trainings) == static_cast<std::int64_t>(places));
        CHECK(tiny.flow(Flow::training_without_place) == static_cast<std::int64_t>(3 - places));
    }
}

TEST_CASE("whoever enters after places were given out has none, also where there is enough") {
    Class tiny(2);
    TrainingRules rules = plain();
    rules.places = 100;
    plan_training(everywhere(rules, tiny.county), tiny.world);
    tiny.students.push_back(tiny.settle(0, {.id = "N", .entry = tiny.county.today()}));
    for (const PersonId student : tiny.students) train(rules, tiny.world, student);
    CHECK(tiny.flow(Flow::trainings) == 2);
}

// Three students whose day is in autumn, five places; a year's training costs 800 yuan, and one has gone early.
TEST_CASE("rules that change within a year give out what those who have gone have left") {
    TrainingRules before = plain();
    before.days = {4, 0, 0};
    before.cost_per_day = from_yuan(200);
    before.budget = from_yuan(480);
    before.timing = TrainingTiming::half_year_after_entry;
    const auto gone_after = [&before](const TrainingRules& after) {
        TinyWorld world({township("T01", 5)}, {1, 1}, day(2026, 6, 15));
        std::vector<PersonId> students;
        for (const char* id : {"a", "b", "c"})
            students.push_back(world.settle(0, {.id = id, .entry = day(2014, 4, 1)}));
        world.open();
        const auto view = everywhere(before, world.county);
        plan_training(view, world.world);
        train(before, world.world, students[0]);
        plan_rest_of_year(view, everywhere(after, world.county), world.world);
        for (std::size_t i = 1; i < 3; ++i) train(after, world.world, students[i]);
        return world.flow(Flow::trainings);
    };
    TrainingRules after = before;
    CHECK(gone_after(after) == 3);
    after.days[0] = 8;  // 1,600 yuan are left
    CHECK(gone_after(after) == 2);
    after.days[0] = 20;
    CHECK(gone_after(after) == 1);
    after.budget = from_yuan(no_limit_of_budget_yuan);
    CHECK(gone_after(after) == 3);
    after.budget = from_yuan(1000);  // for one more
    CHECK(gone_after(after) == 2);
}

TEST_CASE("with no places nobody has the annual plan, and newcomers have their initial training all the same") {
    Class tiny(2);
    TrainingRules rules = plain();
    rules.places = 0;
    rules.initial_days = 12;
    const PersonId newcomer = tiny.settle(0, {.id = "N", .entry = day(2026, 1, 1)});
    plan_training(everywhere(rules, tiny.county), tiny.world);
    for (const PersonId person : {tiny.students[0], tiny.students[1], newcomer}) train(rules, tiny.world, person);
    CHECK(tiny.flow(Flow::trainings) == 1);
    CHECK(tiny.flow(Flow::training_milli_days) == 12000);
    CHECK(tiny.flow(Flow::training_without_place) == 3);
}

TEST_CASE("days away become hands away when the month ends, and come back a month later") {
    Class tiny(2);
    TrainingRules rules = plain();
    rules.days = {10, 0, 0};
    rules.method.mix = {1, 0, 0, 0};
    const RulesView<TrainingRules> view = everywhere(rules, tiny.county);
    for (const PersonId student : tiny.students) train(rules, tiny.world, student);
    CHECK(tiny.county.hands(UnitId{0}) == 2);
    end_training_month(view, tiny.world);
    CHECK(tiny.county.hands(UnitId{0}) == Approx(2 - 20 / (250 / 12.0)));
    end_training_month(view, tiny.world);
    CHECK(tiny.county.hands(UnitId{0}) == 2);
}

TEST_CASE("what was learned in different ways fades at the speed of their mean by size") {
    Class tiny;
    TrainingRules rules = plain();
    rules.days = {0, 20, 0};
    rules.method.mix = {1, 0, 0, 0};  // 1.1
    train(rules, tiny.world, tiny.students[0]);
    CHECK(tiny.county.traits(tiny.students[0]).fading == Approx(1.1f));
    const double first = tiny.law();
    rules.method.mix = {0, 0, 1, 0};  // .6
    train(rules, tiny.world, tiny.students[0]);
    const double second = tiny.law() - first;
    CHECK(static_cast<double>(tiny.county.traits(tiny.students[0]).fading) ==
          Approx((first * 1.1 + second * 0.6) / (first + second)).epsilon(1e-5));
}
