// When pay changes with age and service alone, and pay that is kept for whoever asks again.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/processes/pay/known_pay.hpp"
#include "tests/processes/changes_by_day.hpp"
#include "tests/processes/pay_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

struct Dates {
    Day birth, entry, tier_since;
};

// What is booked for somebody whose dates are all `days` earlier: to see a day in the future without going there.
struct ShiftedCareer : Township {
    explicit ShiftedCareer(std::size_t unit_index) : unit(unit_index) {}
    PersonId settle_after(int days, const Dates& dates) {
        const PersonId person = someone({.id = "P",
                                         .post = unit == 0 ? clerk : organ_clerk,
                                         .birth = dates.birth - days,
                                         .entry = dates.entry - days,
                                         .tier_since = dates.tier_since - days},
                                        unit);
        give_results(*this, person, Result::competent, Result::competent, Result::competent);
        return person;
    }
    std::size_t unit;
};

constexpr int span = 30 * 365;

std::vector<int> changes_of_pay(const PayRules& rules, std::size_t unit, const Dates& dates) {
    ShiftedCareer tiny(unit);
    return changes_by_day(span, [&](int i) {
        const PersonId person = tiny.settle_after(i, dates);
        refresh_pay(rules, tiny.world, person);
        const Money monthly = tiny.county.pay(person).monthly;
        tiny.county.leave(person, ExitCause::death);
        return monthly;
    });
}
std::vector<int> changes_of_pay_as_named(const PayRules& rules, std::size_t unit, const Dates& dates) {
    ShiftedCareer tiny(unit);
    return changes_as_named(span, [&](int i) -> std::optional<int> {
        const PersonId person = tiny.settle_after(i, dates);
        const Day next = next_own_pay_change(rules, tiny.county, person);
        tiny.county.leave(person, ExitCause::death);
        if (next == never) return std::nullopt;
        return next - tiny.county.covariate_day();
    });
}

const std::vector<Dates> careers{
    {day(2000, 2, 29), day(2022, 9, 1), day(2022, 9, 1)},   // all to come
    {day(1990, 1, 1), day(2013, 9, 15), day(2016, 1, 1)},   // ten years in tier any day
    {day(1983, 12, 31), day(2006, 1, 3), day(2020, 6, 1)},  // twenty years of service any day, 42 now
    {day(1984, 1, 2), day(2006, 1, 2), day(2024, 6, 1)},
    {day(1965, 6, 15), day(1990, 8, 1), day(2001, 1, 1)},  // all over
    {day(2005, 1, 2), day(2025, 9, 1), day(2025, 9, 1)},   // 21: outside pay begins to grow at 22
};

}  // namespace

TEST_CASE("the next change of pay is the first day on which it is another: long service") {
    PayRules rule = pay_rules();
    rule.long_service = true;
    for (const std::size_t unit : {std::size_t{0}, std::size_t{1}}) {
        for (const Dates& dates : careers) {
            INFO("entered " << to_text(dates.entry) << ", in tier since " << to_text(dates.tier_since));
            const std::vector<int> changes = changes_of_pay(rule, unit, dates);
            const std::vector<int> named = changes_of_pay_as_named(rule, unit, dates);
            for (const int change : changes) CHECK(std::count(named.begin(), named.end(), change) == 1);
            // One of the two conditions is enough; the day of the other is named as well.
            CHECK(named.size() <= changes.size() + 1);
            if (unit == 1) CHECK(named.empty());
        }
    }
}

TEST_CASE("pay that is known already is what computing it anew gives, whoever asked before") {
    Township tiny;
    PayRules rule = pay_rules();
    rule.performance_bonus = from_yuan(500);
    PayRules counts_years = rule;
    counts_years.allowance_per_year = from_yuan(20);
    std::vector<PersonId> people;
    for (int i = 0; i < 3; ++i) {
        people.push_back(tiny.someone({.id = "P" + std::to_string(i), .birth = day(1980 + 4 * i, 5, 1)}));
    }
    KnownPay known;
    for (int round = 0; round < 40; ++round) {
        for (const PersonId person : people) {
            PayState& position = tiny.county.pay_position(person);
            position.steps = static_cast<std::int16_t>(round % 7);
            position.grades = static_cast<std::int16_t>(round % 3 - 1);
            tiny.county.record(person).results[2] = round % 2 == 0 ? Result::competent : Result::excellent;
            for (const PayRules* rules_of_round : {&rule, &counts_years}) {
                const Paid found = known.of(*rules_of_round, tiny.county, person);
                const Paid anew = paid_today(*rules_of_round, tiny.county, person);
                REQUIRE(found.monthly == anew.monthly);
                REQUIRE(found.outside == anew.outside);
                REQUIRE(found.rate == anew.rate);
                REQUIRE(found.relative == anew.relative);
            }
        }
    }
}

// As a run looks at it: on the first of a month, with the county itself going on.
TEST_CASE("looking again in the month that the next change of pay names meets every change") {
    PayRules rule = pay_rules();
    rule.long_service = true;
    for (const Dates& dates : careers) {
        Township tiny;
        const PersonId person =
            tiny.someone({.id = "P", .birth = dates.birth, .entry = dates.entry, .tier_since = dates.tier_since});
        give_results(tiny, person, Result::competent, Result::competent, Result::competent);
        refresh_pay(rule, tiny.world, person);
        PayState known = tiny.county.pay(person);
        Day next = next_own_pay_change(rule, tiny.county, person);
        for (int month = 1; month < 30 * 12; ++month) {
            tiny.county.begin_day(add_months(day(2026, 1, 1), month));
            refresh_pay(rule, tiny.world, person);
            const PayState& fresh = tiny.county.pay(person);
            if (tiny.county.today() >= next) {
                known = fresh;
                next = next_own_pay_change(rule, tiny.county, person);
            }
            REQUIRE(fresh.monthly == known.monthly);
            REQUIRE(fresh.outside == known.outside);
            REQUIRE(fresh.relative == known.relative);
        }
    }
}
