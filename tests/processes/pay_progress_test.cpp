// Steps and pay grades by years of competent results, and what difference a result makes to pay.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>

#include "tests/processes/pay_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("two competent years make a step and five a pay grade, whatever comes between") {
    PayState pay;
    for (int year = 1; year <= 20; ++year) {
        const bool gained = count_competent_year(pay_rules(), pay);
        CHECK(gained == (year % 2 == 0 || year % 5 == 0));
        CHECK(pay.steps == year / 2);
        CHECK(pay.grades == year / 5);
    }
}

TEST_CASE("a result makes a difference to pay by the bonus when it is the first good or poor one, or by long service") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});
    const auto changes = [&](const PayRules& rule, Result before, Result now) {
        give_results(tiny, person, Result::none, before, now);
        return changes_pay(rule, tiny.county.record(person));
    };
    CHECK(changes(pay_rules(), Result::none, Result::competent));
    CHECK(changes(pay_rules(), Result::excellent, Result::incompetent));
    CHECK_FALSE(changes(pay_rules(), Result::competent, Result::excellent));
    CHECK_FALSE(changes(pay_rules(), Result::basically_competent, Result::incompetent));
    PayRules no_bonus = pay_rules();
    no_bonus.bonus_months = 0;
    CHECK_FALSE(changes(no_bonus, Result::none, Result::competent));
    no_bonus.long_service = true;
    CHECK(changes(no_bonus, Result::none, Result::competent));
    CHECK(changes(no_bonus, Result::competent, Result::competent));
}

// Whenever the rule says that a result makes no difference, pay is the same with it.
TEST_CASE("pay stays as it was after a result that changes nothing") {
    for (const bool long_service : {false, true}) {
        for (const double bonus : {0.0, 1.0}) {
            PayRules rule = pay_rules();
            rule.long_service = long_service;
            rule.bonus_months = bonus;
            Township tiny;
            const PersonId person = tiny.someone({.id = "a"});
            Pay before = pay_of(rule, tiny.county, person);
            for (const Result result :
                 {Result::competent, Result::competent, Result::excellent, Result::competent, Result::incompetent,
                  Result::basically_competent, Result::none, Result::competent}) {
                tiny.county.record_result(person, result, 0, 0);
                const Pay now = pay_of(rule, tiny.county, person);
                if (!changes_pay(rule, tiny.county.record(person))) CHECK(now.component == before.component);
                before = now;
            }
        }
    }
}

// H1: E[steps after n] = nq/2 − (1−(1−2q)ⁿ)/4; grades by the exact binomial sum. Four standard errors: a fresh seed
// would raise a false alarm with probability below 1e-4 each.
TEST_CASE("steps and grades of a career have the expectation of the counters") {
    const Draws draws({2026, 1});
    const double q = 0.95;
    const int years = 10, people = 40000;
    double steps = 0, steps_squared = 0, grades = 0, grades_squared = 0;
    for (int p = 0; p < people; ++p) {
        PayState pay;
        for (int year = 0; year < years; ++year) {
            if (draws.chance({{static_cast<std::uint64_t>(p)}, 1, year, 0}, q)) count_competent_year(pay_rules(), pay);
        }
        steps += pay.steps;
        steps_squared += pay.steps * pay.steps;
        grades += pay.grades;
        grades_squared += pay.grades * pay.grades;
    }
    const auto holds = [&](double sum, double squares, double expected) {
        const double mean = sum / people;
        const double error = std::sqrt((squares / people - mean * mean) / people);
        CHECK(std::abs(mean - expected) < 4 * error);
        CHECK(error < 0.005 * expected);
    };
    const double expected_steps = years * q / 2 - (1 - std::pow(1 - 2 * q, years)) / 4;
    CHECK(expected_steps == Approx(4.5871696100).epsilon(1e-9));
    holds(steps, steps_squared, expected_steps);
    double expected_grades = 0, term = std::pow(1 - q, years);
    for (int k = 0; k <= years; ++k) {
        expected_grades += term * (k / 5);
        term *= q / (1 - q) * (years - k) / (k + 1);
    }
    CHECK(expected_grades == Approx(1.5987341847).epsilon(1e-9));
    holds(grades, grades_squared, expected_grades);
}
