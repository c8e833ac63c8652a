// Pay by hand: a clerk's basic pay of 4,000 yuan, a step of 1.5 %, a pay grade of 3 %, a rank of 6 %, a post level of
// 12 %.
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/pay/known_pay.hpp"
#include "sim/processes/pay/pay.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

PayRules rules() { return defaults(pay_levers()); }

double yuan(const Pay& pay, PayComponent component) {
    return to_yuan(pay.component[static_cast<std::size_t>(component)]);
}

struct Township : TinyWorld {
    explicit Township(int remote_class = 1) : TinyWorld(units(remote_class)) {}
    static std::vector<UnitPlan> units(int remote_class) {
        auto all = std::vector{township("T01", 9, 1, 1, 1), organ("O01", 3, 1)};
        all[0].remote_class = remote_class;
        return all;
    }
    PersonId someone(const Someone& who, std::size_t unit = 0) {
        const PersonId person = settle(unit, who);
        county.pay_position(person).rank = 1;
        return person;
    }
};

void give_results(TinyWorld& tiny, PersonId person, Result a, Result b, Result c) {
    for (const Result result : {a, b, c}) tiny.county.record_result(person, result, 0, 0);
}

}  // namespace

TEST_CASE("basic pay adds steps, pay grades and the post level") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});
    CHECK(yuan(pay_of(rules(), tiny.county, person), PayComponent::basic) == 4000);
    tiny.county.pay_position(person).steps = 4;
    CHECK(yuan(pay_of(rules(), tiny.county, person), PayComponent::basic) == 4240);
    tiny.county.pay_position(person).grades = 2;
    CHECK(yuan(pay_of(rules(), tiny.county, person), PayComponent::basic) == 4480);
    const PersonId boss = tiny.someone({.id = "b", .post = chief});
    CHECK(yuan(pay_of(rules(), tiny.county, boss), PayComponent::basic) == 4960);
}

TEST_CASE("a rank pays under parallel ranks alone") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});
    tiny.county.pay_position(person).rank = 4;
    CHECK(yuan(pay_of(rules(), tiny.county, person), PayComponent::rank) == 720);  // three ranks above the lowest
    PayRules none = rules();
    none.rank_regime = RankRegime::none;
    CHECK(yuan(pay_of(none, tiny.county, person), PayComponent::rank) == 0);
}

TEST_CASE("the township allowance rises with remoteness and ends at the township's border") {
    for (const int remote_class : {1, 2, 3}) {
        Township tiny(remote_class);
        const PersonId person = tiny.someone({.id = "a"});
        CHECK(yuan(pay_of(rules(), tiny.county, person), PayComponent::allowance) == 400 + 100 * (remote_class - 1));
        const PersonId clerk_of_organ = tiny.someone({.id = "b", .post = organ_clerk}, 1);
        CHECK(yuan(pay_of(rules(), tiny.county, clerk_of_organ), PayComponent::allowance) == 0);
    }
}

TEST_CASE("the year-end bonus is a twelfth of basic and rank pay, for competent and better alone") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a"});
    tiny.county.pay_position(person).rank = 2;
    const auto bonus_after = [&](Result result) {
        tiny.county.record_result(person, result, 0, 0);
        return yuan(pay_of(rules(), tiny.county, person), PayComponent::bonus);
    };
    CHECK(bonus_after(Result::none) == 0);
    CHECK(bonus_after(Result::competent) == Approx((4000 + 240) / 12.0).margin(0.005));
    CHECK(bonus_after(Result::excellent) == Approx((4000 + 240) / 12.0).margin(0.005));
    CHECK(bonus_after(Result::basically_competent) == 0);
    CHECK(bonus_after(Result::incompetent) == 0);
    tiny.county.record_result(person, Result::competent, 0, 0);
    PayRules more = rules();
    more.bonus_months = 6;
    CHECK(yuan(pay_of(more, tiny.county, person), PayComponent::bonus) == 2120);
    more.bonus_months = 0;
    CHECK(yuan(pay_of(more, tiny.county, person), PayComponent::bonus) == 0);
}

TEST_CASE("long-service pay comes by years in tier or by years of service, whichever is first") {
    PayRules on = rules();
    on.long_service = true;
    Township tiny;
    give_results(tiny, tiny.someone({.id = "early", .entry = day(2014, 6, 1), .tier_since = day(2014, 6, 1)}),
                 Result::competent, Result::competent, Result::excellent);
    const PersonId by_tier = tiny.someone({.id = "tier", .entry = day(2013, 12, 31), .tier_since = day(2013, 12, 31)});
    const PersonId by_service =
        tiny.someone({.id = "service", .entry = day(2005, 12, 31), .tier_since = day(2024, 1, 1)});
    const PersonId neither = tiny.someone({.id = "neither", .entry = day(2006, 6, 1), .tier_since = day(2014, 6, 1)});
    for (const PersonId person : {by_tier, by_service, neither}) {
        give_results(tiny, person, Result::competent, Result::competent, Result::competent);
    }
    CHECK(has_long_service_pay(on, tiny.county, by_tier));
    CHECK(has_long_service_pay(on, tiny.county, by_service));
    CHECK_FALSE(has_long_service_pay(on, tiny.county, neither));
    CHECK_FALSE(has_long_service_pay(rules(), tiny.county, by_tier));
}

TEST_CASE("long-service pay needs recent results of competent or better, as many as the rule says") {
    PayRules on = rules();
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
    PayRules on = rules();
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
    PayRules on = rules();
    on.long_service = true;
    on.needs_competent_years = 0;
    Township tiny;
    CHECK_FALSE(has_long_service_pay(on, tiny.county, tiny.someone({.id = "a", .post = organ_clerk}, 1)));
}

TEST_CASE("outside pay grows with age from 22 to 42 and is flat beyond") {
    Township tiny;
    const auto outside = [&](Day birth) {
        return to_yuan(outside_option(rules(), tiny.county, tiny.someone({.id = to_text(birth), .birth = birth})));
    };
    CHECK(outside(day(2006, 1, 1)) == 4900);
    CHECK(outside(day(1994, 1, 1)) == Approx(4900 * (1 + 0.015 * 10)).epsilon(1e-4));
    CHECK(outside(day(1975, 1, 1)) == Approx(4900 * 1.3));
    CHECK(outside(day(1968, 1, 1)) == outside(day(1975, 1, 1)));
}

TEST_CASE("outside pay is that of the day as of which people compare, however old they have grown since") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a", .birth = day(1996, 7, 2)});
    const auto outside = [&] { return to_yuan(outside_option(rules(), tiny.county, person)); };
    const double at_29 = 4900 * (1 + 0.015 * 7), at_30 = 4900 * (1 + 0.015 * 8);
    CHECK(outside() == Approx(at_29));
    tiny.county.begin_day(day(2026, 12, 31));
    CHECK(outside() == Approx(at_29));
    tiny.county.set_outside_as_of(day(2026, 7, 1));
    CHECK(outside() == Approx(at_29));
    tiny.county.set_outside_as_of(day(2026, 7, 3));
    CHECK(outside() == Approx(at_30));
}

TEST_CASE("refreshing pay books the sum of the components and the ratio to outside pay") {
    Township tiny;
    const PersonId person = tiny.someone({.id = "a", .birth = day(2004, 1, 2)});
    refresh_pay(rules(), tiny.world, person);
    CHECK(to_yuan(tiny.county.pay(person).monthly) == 4400);
    CHECK(static_cast<double>(tiny.county.pay(person).relative) == Approx(std::log(4400.0 / 4900.0)).margin(1e-4));
    const PayState& pay = tiny.county.pay(person);
    CHECK(pay.rate[static_cast<std::size_t>(PayComponent::basic)] == per_day(from_yuan(4000)));
    CHECK(pay.rate[static_cast<std::size_t>(PayComponent::allowance)] == per_day(from_yuan(400)));
}

TEST_CASE("two competent years make a step and five a pay grade, whatever comes between") {
    PayState pay;
    for (int year = 1; year <= 20; ++year) {
        const bool gained = count_competent_year(rules(), pay);
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
    CHECK(changes(rules(), Result::none, Result::competent));
    CHECK(changes(rules(), Result::excellent, Result::incompetent));
    CHECK_FALSE(changes(rules(), Result::competent, Result::excellent));
    CHECK_FALSE(changes(rules(), Result::basically_competent, Result::incompetent));
    PayRules no_bonus = rules();
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
            PayRules rule = rules();
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
            if (draws.chance({{static_cast<std::uint64_t>(p)}, 1, year, 0}, q)) count_competent_year(rules(), pay);
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

namespace {

// One township of ten clerks, rank quota 60 %: six principal-staff ranks, three of them upper.
struct Ranks : TinyWorld {
    Ranks() : TinyWorld({township("T01", 10)}, {1, 1}, day(2026, 7, 1)) {
        for (int i = 0; i < 10; ++i) {
            people.push_back(settle(0, {.id = "P" + std::to_string(i)}));
            set(i, 2, day(2015 + i, 1, 1));
        }
    }
    void set(int i, int rank, Day since) {
        PayState& pay = county.pay_position(people[static_cast<std::size_t>(i)]);
        pay.rank = static_cast<std::int16_t>(rank);
        pay.rank_since = since;
    }
    int rank(int i) const { return county.pay(people[static_cast<std::size_t>(i)]).rank; }
    void review(const PayRules& rules) { review_ranks(everywhere(rules, county), world); }
    std::vector<PersonId> people;
};

}  // namespace

TEST_CASE("ranks rise for those longest in rank while the quota lasts") {
    Ranks tiny;
    tiny.review(rules());
    for (int i = 0; i < 10; ++i) CHECK(tiny.rank(i) == (i < 6 ? 3 : 2));
}

TEST_CASE("a rank needs its years, and excellent years shorten them by half a year each") {
    Ranks tiny;
    for (int i = 0; i < 10; ++i) tiny.set(i, 1, day(2026, 1, 1));
    tiny.set(0, 1, day(2024, 6, 30));  // two years and a day
    tiny.set(1, 1, day(2024, 7, 10));  // nine days short
    tiny.set(2, 1, day(2025, 6, 1));   // a year and a month, and two excellent years
    tiny.county.pay_position(tiny.people[2]).rank_credit = 2;
    tiny.set(3, 1, day(2025, 6, 1));
    tiny.county.pay_position(tiny.people[3]).rank_credit = 1;
    tiny.review(rules());
    CHECK(tiny.rank(0) == 2);
    CHECK(tiny.rank(1) == 1);
    CHECK(tiny.rank(2) == 2);
    CHECK(tiny.rank(3) == 1);
}

// Was a defect: two years by the calendar are 730 days, less than two mean years, so that somebody who rose on a review
// day waited three.
TEST_CASE("two years after a review day are over on the review day") {
    Ranks tiny;
    for (int i = 0; i < 10; ++i) tiny.set(i, 1, day(2025, 7, 1));
    tiny.set(0, 1, day(2024, 7, 1));
    tiny.set(1, 1, day(2024, 7, 2));
    tiny.set(2, 1, day(2025, 1, 1));  // a year and a half, and an excellent year
    tiny.county.pay_position(tiny.people[2]).rank_credit = 1;
    tiny.review(rules());
    CHECK(tiny.rank(0) == 2);
    CHECK(tiny.rank(1) == 1);
    CHECK(tiny.rank(2) == 2);
}

TEST_CASE("ranks are reviewed once a year, or twice half a year apart") {
    PayRules rule = rules();
    const auto reviews = [&rule] {
        std::vector<CivilDate> days;
        for (Day d = day(2027, 1, 1); d < day(2028, 1, 1); d = d + 1) {
            if (is_rank_review(rule, to_civil(d))) days.push_back(to_civil(d));
        }
        return days;
    };
    CHECK(reviews() == std::vector<CivilDate>{{2027, 7, 1}});
    rule.rank_reviews_per_year = 2;
    CHECK(reviews() == std::vector<CivilDate>{{2027, 1, 1}, {2027, 7, 1}});
    rule.rank_review = {8, 31};
    CHECK(reviews() == std::vector<CivilDate>{{2027, 2, 28}, {2027, 8, 31}});
    rule.rank_review = {3, 15};
    CHECK(reviews() == std::vector<CivilDate>{{2027, 3, 15}, {2027, 9, 15}});
}

TEST_CASE("the sanctioned, the barred and probationers do not rise in rank") {
    Ranks tiny;
    tiny.county.sanction(tiny.people[0], Sanction::warning, day(2026, 7, 2));
    tiny.county.set_barred(tiny.people[1], true);
    tiny.review(rules());
    CHECK(tiny.rank(0) == 2);
    CHECK(tiny.rank(1) == 2);
    CHECK(tiny.rank(2) == 3);
}

TEST_CASE("without parallel ranks nobody rises") {
    Ranks tiny;
    PayRules none = rules();
    none.rank_regime = RankRegime::none;
    tiny.review(none);
    for (int i = 0; i < 10; ++i) CHECK(tiny.rank(i) == 2);
}

// Was a defect: ranks 1 and 2 have no quota, but once a roster brings more principal staff than the quota, clerks
// stop rising from rank 1 to 2 as well.
TEST_CASE("clerks rise to the second rank although the quota of principal staff is exceeded") {
    Ranks tiny;
    for (int i = 0; i < 9; ++i) tiny.set(i, 3, day(2026, 1, 1));
    tiny.set(9, 1, day(2020, 1, 1));
    tiny.review(rules());
    CHECK(tiny.rank(9) == 2);
}

// --- when pay changes with age and service alone

namespace {

struct Dates {
    Day birth, entry, tier_since;
};

// What is booked for somebody whose dates are all `days` earlier: to see a day in the future without going there.
struct Shifted : Township {
    explicit Shifted(std::size_t unit_index) : unit(unit_index) {}
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

std::vector<int> changes_by_brute_force(const PayRules& rules, std::size_t unit, const Dates& dates) {
    Shifted tiny(unit);
    std::vector<int> changes;
    Money monthly;
    for (int i = 0; i < span; ++i) {
        const PersonId person = tiny.settle_after(i, dates);
        refresh_pay(rules, tiny.world, person);
        const PayState& pay = tiny.county.pay(person);
        if (i > 0 && pay.monthly != monthly) changes.push_back(i);
        monthly = pay.monthly;
        tiny.county.leave(person, ExitCause::death);
    }
    return changes;
}
std::vector<int> changes_as_named(const PayRules& rules, std::size_t unit, const Dates& dates) {
    Shifted tiny(unit);
    std::vector<int> named;
    for (int i = 0; i < span;) {
        const PersonId person = tiny.settle_after(i, dates);
        const Day next = next_own_pay_change(rules, tiny.county, person);
        tiny.county.leave(person, ExitCause::death);
        if (next == never) break;
        REQUIRE(next > tiny.county.covariate_day());
        i += next - tiny.county.covariate_day();
        if (i < span) named.push_back(i);
    }
    return named;
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
    PayRules rule = rules();
    rule.long_service = true;
    for (const std::size_t unit : {std::size_t{0}, std::size_t{1}}) {
        for (const Dates& dates : careers) {
            INFO("entered " << to_text(dates.entry) << ", in tier since " << to_text(dates.tier_since));
            const std::vector<int> changes = changes_by_brute_force(rule, unit, dates);
            const std::vector<int> named = changes_as_named(rule, unit, dates);
            for (const int change : changes) CHECK(std::count(named.begin(), named.end(), change) == 1);
            // One of the two conditions is enough; the day of the other is named as well.
            CHECK(named.size() <= changes.size() + 1);
            if (unit == 1) CHECK(named.empty());
        }
    }
}

TEST_CASE("pay that is known already is what computing it anew gives, whoever asked before") {
    Township tiny;
    PayRules rule = rules();
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
    PayRules rule = rules();
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
