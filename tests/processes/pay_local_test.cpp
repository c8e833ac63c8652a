// What a county can decide of pay: allowances by years, performance bonus, its budget, money for living conditions.
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/processes/pay/pay.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

struct PaidTownship : TinyWorld {
    PaidTownship() : TinyWorld({township("T01", 9, 1, 1, 1), organ("O01", 3, 1)}, {1, 1}, day(2026, 7, 1)) {}
    double yuan(const PayRules& rules, PersonId person, PayComponent component) const {
        return to_yuan(pay_of(rules, county, person).component[static_cast<std::size_t>(component)]);
    }
};

// Without bonus and allowance.
PayRules no_extras() {
    PayRules rules = defaults(pay_levers());
    rules.bonus_months = 0;
    rules.township_allowance = rules.remote_supplement[0] = {};
    return rules;
}

}  // namespace

TEST_CASE("the allowance grows with full township years up to a most") {
    PaidTownship tiny;
    PayRules rules = no_extras();
    rules.township_allowance = from_yuan(400);
    rules.allowance_per_year = from_yuan(10);
    rules.allowance_years = 20;
    const PersonId twelve = tiny.settle(0, {.id = "a", .entry = day(2013, 9, 15)});
    const PersonId thirty = tiny.settle(0, {.id = "b", .entry = day(1996, 1, 1)});
    CHECK(tiny.yuan(rules, twelve, PayComponent::allowance) == 520);
    CHECK(tiny.yuan(rules, thirty, PayComponent::allowance) == 600);
    CHECK(next_own_pay_change(rules, tiny.county, twelve) <= day(2026, 9, 16));
}

TEST_CASE("the allowance is that of the township worked in, and who gets it from an organ takes part of the budget") {
    TinyWorld tiny({township("T01", 2, 1, 1, 1), township("T02", 2, 1, 1, 1), organ("O01", 3, 1)}, {1, 1},
                   day(2026, 7, 1));
    PayRules rules = no_extras();
    rules.township_allowance = from_yuan(400);
    const auto allowance_of = [&](PersonId person) {
        return to_yuan(pay_of(rules, tiny.county, person).component[static_cast<std::size_t>(PayComponent::allowance)]);
    };
    const PersonId at_home = tiny.settle(0, {.id = "a"}), borrowed = tiny.settle(1, {.id = "b"});
    const PersonId sent = tiny.settle(2, {.id = "c", .post = organ_clerk});
    tiny.county.send_out(borrowed, Assignment::borrowed, UnitId{2u}, day(2027, 1, 1), 0);
    CHECK(allowance_of(at_home) == 400);
    CHECK(allowance_of(borrowed) == 0);
    CHECK(allowance_of(sent) == 0);
    tiny.county.send_out(sent, Assignment::exchange, UnitId{1u}, day(2027, 1, 1), 0);
    CHECK(allowance_of(sent) == 400);
    rules.extra_budget = from_yuan(100);  // for four places half of what two people are due
    CHECK(fix_extra_pay(everywhere(rules, tiny.county), tiny.world));
    CHECK(tiny.county.extra_pay_scale() == 0.5);
    CHECK(allowance_of(sent) == 200);
    tiny.county.come_back(borrowed);
    CHECK(allowance_of(borrowed) == 200);
    // Who is borrowed by nobody in the county works outside it.
    tiny.county.send_out(at_home, Assignment::borrowed, UnitId{std::size_t{0}}, day(2027, 1, 1), 0);
    CHECK(allowance_of(at_home) == 0);
}

TEST_CASE("the performance bonus follows the result") {
    PaidTownship tiny;
    PayRules rules = no_extras();
    rules.performance_bonus = from_yuan(1000);
    const PersonId person = tiny.settle(0, {.id = "a"});
    CHECK(tiny.yuan(rules, person, PayComponent::bonus) == 0);
    const std::pair<Result, double> cases[] = {{Result::excellent, 1200},
                                               {Result::competent, 1000},
                                               {Result::basically_competent, 500},
                                               {Result::incompetent, 0}};
    for (const auto& [result, yuan] : cases) {
        tiny.county.record_result(person, result, 0, 0);
        CHECK(tiny.yuan(rules, person, PayComponent::bonus) == yuan);
    }
    rules.bonus_months = 1;  // of 4,000 and one rank of 240
    rules.bonus_needs_competent_year = false;
    CHECK(tiny.yuan(rules, person, PayComponent::bonus) == Approx(4240 / 12.0).margin(0.01));
}

TEST_CASE("the rule of 2015 pays higher levels by years") {
    PaidTownship tiny;
    PayRules rules = no_extras();
    rules.rank_regime = RankRegime::years_2015;
    const auto paid = [&](Day entry, Day since, std::size_t post) {
        static int number = 0;
        const PersonId person =
            tiny.settle(0, {.id = "y" + std::to_string(++number), .post = post, .entry = entry, .tier_since = since});
        tiny.county.record_result(person, Result::competent, 0, 0);
        return tiny.yuan(rules, person, PayComponent::rank);
    };
    CHECK(paid(day(2015, 1, 1), day(2015, 1, 1), clerk) == 0);
    CHECK(paid(day(2014, 1, 1), day(2014, 1, 1), clerk) == 480);  // 12 years: one level of 12 % of 4,000
    CHECK(paid(day(1998, 1, 1), day(1998, 1, 1), clerk) == 960);  // 27 years
    CHECK(paid(day(2014, 1, 1), day(2024, 1, 1), head) == 240);   // to the same level as a clerk
    CHECK(paid(day(2000, 1, 1), day(2014, 1, 1), deputy) == 0);   // 15 years are needed from there
    CHECK(paid(day(2000, 1, 1), day(2011, 1, 1), chief) == 480);
}

TEST_CASE(
    "years at a statutory level go on through middle posts, begin anew with a rise or fall, and come back after a "
    "trial") {
    PaidTownship tiny;
    const auto level_since = [&tiny](PersonId person) { return tiny.county.cold(person).level_since; };
    const PersonId person = tiny.settle(0, {.id = "A", .entry = day(2010, 1, 1), .tier_since = day(2020, 1, 1)});
    tiny.open();
    const auto seat = [&tiny](std::size_t post) {
        std::uint32_t s = 0;
        while (tiny.county.seat(SeatId{s}).post.value != post || !tiny.county.seat(SeatId{s}).is_vacant()) ++s;
        return SeatId{s};
    };
    CHECK(level_since(person) == day(2010, 1, 1));
    tiny.county.appoint(person, seat(head));
    CHECK(level_since(person) == day(2010, 1, 1));
    tiny.county.appoint(person, seat(deputy), {tiny.county.today() + 365, false});
    CHECK(level_since(person) == tiny.county.today());
    tiny.county.fail_trial(person);
    CHECK(level_since(person) == day(2010, 1, 1));
    tiny.county.appoint(person, seat(deputy));
    tiny.county.demote(person);
    CHECK(level_since(person) == tiny.county.today());
}

TEST_CASE("a budget that is too small pays all extra pay in part, to the same share") {
    PaidTownship tiny;
    PayRules rules = no_extras();
    rules.township_allowance = from_yuan(900);
    rules.extra_budget = from_yuan(300);  // x 9 places = 2,700
    std::vector<PersonId> people;
    for (int i = 0; i < 4; ++i) people.push_back(tiny.settle(0, {.id = "P" + std::to_string(i)}));  // 3,600 are due
    tiny.open();
    CHECK(fix_extra_pay(everywhere(rules, tiny.county), tiny.world));
    CHECK(tiny.county.extra_pay_scale() == Approx(0.75));
    CHECK(tiny.yuan(rules, people[0], PayComponent::allowance) == 675);
    CHECK(tiny.yuan(rules, people[0], PayComponent::basic) == 4000);
    CHECK_FALSE(fix_extra_pay(everywhere(rules, tiny.county), tiny.world));
    rules.extra_budget = from_yuan(400);
    CHECK(fix_extra_pay(everywhere(rules, tiny.county), tiny.world));
    CHECK(tiny.county.extra_pay_scale() == 1);
}

TEST_CASE("money for living conditions is spent, works and wears off") {
    PaidTownship tiny;
    tiny.open();
    PayRules rules = no_extras();
    rules.living = {from_yuan(200), 0.1, 0.5};
    improve_living(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.unit(UnitId{std::size_t{0}}).living == Approx(0.2));
    const auto kind = static_cast<std::size_t>(OneOff::living_conditions);
    CHECK(tiny.county.tally().one_off_fen[0][kind] == 12 * 9 * 20000);
    CHECK(tiny.county.tally().one_off_fen[1][kind] == 0);
    rules.living.fund = {};
    improve_living(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.unit(UnitId{std::size_t{0}}).living == Approx(0.1));
}

TEST_CASE("outside pay that grows faster moves away from township pay year by year") {
    PaidTownship tiny;
    PayRules rules = no_extras();
    const PersonId person = tiny.settle(0, {.id = "a", .birth = day(1970, 1, 1)});  // past the growth with age
    const double base = to_yuan(outside_option(rules, tiny.county, person));
    rules.outside_trend = 0.02;
    CHECK(to_yuan(outside_option(rules, tiny.county, person)) == base);
    tiny.county.begin_day(day(2028, 2, 1));
    tiny.county.set_outside_as_of(day(2028, 7, 15));
    CHECK(to_yuan(outside_option(rules, tiny.county, person)) == Approx(base * 1.0404).epsilon(1e-5));
}
