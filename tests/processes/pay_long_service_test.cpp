// Pay of a higher level after long service: who gets it, and how much.
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>

#include "tests/processes/pay_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("long-service pay comes by years at the statutory level or by years of service, whichever is first") {
    PayRules on = pay_rules();
    on.long_service = true;
    Township tiny;
    give_results(tiny, tiny.someone({.id = "early", .entry = day(2014, 6, 1), .tier_since = day(2014, 6, 1)}),
                 Result::competent, Result::competent, Result::excellent);
    const PersonId by_tier = tiny.someone({.id = "tier", .entry = day(2013, 12, 31), .tier_since = day(2013, 12, 31)});
    const PersonId by_service =
        tiny.someone({.id = "service", .post = deputy, .entry = day(2005, 12, 31), .tier_since = day(2024, 1, 1)});
    const PersonId neither =
        tiny.someone({.id = "neither", .post = chief, .entry = day(2006, 6, 1), .tier_since = day(2014, 6, 1)});
    const PersonId new_head =
        tiny.someone({.id = "head", .post = head, .entry = day(2013, 12, 31), .tier_since = day(2024, 1, 1)});
    for (const PersonId person : {by_tier, by_service, neither, new_head}) {
        give_results(tiny, person, Result::competent, Result::competent, Result::competent);
    }
    CHECK(has_long_service_pay(on, tiny.county, by_tier));
    CHECK(has_long_service_pay(on, tiny.county, by_service));
    CHECK(has_long_service_pay(on, tiny.county, new_head));  // at a clerk's level since entry
    CHECK_FALSE(has_long_service_pay(on, tiny.county, neither));
    CHECK_FALSE(has_long_service_pay(pay_rules(), tiny.county, by_tier));
}

TEST_CASE("long-service pay needs recent results of competent or better, as many as the rule says") {
    PayRules on = pay_rules();
    on.long_service = true;
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});  // twelve years in tier
    CHECK_FALSE(has_long_service_pay(on, tiny.county, person));
    give_results(tiny, person, Result::basically_competent, Result::excellent, Result::competent);
    CHECK_FALSE(has_long_service_pay(on, tiny.county, person));
    on.needs_competent_years = 2;
    CHECK(has_long_service_pay(on, tiny.county, person));
    on.needs_competent_years = 0;
    give_results(tiny, person, Result::incompetent, Result::incompetent, Result::incompetent);
    CHECK(has_long_service_pay(on, tiny.county, person));
}

TEST_CASE("long-service pay is the gap to the level above, with welfare on it or without") {
    PayRules on = pay_rules();
    on.long_service = true;
    on.needs_competent_years = 0;
    Township tiny;
    const auto gap = [&](std::size_t post, const PayRules& rule) {
        const PersonId person = tiny.someone({.id = "p" + std::to_string(post), .post = post});
        return pay_of(rule, tiny.county, person);
    };
    CHECK(yuan(gap(clerk, on), PayComponent::long_service) == 480);   // level 0 to 1
    CHECK(yuan(gap(head, on), PayComponent::long_service) == 240);    // level 0.5 to 1
    CHECK(yuan(gap(deputy, on), PayComponent::long_service) == 480);  // level 1 to 2
    CHECK(yuan(gap(chief, on), PayComponent::long_service) == 480);   // level 2 to 3
    CHECK(yuan(gap(clerk, on), PayComponent::welfare) == Approx(57.6));
    on.pays_level_above = 0.5;
    on.welfare_too = false;
    CHECK(yuan(gap(clerk, on), PayComponent::long_service) == 240);
    CHECK(yuan(gap(clerk, on), PayComponent::welfare) == 0);
    on.pays_level_above = 0;
    CHECK(yuan(gap(clerk, on), PayComponent::long_service) == 0);
}

TEST_CASE("long-service pay is for townships") {
    PayRules on = pay_rules();
    on.long_service = true;
    on.needs_competent_years = 0;
    Township tiny;
    CHECK_FALSE(has_long_service_pay(on, tiny.county, tiny.someone({.id = "a", .post = organ_clerk}, 1)));
}
