// Sanctions: how long they last, how grave they are, how often they come, and what the record says.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "sim/processes/competition/competition.hpp"
#include "tests/processes/conduct_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

struct Punished : TinyWorld {
    explicit Punished(std::uint32_t replication = 1)
        : TinyWorld({township("T01", 1)}, {1, replication}, day(2026, 3, 10)) {
        person = settle(0, {.id = "P"});
        open();
    }
    PersonId person;
};

}  // namespace

TEST_CASE("sanctions last as long as the law says") {
    CHECK(sanction_months(Sanction::warning) == 6);
    CHECK(sanction_months(Sanction::demerit) == 12);
    CHECK(sanction_months(Sanction::major_demerit) == 18);
    CHECK(sanction_months(Sanction::demotion) == 24);
    CHECK(sanction_months(Sanction::removal) == 24);
}

TEST_CASE("a demerit effective 2026-03-10 bars promotion until 2027-03-10") {
    Punished tiny;
    CHECK_FALSE(impose_sanction(always(Sanction::demerit), tiny.world, tiny.person));
    CHECK(tiny.county.cold(tiny.person).sanction == Sanction::demerit);
    CHECK(tiny.county.hot(tiny.person).sanction_until == day(2027, 3, 10));
    tiny.county.begin_day(day(2027, 3, 9));
    CHECK(tiny.county.is_sanctioned(tiny.person));
    tiny.county.begin_day(day(2027, 3, 10));
    CHECK_FALSE(tiny.county.is_sanctioned(tiny.person));
}

TEST_CASE("a further sanction adds the share of its period that the rule says, up to 48 months") {
    const auto three_warnings = [](double share) {
        Punished tiny;
        ConductRules rules = always(Sanction::warning);
        rules.added_period = share;
        for (int i = 0; i < 3; ++i) impose_sanction(rules, tiny.world, tiny.person);
        return tiny.county.hot(tiny.person).sanction_until;
    };
    CHECK(three_warnings(0) == day(2026, 9, 10));
    CHECK(three_warnings(0.5) == day(2027, 3, 10));
    CHECK(three_warnings(1) == day(2027, 9, 10));
    Punished tiny;
    for (int i = 0; i < 4; ++i) impose_sanction(always(Sanction::major_demerit), tiny.world, tiny.person);
    CHECK(tiny.county.hot(tiny.person).sanction_until == day(2030, 3, 10));
}

TEST_CASE("a later sanction is served after what is left of the first, and the graver one counts") {
    Punished tiny;
    impose_sanction(always(Sanction::demerit), tiny.world, tiny.person);
    tiny.county.begin_day(day(2026, 12, 10));
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);
    CHECK(tiny.county.hot(tiny.person).sanction_until == day(2027, 9, 10));
    CHECK(withholds_steps(tiny.county, tiny.person));
}

TEST_CASE("a demerit withholds steps while it lasts, a warning never") {
    Punished demerit, warning;
    impose_sanction(always(Sanction::demerit), demerit.world, demerit.person);
    impose_sanction(always(Sanction::warning), warning.world, warning.person);
    CHECK(withholds_steps(demerit.county, demerit.person));
    CHECK_FALSE(withholds_steps(warning.county, warning.person));
    demerit.county.begin_day(day(2027, 3, 10));
    CHECK_FALSE(withholds_steps(demerit.county, demerit.person));
}

TEST_CASE("each severity comes when it has all the share, and dismissal alone ends the service") {
    for (const Sanction kind : {Sanction::warning, Sanction::demerit, Sanction::major_demerit, Sanction::demotion,
                                Sanction::removal, Sanction::dismissal}) {
        Punished tiny;
        CHECK(impose_sanction(always(kind), tiny.world, tiny.person) == (kind == Sanction::dismissal));
        CHECK(tiny.county.cold(tiny.person).sanction == kind);
        CHECK(tiny.county.hot(tiny.person).sanction_until == add_months(day(2026, 3, 10), sanction_months(kind)));
    }
}

// Chi-square with 5 degrees of freedom, 99.99 % point 25.7.
TEST_CASE("severities come in their shares") {
    const ConductRules rules = defaults(conduct_levers());
    std::array<double, 6> seen{};
    const int n = 4000;
    for (std::uint32_t replication = 0; replication < n; ++replication) {
        Punished tiny(replication);
        impose_sanction(rules, tiny.world, tiny.person);
        seen[static_cast<std::size_t>(tiny.county.cold(tiny.person).sanction) - 1] += 1;
    }
    double chi_square = 0;
    for (std::size_t kind = 0; kind < 6; ++kind) {
        const double expected = n * rules.severity[kind];
        chi_square += (seen[kind] - expected) * (seen[kind] - expected) / expected;
    }
    CHECK(chi_square < 25.7);
}

TEST_CASE("less integrity raises the hazard of a sanction, and at effect 0 all have the base hazard") {
    Punished tiny;
    ConductRules rules = defaults(conduct_levers());
    rules.behaviour = false;
    const auto hazard = [&](float integrity) {
        tiny.county.traits(tiny.person).integrity = integrity;
        return static_cast<double>(sanction_hazard(rules, tiny.world, tiny.person));
    };
    CHECK(hazard(0) == Approx(0.012 * std::exp(-0.125)));  // centred: the mean over N(0,1) is the base hazard
    CHECK(hazard(-1) == Approx(0.012 * std::exp(0.5 - 0.125)));
    rules.integrity_effect = 0;
    CHECK(hazard(-3) == Approx(0.012));
    rules.sanction = 0;
    CHECK(hazard(0) == 0);
}

TEST_CASE("earlier sanctions take the lightest shares away") {
    ConductRules rules = defaults(conduct_levers());
    rules.repeat_effect = 0.3;
    for (const double u : {0.0, 0.3, 0.54, 0.7, 0.96}) {
        CHECK(severity_of(rules, u, 1) >= severity_of(rules, u, 0));
        CHECK(severity_of(rules, u, 5) >= severity_of(rules, u, 1));
    }
    CHECK(severity_of(rules, 0.5, 0) == Sanction::warning);
    CHECK(severity_of(rules, 0.5, 1) == Sanction::demerit);  // 1 - .5 exp(-.3) = .63
    rules.repeat_effect = 0;
    CHECK(severity_of(rules, 0.5, 9) == Sanction::warning);
}

TEST_CASE("the record of sanctions says when the latest came, and until when a grave one lasts") {
    Suspect tiny;
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);
    CHECK(tiny.county.cold(tiny.person).sanctioned_since == day(2026, 3, 10));
    CHECK(tiny.county.cold(tiny.person).grave_until < day(2026, 1, 1));
    tiny.county.begin_day(day(2026, 6, 10));
    impose_sanction(always(Sanction::demerit), tiny.world, tiny.person);
    CHECK(tiny.county.cold(tiny.person).sanctioned_since == day(2026, 6, 10));
    CHECK(tiny.county.cold(tiny.person).grave_until == day(2027, 9, 10));
    CHECK(tiny.county.cold(tiny.person).sanctions_received == 2);
    tiny.county.begin_day(day(2028, 1, 5));
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);
    CHECK(tiny.county.cold(tiny.person).sanctioned_since == day(2028, 1, 5));
    CHECK(tiny.county.cold(tiny.person).sanction == Sanction::warning);
}
