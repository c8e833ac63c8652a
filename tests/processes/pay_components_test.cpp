// What pay is made of: basic pay, rank, township allowance and year-end bonus, and how it is booked.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>

#include "tests/processes/pay_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("basic pay adds steps, pay grades and the post level") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});
    CHECK(yuan(pay_of(pay_rules(), tiny.county, person), PayComponent::basic) == 4000);
    tiny.county.pay_position(person).steps = 4;
    CHECK(yuan(pay_of(pay_rules(), tiny.county, person), PayComponent::basic) == 4240);
    tiny.county.pay_position(person).grades = 2;
    CHECK(yuan(pay_of(pay_rules(), tiny.county, person), PayComponent::basic) == 4480);
    const PersonId boss = tiny.someone({.id = "b", .post = chief});
    CHECK(yuan(pay_of(pay_rules(), tiny.county, boss), PayComponent::basic) == 4960);
}

TEST_CASE("a rank pays under parallel ranks alone") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});
    tiny.county.pay_position(person).rank = 4;
    CHECK(yuan(pay_of(pay_rules(), tiny.county, person), PayComponent::rank) == 720);  // three ranks above the lowest
    PayRules none = pay_rules();
    none.rank_regime = RankRegime::none;
    CHECK(yuan(pay_of(none, tiny.county, person), PayComponent::rank) == 0);
}

TEST_CASE("who holds a statutory level is paid the post or the rank, whichever pays more") {
    Township tiny;
    const PersonId leader = tiny.someone({.id = "a", .post = chief});
    const PersonId office = tiny.someone({.id = "b", .post = head});
    const auto paid_for_rank = [&tiny](PersonId person, std::int16_t rank) {
        tiny.county.pay_position(person).rank = rank;
        return yuan(pay_of(pay_rules(), tiny.county, person), PayComponent::rank);
    };
    CHECK(paid_for_rank(leader, 5) == 0);  // 二级主任科员 pays as much as a section chief's post: two levels, 960
    CHECK(paid_for_rank(leader, 7) == 480);  // six ranks above the lowest pay 1,440
    CHECK(paid_for_rank(office, 5) == 960);  // a middle post has no level, and so no post pay that a rank would replace
}

TEST_CASE("the township allowance rises with remoteness and ends at the township's border") {
    for (const int remote_class : {1, 2, 3}) {
        Township tiny(remote_class);
        const PersonId person = tiny.someone({.id = "a"});
        CHECK(yuan(pay_of(pay_rules(), tiny.county, person), PayComponent::allowance) ==
              400 + 100 * (remote_class - 1));
        const PersonId clerk_of_organ = tiny.someone({.id = "b", .post = organ_clerk}, 1);
        CHECK(yuan(pay_of(pay_rules(), tiny.county, clerk_of_organ), PayComponent::allowance) == 0);
    }
}

TEST_CASE("the year-end bonus is a twelfth of basic and rank pay, for competent and better alone") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});
    tiny.county.pay_position(person).rank = 2;
    const auto bonus_after = [&](Result result) {
        tiny.county.record_result(person, result, 0, 0);
        return yuan(pay_of(pay_rules(), tiny.county, person), PayComponent::bonus);
    };
    CHECK(bonus_after(Result::none) == 0);
    CHECK(bonus_after(Result::competent) == Approx((4000 + 240) / 12.0).margin(0.005));
    CHECK(bonus_after(Result::excellent) == Approx((4000 + 240) / 12.0).margin(0.005));
    CHECK(bonus_after(Result::basically_competent) == 0);
    CHECK(bonus_after(Result::incompetent) == 0);
    tiny.county.record_result(person, Result::competent, 0, 0);
    PayRules more = pay_rules();
    more.bonus_months = 6;
    CHECK(yuan(pay_of(more, tiny.county, person), PayComponent::bonus) == 2120);
    more.bonus_months = 0;
    CHECK(yuan(pay_of(more, tiny.county, person), PayComponent::bonus) == 0);
}

TEST_CASE("refreshing pay books the sum of the components and the ratio to outside pay") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a", .birth = day(2004, 1, 2)});
    refresh_pay(pay_rules(), tiny.world, person);
    CHECK(to_yuan(tiny.county.pay(person).monthly) == 4400);
    CHECK(static_cast<double>(tiny.county.pay(person).relative) == Approx(std::log(4400.0 / 4900.0)).margin(1e-4));
    const PayState& pay = tiny.county.pay(person);
    CHECK(pay.rate[static_cast<std::size_t>(PayComponent::basic)] == per_day(from_yuan(4000)));
    CHECK(pay.rate[static_cast<std::size_t>(PayComponent::allowance)] == per_day(from_yuan(400)));
}

TEST_CASE("outside pay grows with age from 22 to 42 and is flat beyond") {
    Township tiny;
    const auto outside = [&](Day birth) {
        return to_yuan(outside_option(pay_rules(), tiny.county, tiny.someone({.id = to_text(birth), .birth = birth})));
    };
    CHECK(outside(day(2006, 1, 1)) == 4900);
    CHECK(outside(day(1994, 1, 1)) == Approx(4900 * (1 + 0.015 * 10)).epsilon(1e-4));
    CHECK(outside(day(1975, 1, 1)) == Approx(4900 * 1.3));
    CHECK(outside(day(1968, 1, 1)) == outside(day(1975, 1, 1)));
}

TEST_CASE("outside pay is that of the day as of which people compare, however old they have grown since") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a", .birth = day(1996, 7, 2)});
    const auto outside = [&] { return to_yuan(outside_option(pay_rules(), tiny.county, person)); };
    const double at_29 = 4900 * (1 + 0.015 * 7), at_30 = 4900 * (1 + 0.015 * 8);
    CHECK(outside() == Approx(at_29));
    tiny.county.begin_day(day(2026, 12, 31));
    CHECK(outside() == Approx(at_29));
    tiny.county.set_outside_as_of(day(2026, 7, 1));
    CHECK(outside() == Approx(at_29));
    tiny.county.set_outside_as_of(day(2026, 7, 3));
    CHECK(outside() == Approx(at_30));
}
