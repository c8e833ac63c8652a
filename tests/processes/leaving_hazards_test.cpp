// Hazards of leaving by hand: base rates, locks, eligibility, and the effects one by one.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "tests/processes/leaving_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

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

TEST_CASE("early retirement needs 30 years of service, or 20 and five years to the statutory age") {
    RetentionRules at_sixty = unmoved();
    at_sixty.retirement = true;
    at_sixty.retirement_reform = false;
    at_sixty.age_men = at_sixty.age_women = 60;
    const auto rate = [&at_sixty](Day entry, Day birth, std::optional<Day> chosen = {}) {
        OneClerk tiny({.id = "P", .birth = birth, .entry = entry});
        if (chosen) tiny.county.set_retirement(tiny.person, *chosen);
        return tiny.yearly(at_sixty, HazardCause::early_retirement);
    };
    CHECK(rate(day(1995, 12, 31), day(1980, 1, 1)) == Approx(0.02));
    CHECK(rate(day(1996, 1, 3), day(1980, 1, 1)) == 0);
    CHECK(rate(day(2005, 12, 31), day(1970, 12, 31)) == Approx(0.02));
    CHECK(rate(day(2005, 12, 31), day(1971, 1, 5)) == 0);
    CHECK(rate(day(2006, 1, 5), day(1970, 12, 31)) == 0);
    // Whoever has chosen to go sooner, or later, is no nearer to the statutory age.
    CHECK(rate(day(2005, 12, 31), day(1972, 1, 1), day(2029, 1, 1)) == 0);
    CHECK(rate(day(2005, 12, 31), day(1970, 1, 1), day(2033, 1, 1)) == Approx(0.02));
    RetentionRules anybody = unmoved();
    anybody.early_retirement_needs_service = false;
    OneClerk young;
    CHECK(young.yearly(anybody, HazardCause::early_retirement) == Approx(0.02));
}

TEST_CASE("inside the minimum service nobody leaves of own will, but people die") {
    OneClerk tiny({.id = "P", .minimum_service_until = day(2026, 1, 2)});
    RetentionRules anybody = retention_rules();
    anybody.early_retirement_needs_service = false;
    CHECK(tiny.rate(anybody, HazardCause::early_retirement) == 0);
    CHECK(tiny.rate(retention_rules(), HazardCause::resignation) == 0);
    CHECK(tiny.rate(retention_rules(), HazardCause::moved_above) == 0);
    CHECK(tiny.rate(retention_rules(), HazardCause::death) > 0);
    tiny.county.begin_day(day(2026, 1, 2));
    CHECK(tiny.rate(anybody, HazardCause::early_retirement) > 0);
    CHECK(tiny.rate(retention_rules(), HazardCause::resignation) > 0);
    CHECK(tiny.rate(retention_rules(), HazardCause::moved_above) > 0);
}

TEST_CASE("each covariate moves resignation by its coefficient") {
    RetentionRules none = retention_rules();
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
    CHECK(workload(retention_rules(), tiny.world, full) == 0);
    CHECK(workload(retention_rules(), tiny.world, half) == Approx(std::log(3.0 / 2.0)));
    const auto resignation = static_cast<std::size_t>(HazardCause::resignation);
    CHECK(unit_pressure(retention_rules(), tiny.world, half).factor[resignation] /
              unit_pressure(retention_rules(), tiny.world, full).factor[resignation] ==
          Approx(std::exp(0.6 * std::log(1.5))));
}

TEST_CASE("recent openings keep people, and outside wages draw them away") {
    OneClerk tiny;
    const UnitId unit{std::size_t{0}};
    const auto factor = [&] { return unit_pressure(retention_rules(), tiny.world, unit).factor; };
    const double before = factor()[static_cast<std::size_t>(HazardCause::moved_above)];
    tiny.county.set_competitors(unit, 3);
    CHECK(factor()[static_cast<std::size_t>(HazardCause::moved_above)] == before);  // no opening yet
    tiny.county.set_recent_openings(unit, 2.0);
    CHECK(factor()[static_cast<std::size_t>(HazardCause::moved_above)] == Approx(before * std::exp(-1.5 * 2.0 / 5.0)));
    const double resign = factor()[static_cast<std::size_t>(HazardCause::resignation)];
    tiny.world.shocks.outside_wage = 0.1;
    CHECK(factor()[static_cast<std::size_t>(HazardCause::resignation)] == Approx(resign * std::exp(0.146)));
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
    RetentionRules rule = retention_rules();
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

TEST_CASE("two kinds of people have the base hazard on average") {
    RetentionRules rule = unmoved();
    rule.resignation = 0.1;
    rule.mobile_share = 0.25;
    rule.mobile_ratio = 5;
    TinyWorld tiny({township("T01", 2000)});
    int mobile = 0;
    for (int i = 0; i < 2000; ++i) {
        const PersonId person = tiny.settle(0, {.id = ("p" + std::to_string(i)).c_str()});
        const auto hazard = static_cast<double>(personal_hazards(rule, tiny.world, person)[0]);
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
    CHECK(workload(retention_rules(), tiny.world, id) == 0);
    tiny.county.take_institution_hand(id);
    tiny.county.take_institution_hand(id);
    CHECK(workload(retention_rules(), tiny.world, id) == Approx(std::log(4.0 / 3.0)));  // half a civil servant each
    RetentionRules none = retention_rules();
    none.institution_hand = 0;
    CHECK(workload(none, tiny.world, id) == 0);
}
