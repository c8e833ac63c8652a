// Hazards of leaving by hand: base rates, locks, eligibility, and the effects one by one.
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/motivation/motivation.hpp"
#include "sim/processes/retention/retention.hpp"
#include "sim/processes/shared/performance.hpp"
#include "sim/processes/training/training.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

RetentionRules rules() { return defaults(retention_levers()); }
RetentionRules unmoved() {
    RetentionRules off = rules();
    off.behaviour = false;
    return off;
}

struct OneClerk : TinyWorld {
    explicit OneClerk(const Someone& who = {.id = "P"}) : TinyWorld({township("T01", 1), organ("O01", 1)}) {
        person = settle(0, who);
        open();
    }
    double yearly(const RetentionRules& rule, HazardCause cause) {
        refresh_personal_hazards(rule, world, person);
        return static_cast<double>(county.leaving(person).personal[static_cast<std::size_t>(cause)]);
    }
    std::int64_t rate(const RetentionRules& rule, HazardCause cause) {
        refresh_personal_hazards(rule, world, person);
        update_rates(hazards, world, person);
        return county.leaving(person).spell[static_cast<std::size_t>(cause)].rate();
    }
    PersonId person;
    std::vector<UnitHazards> hazards{2, UnitHazards(county.today())};
};

}  // namespace

TEST_CASE("with behaviour off everybody has the base hazards") {
    OneClerk tiny;
    CHECK(tiny.yearly(unmoved(), HazardCause::resignation) == Approx(0.006));
    CHECK(tiny.yearly(unmoved(), HazardCause::death) == Approx(0.0015));
    CHECK(tiny.yearly(unmoved(), HazardCause::moved_above) == Approx(0.006));  // 35 years old
    tiny.world.shocks = {0.5, 0.5, 0.5};
    CHECK(unit_pressure(unmoved(), tiny.world, UnitId{std::size_t{0}}).factor == UnitPressure{}.factor);
}

TEST_CASE("moves above the county depend on age in three bands") {
    for (const auto& [birth, expected] :
         {std::pair{day(1995, 1, 1), 0.015}, {day(1985, 1, 1), 0.006}, {day(1975, 1, 1), 0.001}}) {
        OneClerk tiny({.id = "P", .birth = birth});
        CHECK(tiny.yearly(unmoved(), HazardCause::moved_above) == Approx(expected));
    }
}

TEST_CASE("a post's own resignation rate takes the place of the general one, also when it is 0") {
    OneClerk tiny;
    tiny.plan.posts[clerk].resignation_rate = 0.05;
    CHECK(tiny.yearly(unmoved(), HazardCause::resignation) == Approx(0.05));
    tiny.plan.posts[clerk].resignation_rate = 0;
    CHECK(tiny.yearly(unmoved(), HazardCause::resignation) == 0);
}

TEST_CASE("early retirement needs 30 years of service, or 20 and five years to go") {
    const auto rate = [](Day entry, Day retirement) {
        OneClerk tiny({.id = "P", .birth = day(1966, 1, 1), .entry = entry});
        tiny.county.set_retirement(tiny.person, retirement);
        return tiny.yearly(unmoved(), HazardCause::early_retirement);
    };
    CHECK(rate(day(1995, 12, 31), day(2040, 1, 1)) == Approx(0.02));
    CHECK(rate(day(1996, 1, 3), day(2040, 1, 1)) == 0);
    CHECK(rate(day(2005, 12, 31), day(2030, 12, 31)) == Approx(0.02));
    CHECK(rate(day(2005, 12, 31), day(2031, 1, 5)) == 0);
    CHECK(rate(day(2006, 1, 5), day(2030, 12, 31)) == 0);
    RetentionRules anybody = unmoved();
    anybody.early_retirement_needs_service = false;
    OneClerk young;
    CHECK(young.yearly(anybody, HazardCause::early_retirement) == Approx(0.02));
}

TEST_CASE("inside the minimum service the hazards of resigning and moving up are 0, the others are not") {
    OneClerk tiny({.id = "P", .minimum_service_until = day(2026, 1, 2)});
    CHECK(tiny.rate(rules(), HazardCause::resignation) == 0);
    CHECK(tiny.rate(rules(), HazardCause::moved_above) == 0);
    CHECK(tiny.rate(rules(), HazardCause::death) > 0);
    tiny.county.begin_day(day(2026, 1, 2));
    CHECK(tiny.rate(rules(), HazardCause::resignation) > 0);
    CHECK(tiny.rate(rules(), HazardCause::moved_above) > 0);
}

TEST_CASE("each covariate moves resignation by its coefficient") {
    RetentionRules none = rules();
    none.motivation_effect = none.taste_effect = none.distance_effect = none.native_effect = 0;
    none.pay_elasticity = none.lost_effect = 0;
    none.pay_centre = 0.07;
    none.distance_centre = 3;
    OneClerk tiny;
    tiny.county.set_pay(tiny.person, {}, Money{1}, Money{1}, 0.07f);
    const double base = tiny.yearly(none, HazardCause::resignation);
    CHECK(base == Approx(0.006));
    RetentionRules one = none;
    one.pay_elasticity = 2;
    tiny.county.set_pay(tiny.person, {}, Money{1}, Money{1}, 0.17f);
    CHECK(tiny.yearly(one, HazardCause::resignation) == Approx(base * std::exp(-0.2)).epsilon(1e-5));
    one = none;
    one.motivation_effect = 0.5;
    tiny.county.traits(tiny.person).motivation = -1;
    CHECK(tiny.yearly(one, HazardCause::resignation) == Approx(base * std::exp(0.5 - 0.125)).epsilon(1e-5));
    one = none;
    one.distance_effect = 0.1;
    tiny.plan.units[0].km_to_seat = 80;
    CHECK(tiny.yearly(one, HazardCause::resignation) == Approx(base * std::exp(0.5)).epsilon(1e-5));
}

TEST_CASE("empty places raise the workload and with it resignation; no place empty is workload 0") {
    TinyWorld tiny({township("T01", 2), township("T02", 2)});
    tiny.settle(0, {.id = "a"});
    tiny.settle(0, {.id = "b"});
    tiny.settle(1, {.id = "c"});
    tiny.open();
    const UnitId full{std::size_t{0}}, half{std::size_t{1}};
    CHECK(workload(rules(), tiny.world, full) == 0);
    CHECK(workload(rules(), tiny.world, half) == Approx(std::log(3.0 / 2.0)));
    const auto resignation = static_cast<std::size_t>(HazardCause::resignation);
    CHECK(unit_pressure(rules(), tiny.world, half).factor[resignation] /
              unit_pressure(rules(), tiny.world, full).factor[resignation] ==
          Approx(std::exp(0.6 * std::log(1.5))));
}

TEST_CASE("recent openings keep people, and outside wages draw them away") {
    OneClerk tiny;
    const UnitId unit{std::size_t{0}};
    const auto factor = [&] { return unit_pressure(rules(), tiny.world, unit).factor; };
    const double before = factor()[static_cast<std::size_t>(HazardCause::moved_above)];
    tiny.county.set_competitors(unit, 3);
    CHECK(factor()[static_cast<std::size_t>(HazardCause::moved_above)] == before);  // no opening yet
    tiny.county.set_recent_openings(unit, 2.0);
    CHECK(factor()[static_cast<std::size_t>(HazardCause::moved_above)] == Approx(before * std::exp(-1.5 * 2.0 / 5.0)));
    const double resign = factor()[static_cast<std::size_t>(HazardCause::resignation)];
    tiny.world.shocks.outside_wage = 0.1;
    CHECK(factor()[static_cast<std::size_t>(HazardCause::resignation)] == Approx(resign * std::exp(0.146)));
}

namespace {

// Hazards high enough for every cause to be possible, and the thresholds drawn.
void begin_all(OneClerk& tiny, float yearly = 0.1f) {
    tiny.county.leaving(tiny.person).personal.fill(yearly);
    update_rates(tiny.hazards, tiny.world, tiny.person);
}
const kernel::Spell& spell_of(const OneClerk& tiny, std::size_t cause) {
    return tiny.county.leaving(tiny.person).spell[cause];
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
    CHECK(leaving.thresholds == causes({2, 3, 4}));  // the lock forbids the first two
    const std::int64_t threshold = left_of(tiny, 3), rate = spell_of(tiny, 3).rate();
    tiny.county.begin_day(day(2026, 7, 1));
    update_rates(tiny.hazards, tiny.world, tiny.person);
    CHECK(leaving.thresholds == causes({0, 1, 2, 3, 4}));
    tiny.county.leaving(tiny.person).personal[3] = 0;
    update_rates(tiny.hazards, tiny.world, tiny.person);
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
    const auto before = tiny.county.leaving(tiny.person).spell;
    const std::int64_t first = left_of(tiny, 1), other = left_of(tiny, 0);
    tiny.touched();
    tiny.stirred();
    begin_anew(tiny.world, tiny.person, HazardCause::moved_above);
    CHECK(tiny.stirred() == std::vector{tiny.person});
    CHECK(tiny.touched().empty());  // pay has nothing to do with it
    CHECK(spell_of(tiny, 1).due(0) == kernel::never_due);
    update_rates(tiny.hazards, tiny.world, tiny.person);
    CHECK(left_of(tiny, 1) != first);
    CHECK(spell_of(tiny, 1).rate() == before[1].rate());
    CHECK(left_of(tiny, 0) == other);
    const std::int64_t second = left_of(tiny, 1);
    begin_anew(tiny.world, tiny.person, HazardCause::moved_above);
    update_rates(tiny.hazards, tiny.world, tiny.person);
    CHECK(left_of(tiny, 1) != second);
    CHECK(left_of(tiny, 1) != first);
}

TEST_CASE("training rises towards its ceiling, fades without days and never passes the ceiling") {
    OneClerk tiny;
    TrainingRules rule = defaults(training_levers());
    rule.will.learning_effect = rule.will.no_show = rule.use_effect = 0;
    const auto trained = [&] { return static_cast<double>(tiny.county.traits(tiny.person).trained[0]); };
    train(rule, tiny.world, tiny.person);
    // Exponential approach to the ceiling of 0.4: effort .02 a year.
    const double share = 1 - std::exp(-0.02 / 0.4);
    const double first_year = 0.4 * share;
    CHECK(trained() == Approx(first_year).epsilon(1e-5));
    CHECK(tiny.flow(Flow::training_days) == 8);
    CHECK(tiny.county.tally().one_off_fen[0][1] == 8 * 20000);
    train(rule, tiny.world, tiny.person);
    CHECK(trained() == Approx(first_year + (0.4 - first_year) * share - 0.05 * first_year).epsilon(1e-5));
    rule.days = {60, 60, 60};
    rule.gain_per_10_days = 0.15;
    for (int year = 0; year < 100; ++year) train(rule, tiny.world, tiny.person);
    CHECK(trained() < 0.4);
    rule.covered = 0;
    const double before = trained();
    const auto days = tiny.flow(Flow::training_days);
    train(rule, tiny.world, tiny.person);
    CHECK(trained() == Approx(0.95 * before).epsilon(1e-5));
    CHECK(tiny.flow(Flow::training_days) == days);
}

TEST_CASE("lessons known ahead teach what the day itself would teach") {
    TrainingRules rule = defaults(training_levers());
    rule.will.learning_effect = rule.will.no_show = rule.decay = rule.initial_days = 0;
    rule.days = {20, 0, 0};
    rule.luck = 0.7;
    const auto trained = [&rule](bool ahead) {
        TinyWorld tiny({township("T01", 9)});
        std::vector<std::uint32_t> slots;
        for (int i = 0; i < 9; ++i) slots.push_back(tiny.settle(0, {.id = "P" + std::to_string(i)}).value);
        std::vector<double> luck(slots.size()), of_performance(slots.size()), left;
        draw_two_lucks(tiny.world, 2026, of_performance, luck);
        const TrainingCourse course(rule, 1, 2026);
        REQUIRE(course.is_alike);
        if (ahead) learn_ahead(course, luck, left);
        REQUIRE(left.size() == (ahead ? slots.size() : 0));
        const RulesView<TrainingCourse> courses({&course}, &course);
        for (int year = 0; year < 3; ++year) {
            if (ahead) {
                train_as_known(course, tiny.county, slots, left);
            } else {
                train(courses, tiny.world, slots, luck);
            }
        }
        std::vector<float> result;
        for (const std::uint32_t slot : slots) result.push_back(tiny.county.traits(PersonId{slot}).trained[0]);
        CHECK(tiny.flow(Flow::trainings) == 27);
        return result;
    };
    CHECK(trained(true) == trained(false));
    CHECK(trained(true)[0] > 0);
}

TEST_CASE("luck multiplies its share of a year's gain, and a luck of 1 changes nothing") {
    const auto trained_after = [](double share, double luck) {
        OneClerk tiny;
        TrainingRules rule = defaults(training_levers());
        rule.will.learning_effect = rule.will.no_show = 0;
        rule.luck = share;
        train(rule, tiny.world, tiny.person, luck);
        return static_cast<double>(tiny.county.traits(tiny.person).trained[0]);
    };
    const double usual = trained_after(0, 1);
    CHECK(trained_after(0, 7) == usual);
    CHECK(trained_after(0.5, 1) == usual);
    CHECK(trained_after(1, 1) == usual);
    const auto gain = [](double effort) { return 0.4 * (1 - std::exp(-effort / 0.4)); };
    CHECK(usual == Approx(gain(0.02)).epsilon(1e-5));
    CHECK(trained_after(1, 3) == Approx(gain(0.06)).epsilon(1e-5));
    CHECK(trained_after(0.5, 3) == Approx(gain(0.04)).epsilon(1e-5));
    CHECK(trained_after(1, 0) == 0);
    CHECK(trained_after(0.5, 0) == Approx(gain(0.01)).epsilon(1e-5));
}

TEST_CASE("luck in training is the same for one person and for everybody at once") {
    TinyWorld tiny({township("T01", 9)});
    std::vector<PersonId> people;
    for (int i = 0; i < 9; ++i) people.push_back(tiny.settle(0, {.id = "P" + std::to_string(i)}));
    std::vector<double> luck(tiny.county.keys().size()), of_performance(luck.size());
    draw_two_lucks(tiny.world, 2026, of_performance, luck);
    for (const PersonId person : people) {
        CHECK(luck[person.value] == second_luck(tiny.world, 2026, person));
        CHECK(luck[person.value] != second_luck(tiny.world, 2027, person));
        CHECK(luck[person.value] > 0);
        const DrawAddress at{tiny.county.cold(person).key, +Purpose::performance_luck, 2026};
        CHECK(of_performance[person.value] == tiny.draws.normal(at));
    }
}

TEST_CASE("training days are spread over the year, or half a year after the anniversary of entry") {
    TrainingRules rule = defaults(training_levers());
    CHECK(rule.timing == TrainingTiming::spread);
    std::vector<int> on(365, 0);
    for (int i = 0; i < 3650; ++i) {
        const std::uint32_t chosen = training_day(rule, entity_key("P" + std::to_string(i)), 181);
        REQUIRE(chosen < 365);
        ++on[chosen];
    }
    for (const int people : on) CHECK(people < 40);
    rule.timing = TrainingTiming::half_year_after_entry;
    const EntityKey anybody = entity_key("P1");
    for (std::uint32_t entered = 0; entered < 365; ++entered) {
        CHECK(training_day(rule, anybody, entered) == (entered + 182) % 365);
    }
}

// Was a defect: within the levers' ranges a keen learner far below the ceiling jumps over it in one year.
TEST_CASE("no year of training lifts anybody over the ceiling") {
    OneClerk tiny;
    TrainingRules rule = defaults(training_levers());
    rule.days = {60, 0, 0};
    rule.gain_per_10_days = 0.15;
    rule.will.learning_effect = 0.6;
    rule.will.no_show = 0;
    tiny.county.traits(tiny.person).learning = 2;
    train(rule, tiny.world, tiny.person);
    CHECK(static_cast<double>(tiny.county.traits(tiny.person).trained[0]) <= rule.ceiling);
}

TEST_CASE("motivation returns to the disposition, and results, promotions and losses push it") {
    OneClerk tiny;
    MotivationRules rule = defaults(motivation_levers());
    const auto motivation = [&] { return static_cast<double>(tiny.county.traits(tiny.person).motivation); };
    tiny.county.set_pay(tiny.person, {}, Money{1}, Money{1}, 0.07f);
    tiny.county.traits(tiny.person).motivation = 1;
    rule.stagnation_effect = 0;
    rule.pay_centre = 0.07;
    review_motivation(rule, tiny.world, tiny.person, 0);
    CHECK(motivation() == Approx(0.7).margin(1e-6));
    tiny.county.record_result(tiny.person, Result::excellent, 0, 0);
    review_motivation(rule, tiny.world, tiny.person, 0);
    CHECK(motivation() == Approx(0.7 * 0.7 + 0.1).margin(1e-6));
    win_promotion(rule, tiny.world, tiny.person);
    CHECK(motivation() == Approx(0.79).margin(1e-6));
    lose_competition(rule, tiny.world, tiny.person);
    CHECK(motivation() == Approx(0.74).margin(1e-6));
    CHECK(tiny.flow(Flow::lost_competitions) == 1);
    rule.enabled = false;
    review_motivation(rule, tiny.world, tiny.person, 0);
    win_promotion(rule, tiny.world, tiny.person);
    CHECK(motivation() == Approx(0.74).margin(1e-6));
}

TEST_CASE("visible prospect is a chance: openings against those who seek them") {
    Unit unit;
    CHECK(visible_prospect(unit) == 0);
    unit.recent_openings = 1;
    CHECK(visible_prospect(unit) == 1);
    unit.competitors = 3;
    CHECK(visible_prospect(unit) == Approx(0.25));
}

TEST_CASE("lost competitions raise the hazard of leaving of own will, three at most") {
    RetentionRules rule = rules();
    rule.lost_effect = 0.2;
    OneClerk tiny;
    const auto both = [&] {
        return std::pair{tiny.yearly(rule, HazardCause::resignation), tiny.yearly(rule, HazardCause::moved_above)};
    };
    const auto before = both();
    for (const auto& [lost, factor] : {std::pair{1, std::exp(0.2)}, {3, std::exp(0.6)}, {7, std::exp(0.6)}}) {
        tiny.county.record(tiny.person).lost_competitions = static_cast<std::uint8_t>(lost);
        CHECK(both().first == Approx(before.first * factor).epsilon(1e-5));
        CHECK(both().second == Approx(before.second * factor).epsilon(1e-5));
    }
}

TEST_CASE("a promotion makes up for competitions lost") {
    OneClerk tiny;
    const MotivationRules motivation = defaults(motivation_levers());
    lose_competition(motivation, tiny.world, tiny.person);
    lose_competition(motivation, tiny.world, tiny.person);
    CHECK(tiny.county.record(tiny.person).lost_competitions == 2);
    win_promotion(motivation, tiny.world, tiny.person);
    CHECK(tiny.county.record(tiny.person).lost_competitions == 0);
}

TEST_CASE("two kinds of people have the base hazard on average") {
    RetentionRules rule = unmoved();
    rule.resignation = 0.1;
    rule.mobile_share = 0.25;
    rule.mobile_ratio = 5;
    TinyWorld tiny({township("T01", 2000)});
    int mobile = 0;
    for (int i = 0; i < 2000; ++i) {
        const PersonId person = tiny.settle(0, {.id = ("p" + std::to_string(i)).c_str()});
        refresh_personal_hazards(rule, tiny.world, person);
        const double hazard = static_cast<double>(tiny.county.leaving(person).personal[0]);
        const bool is_high = std::abs(hazard - 0.25) < 1e-6;
        CHECK((is_high || std::abs(hazard - 0.05) < 1e-6));
        mobile += is_high;
    }
    CHECK(mobile / 2000.0 == Approx(0.25).margin(4 * std::sqrt(0.1875 / 2000)));  // four standard errors
}

TEST_CASE("missing institution staff count as workload") {
    UnitPlan unit = township("T01", 2);
    unit.institution_staff = 4;
    TinyWorld tiny({unit});
    tiny.settle(0, {.id = "a"});
    tiny.settle(0, {.id = "b"});
    tiny.open();
    const UnitId id{std::size_t{0}};
    CHECK(workload(rules(), tiny.world, id) == 0);
    tiny.county.take_institution_hand(id);
    tiny.county.take_institution_hand(id);
    CHECK(workload(rules(), tiny.world, id) == Approx(std::log(4.0 / 3.0)));  // half a civil servant each
    RetentionRules none = rules();
    none.institution_hand = 0;
    CHECK(workload(none, tiny.world, id) == 0);
}
