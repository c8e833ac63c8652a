// What is computed for many at once is what each would have alone.
#include <catch2/catch.hpp>
#include <string>

#include "sim/processes/conduct/terms.hpp"
#include "sim/processes/pay/terms.hpp"
#include "sim/processes/retention/terms.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

constexpr int crowd = 150;  // more than go side by side at a time

// People of all ages and places in the pay system, in a township and in a county organ.
struct Crowd : TinyWorld {
    Crowd() : TinyWorld({township("T01", crowd), organ("O01", crowd)}) {
        for (int i = 0; i < crowd; ++i) {
            const Day birth = day(2004, 1, 1) - 97 * i;
            people.push_back(settle(i % 3 == 0 ? 1 : 0, {.id = "P" + std::to_string(i), .birth = birth}));
            PayState& pay = county.pay_position(people.back());
            pay.steps = static_cast<std::int16_t>(i % 7);
            pay.grades = static_cast<std::int16_t>(i % 4);
            pay.rank = static_cast<std::int16_t>(1 + i % 12);
            county.record(people.back()).results[2] = i % 5 == 0 ? Result::basically_competent : Result::competent;
        }
        open();
    }
    std::vector<PersonId> people;
};

void check_pay(const PayRules& rules) {
    Crowd tiny;
    const PayTerms terms(rules);
    const RulesView<PayTerms> view = everywhere(terms, tiny.county);
    PayRefresh refresh;
    refresh.all(view, tiny.world, tiny.people);
    const auto check = [&] {
        for (const PersonId person : tiny.people) {
            const PayState& pay = tiny.county.pay(person);
            const Paid alone = paid_today(rules, tiny.county, person);
            CHECK(pay.monthly == alone.monthly);
            CHECK(pay.rate == alone.rate);
            CHECK(pay.outside == alone.outside);
            const double ratio = static_cast<double>(alone.monthly.fen) / static_cast<double>(alone.outside.fen);
            CHECK(pay.relative == static_cast<float>(portable_log(ratio)));
        }
    };
    check();
    tiny.county.begin_day(day(2029, 7, 1));
    tiny.county.set_outside_as_of(day(2029, 7, 1));
    if (!rules.long_service) {
        refresh.outside_options(view, tiny.world, tiny.people);
        check();
    }
}

}  // namespace

TEST_CASE("a crowd is paid side by side what each is paid alone") {
    PayRules rules = defaults(pay_levers());
    check_pay(rules);
    rules.outside_trend = 0.02;
    rules.performance_bonus = from_yuan(300);
    check_pay(rules);
    rules.long_service = true;
    check_pay(rules);
    rules.outside_growth = 0;
    rules.outside_trend = 0;
    check_pay(rules);
}

TEST_CASE("units side by side are under the pressure that each is under alone") {
    TinyWorld tiny({township("T01", 3), township("T02", 5), organ("O01", 4)});
    tiny.settle(0, {.id = "a"});
    tiny.settle(1, {.id = "b"});
    tiny.open();
    tiny.world.shocks = {0.03, -0.02, 0.1};
    tiny.county.set_recent_openings(UnitId{std::size_t{1}}, 1.5);
    tiny.county.set_competitors(UnitId{std::size_t{1}}, 2);
    const RetentionRules on = defaults(retention_levers());
    RetentionRules off = on;
    off.behaviour = false;
    const RulesView<RetentionRules> view({&on, &on, &off}, &on);
    const std::vector<UnitId> units{UnitId{std::size_t{2}}, UnitId{std::size_t{1}}, UnitId{std::size_t{0}}};
    PressureOnUnits pressure;
    const auto together = pressure.of(view, tiny.world, units);
    REQUIRE(together.size() == units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        CHECK(together[i].factor == unit_pressure(view.of(units[i]), tiny.world, units[i]).factor);
    }
    CHECK(together[0].factor == UnitPressure{}.factor);
    CHECK(together[1].factor != together[2].factor);
}

TEST_CASE("what conduct remembers of one unit does not reach the next") {
    TinyWorld tiny({township("T01", 1), township("T02", 1), township("T03", 1)});
    tiny.open();
    ConductRules rules = defaults(conduct_levers());
    ConductRules visited = rules;
    visited.supervision.visits *= 3;
    Climate warm = tiny.county.unit(UnitId{std::size_t{1}}).climate;
    warm.ideology += 0.5;
    tiny.county.set_climate(UnitId{std::size_t{1}}, warm);
    PressureOfConduct remembering;
    std::vector<double> seen;
    for (const ConductRules* rule : {&rules, &visited, &rules}) {
        for (std::size_t unit = 0; unit < 3; ++unit) {
            seen.push_back(remembering.of(*rule, tiny.world, UnitId{unit}));
            CHECK(seen.back() == conduct_pressure(*rule, tiny.world, UnitId{unit}));
        }
    }
    CHECK(seen[0] != seen[1]);
    CHECK(seen[0] != seen[3]);
}

TEST_CASE("factors expected twice before they are settled are taken once") {
    LogFactor one, other{0.5f, 2.0f};
    ExpectedFactors expected;
    expected.make_room(4);
    expected.expect(one, 1.0);
    expected.expect(other, 0.5);  // as it was: left alone
    expected.expect(one, 1.0);
    expected.settle();
    CHECK(one.factor == static_cast<float>(portable_exp(1.0)));
    CHECK(other.factor == 2.0f);
    expected.make_room(1);
    expected.expect(one, 0.0);
    expected.settle();
    CHECK(one.factor == 1.0f);
}
