// What a year's end counts of people in rare states.
#include <catch2/catch.hpp>
#include <string>

#include "sim/engine/county_run.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

void take_stocks(TinyWorld& tiny, const CompetitionRules& competition = defaults(competition_levers())) {
    const PerformanceRules performance = defaults(performance_levers());
    const TrainingRules training = defaults(training_levers());
    County& county = tiny.county;
    engine::take_stocks(everywhere(competition, county), everywhere(performance, county), everywhere(training, county),
                        county);
}

}  // namespace

TEST_CASE("a warning that outlasts a demerit is counted as a warning in force") {
    TinyWorld tiny({township("T01", 2)});
    const PersonId person = tiny.settle(0, {.id = "P"});
    tiny.open();
    tiny.county.sanction(person, Sanction::demerit, day(2026, 11, 1));
    tiny.county.sanction(person, Sanction::warning, day(2027, 3, 1));
    const auto in_force = [&](Day today, Stock stock) {
        tiny.county.begin_day(today);
        tiny.county.begin_year(2026);
        take_stocks(tiny);
        return tiny.county.tally().stocks[0][static_cast<std::size_t>(stock)];
    };
    CHECK(in_force(day(2026, 10, 31), Stock::demerit_in_force) == 1);
    CHECK(in_force(day(2026, 10, 31), Stock::warning_in_force) == 0);
    CHECK(in_force(day(2026, 12, 31), Stock::demerit_in_force) == 0);
    CHECK(in_force(day(2026, 12, 31), Stock::warning_in_force) == 1);
    CHECK(in_force(day(2026, 12, 31), Stock::sanction_in_force) == 1);
    CHECK(in_force(day(2027, 3, 1), Stock::sanction_in_force) == 0);
}

TEST_CASE("ten years at the lowest tier are not yet more than ten") {
    TinyWorld tiny({township("T01", 3)});
    tiny.settle(0, {.id = "ten years", .tier_since = day(2017, 1, 1)});
    tiny.settle(0, {.id = "and a day", .tier_since = day(2016, 12, 31)});
    tiny.settle(0, {.id = "nine", .tier_since = day(2018, 1, 1)});
    tiny.open();
    tiny.county.begin_day(day(2027, 1, 1));  // the last day of 2026 is over
    take_stocks(tiny);
    CHECK(tiny.county.tally().stocks[0][static_cast<std::size_t>(Stock::at_lowest_tier)] == 3);
    CHECK(tiny.county.tally().stocks[0][static_cast<std::size_t>(Stock::over_10_years_lowest_tier)] == 1);
}

TEST_CASE("heads are those in a middle post of their own, and years count to the last evening") {
    TinyWorld tiny({township("T01", 5, 2, 1)});
    tiny.settle(0,
                {.id = "head", .post = head, .entry = day(2017, 1, 1), .tier_since = day(2022, 1, 1), .ability = 1.5f});
    const PersonId leader = tiny.settle(
        0, {.id = "deputy", .post = deputy, .entry = day(2007, 1, 1), .tier_since = day(2025, 1, 1), .ability = 3});
    tiny.open();
    tiny.county.hold_second_title(leader, tiny.seat(0, head, 1));
    tiny.county.begin_day(day(2027, 1, 1));
    take_stocks(tiny);
    const auto all = [&tiny](Stock stock) {
        double sum = 0;
        for (const auto& row : tiny.county.tally().stocks) sum += row[static_cast<std::size_t>(stock)];
        return sum;
    };
    CHECK(all(Stock::heads) == 1);
    CHECK(all(Stock::head_ability) == 1.5);
    CHECK(all(Stock::leader_ability) == 3);
    CHECK(all(Stock::service_years) == Approx(10 + 20).epsilon(1e-4));
    CHECK(all(Stock::post_years) == Approx(5 + 2).epsilon(1e-3));
}

TEST_CASE("a unit whose own people may take no leadership post is counted, and one without such posts is not") {
    TinyWorld tiny({township("T01", 4, 2, 1), township("T02", 3, 1, 1), township("T03", 3, 1)});
    for (const std::size_t unit : {0u, 1u, 2u})
        tiny.settle(unit, {.id = "deputy of " + std::to_string(unit),
                           .post = unit == 2 ? head : deputy,
                           .entry = day(2025, 6, 1),
                           .tier_since = day(2025, 6, 1)});
    tiny.settle(0, {.id = "long a head", .post = head, .tier_since = day(2015, 1, 1), .ability = 1});
    tiny.settle(0, {.id = "another", .post = head, .tier_since = day(2015, 1, 1), .ability = -1});
    tiny.settle(1, {.id = "a head on probation", .post = head, .tier_since = day(2015, 1, 1), .on_probation = true});
    tiny.open();
    tiny.county.begin_day(day(2027, 1, 1));
    CompetitionRules competition = defaults(competition_levers());
    for (LadderRules& ladder : competition.ladder) ladder.min_years_in_tier = 3;
    take_stocks(tiny, competition);
    const auto of_unit = [&tiny](std::size_t unit, Stock stock) {
        return tiny.county.tally().stocks[unit][static_cast<std::size_t>(stock)];
    };
    CHECK(of_unit(0, Stock::units_with_leaders) == 1);
    CHECK(of_unit(0, Stock::units_without_candidates) == 0);
    double candidates = 0, able = 0;
    for (const auto& row : tiny.county.tally().stocks) {
        candidates += row[static_cast<std::size_t>(Stock::succession_candidates)];
        able += row[static_cast<std::size_t>(Stock::able_candidates)];
    }
    CHECK(candidates == 2);
    CHECK(able == 1);
    CHECK(of_unit(1, Stock::units_with_leaders) == 1);
    CHECK(of_unit(1, Stock::units_without_candidates) == 1);
    CHECK(of_unit(2, Stock::units_with_leaders) == 0);
    CHECK(of_unit(2, Stock::units_without_candidates) == 0);
}

TEST_CASE("hands present are the mean of the year's days less what training took, not those of the last evening") {
    TinyWorld tiny({township("T01", 3), organ("C01", 2)});
    const PersonId away = tiny.settle(0, {.id = "away"});
    tiny.settle(0, {.id = "at home"});
    tiny.settle(1, {.id = "host"});
    tiny.open();
    County& county = tiny.county;
    const UnitId home{std::size_t{0}}, host{std::size_t{1}};
    const auto year = [&county](int which) {
        county.settle_ledgers(day(which + 1, 1, 1));
        return county.tally().days;
    };
    const auto at = [&county](UnitId unit, Stock stock) {
        return county.tally().stocks[unit.value][static_cast<std::size_t>(stock)];
    };
    county.begin_day(day(2026, 1, 11));
    county.send_out(away, Assignment::borrowed, host, day(2026, 7, 1), 0.5);
    county.spend_days_on_training(home, 25);  // of 250 working days a year
    county.begin_day(day(2026, 2, 1));
    county.end_training_month(home, 250 / 12.0);
    county.begin_day(day(2026, 3, 1));
    county.end_training_month(home, 250 / 12.0);
    county.begin_day(day(2026, 4, 21));
    county.come_back(away);
    county.begin_day(day(2026, 12, 5));
    county.spend_days_on_training(home, 50);  // not in the books of January
    REQUIRE(year(2026) == 365);
    take_stocks(tiny);
    CHECK(at(home, Stock::in_training) == Approx(0.1 + 0.2));
    CHECK(at(home, Stock::hands_present) == Approx(2 - 0.5 * 100 / 365 - 0.3));
    CHECK(at(host, Stock::hands_present) == Approx(1 + county.hands_at_work(away) * 100 / 365));
    CHECK(at(host, Stock::in_training) == 0);
    county.begin_year(2027);
    county.end_training_month(home, 250 / 12.0);
    REQUIRE(year(2027) == 365);
    take_stocks(tiny);
    CHECK(at(home, Stock::in_training) == 0);
    CHECK(at(home, Stock::hands_present) == Approx(2));
}
