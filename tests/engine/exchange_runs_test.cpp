// Exchange, borrowing and rotation over the years of a run: who is away, and whose hands are where.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("secondments end after their term, and never more are away than may be") {
    engine::Policy policy = engine::default_policy();
    policy.exchange.pairs_per_year = 3;
    policy.exchange.max_away_per_unit = 1;
    policy.exchange.min_service_years = 0;
    policy.exchange.max_age = 65;
    policy.front_line.places = {};
    policy.exchange.borrowed_share = 0;
    struct Away : engine::Sink {
        int most = 0;
        void on_year(std::size_t, const County& county) override {
            for (const Unit& unit : county.units()) most = std::max(most, unit.away);
        }
    } away;
    engine::simulate(small_county(policy), {1, 1}, {}, away);
    CHECK(away.most == 1);
}

// Little's law: number away on average = begun a year x time away. Begun: 20 a year up to organs. Without exits the
// time is the term, 1.5 years, so 30; with a hazard of leaving of 0.1 a year it is (1 - e^-0.15) / 0.1 years. The bound
// of 4 standard errors has a false-alarm probability below 1e-3 with 20 replications (t distribution).
TEST_CASE("twenty secondments a year of a year and a half make thirty away on average") {
    struct Away : engine::Sink {
        bool wants_facts() const override { return true; }
        void on_facts(std::span<const Fact> facts, const County& county) override {
            for (const Fact& fact : facts) {
                if (fact.day >= end) continue;
                if (fact.kind == Fact::Kind::sent_out) person_days += end - std::max(begin, fact.day);
                if (fact.kind == Fact::Kind::came_back) person_days -= end - std::max(begin, fact.day);
                begun += fact.kind == Fact::Kind::sent_out && fact.day >= begin;
            }
            (void)county;
        }
        void on_year(std::size_t, const County&) override {}
        // Twenty whole years, after the first five.
        Day begin = day(2031, 1, 1), end = day(2051, 1, 1);
        std::int64_t person_days = 0, begun = 0;
    };
    const auto mean_away = [](double death, std::uint32_t replication) {
        engine::Policy policy = textbook();
        policy.retention.death = death;
        policy.exchange.pairs_per_year = 20;
        policy.exchange.direction = ExchangeDirection::up;
        policy.exchange.term_years = 1.5;
        policy.exchange.max_away_per_unit = 50;
        policy.exchange.min_service_years = policy.exchange.min_years_between = 0;
        policy.exchange.max_age = 65;
        engine::CountyInput input = small_county(policy);
        input.plan.people.clear();
        input.plan.units = {township("T01", 200), township("T02", 200), organ("O01", 40)};
        input.plan.start_full = true;
        input.policy = forever(policy, 3);
        input.years = 25;
        Away away;
        engine::simulate(input, {7, replication}, {}, away);
        CHECK(away.begun == 20 * 20);
        return static_cast<double>(away.person_days) / (away.end - away.begin);
    };
    CHECK(mean_away(0, 0) == Approx(30).epsilon(0.001));  // 1.5 years are whole days
    double sum = 0, squares = 0;
    const int replications = 20;
    for (std::uint32_t r = 0; r < replications; ++r) {
        const double away = mean_away(0.1, r);
        sum += away;
        squares += away * away;
    }
    const double mean = sum / replications;
    const double error = std::sqrt((squares / replications - mean * mean) / (replications - 1));
    INFO("mean " << mean << " standard error " << error);
    CHECK(error < 0.25);
    CHECK(std::abs(mean - 20 * (1 - std::exp(-0.15)) / 0.1) < 4 * error);
}

TEST_CASE("borrowing holds its share for years, and falls when the rule does") {
    engine::Policy before = textbook();
    before.exchange.borrowed_share = 0.08;
    before.exchange.borrowing_extension_share = 0.5;
    engine::Policy after = before;
    after.exchange.borrowed_share = 0.02;
    engine::CountyInput input = small_county(before);
    input.plan.people.clear();
    input.plan.units = {township("T01", 100), township("T02", 100), organ("O01", 40)};
    input.plan.start_full = true;
    input.policy = forever(before, 3);
    change(input.policy, day(2029, 1, 1), after);
    input.years = 6;
    const Lived lived = live(input);
    for (std::size_t year = 0; year < 6; ++year) {
        CHECK(lived.years.stock(Stock::away_borrowed, year) == (year < 3 ? 16 : 4));
    }
    // Each of the 16 stays 6 or 12 months, with probability one half: a new one begins after k half-years with
    // probability u(k) = (u(k-1) + u(k-2)) / 2, u(0) = 1. In the six half-years before the rule falls 16 * 4.21875
    // = 67.5 begin; the standard deviation is 16^0.5 * 0.6953. Beyond 4 of them the false-alarm probability is below
    // 1e-4.
    std::int64_t begun = 0;
    for (std::size_t year = 0; year < 3; ++year) {
        for (const auto& cell : lived.years.tallies[year].flows) {
            begun += cell[static_cast<std::size_t>(Flow::borrowings_begun)];
        }
    }
    CHECK(std::abs(static_cast<double>(begun) - 67.5) < 4 * 4 * 0.6953);
}

TEST_CASE("transfers, rotation, borrowing and secondments keep every gate for years") {
    for (const ExchangeMode mode : {ExchangeMode::secondment, ExchangeMode::transfer}) {
        engine::Policy policy = engine::default_policy();
        policy.exchange.mode = mode;
        policy.exchange.min_years_between = 0;
        policy.exchange.rotation_years = 2;
        policy.exchange.rotation_area = Area::same_kind;
        policy.exchange.borrowed_share = 0.15;
        policy.front_line.places = {1, 1, 1, 1};
        policy.recruitment.minimum_service_years = 1;
        const Lived lived = live(small_county(policy));  // checks the gates every year
        CHECK(lived.years.flow(Flow::rotations) > 0);
        CHECK(lived.years.flow(Flow::borrowings_begun) > 0);
        CHECK((lived.years.flow(Flow::exchange_transfers) > 0) == (mode == ExchangeMode::transfer));
        CHECK((lived.years.flow(Flow::exchanges_begun) > 0) == (mode == ExchangeMode::secondment));
    }
}

TEST_CASE("without a share lost, moves disturb nothing, whatever the months") {
    engine::Policy off = engine::default_policy();
    off.performance.disruption_share = 0;
    engine::Policy other = off;
    other.performance.disruption_months = 24;
    other.performance.output_sd = 0.2;
    const std::uint64_t undisturbed = live(small_county(off)).summary.fingerprint;
    CHECK(live(small_county(other)).summary.fingerprint == undisturbed);
    CHECK(live(small_county()).summary.fingerprint != undisturbed);
}

TEST_CASE("hands present are those of a fresh count, every year") {
    struct Presence : engine::Sink {
        void on_year(std::size_t, const County& county) override {
            std::vector<double> present(county.units().size(), 0.0);
            for (const Unit& unit : county.units()) {
                for (const PersonId person : unit.members) {
                    const PersonHot& hot = county.hot(person);
                    // As at the end of the year's last day: what ends today has not been handled yet.
                    const double hands = county.today() <= county.cold(person).settling[1].until ? 0.75 : 1.0;
                    present[hot.unit] += hands * (hot.assignment == Assignment::home         ? 1.0
                                                  : hot.assignment == Assignment::front_line ? 0.5
                                                                                             : 0.0);
                    const bool guest = hot.assignment == Assignment::exchange || hot.assignment == Assignment::borrowed;
                    if (guest) present[hot.host] += hands;
                }
            }
            for (std::size_t u = 0; u < present.size(); ++u) CHECK(county.units()[u].present == present[u]);
        }
    } presence;
    engine::Policy policy = engine::default_policy();
    policy.exchange.borrowed_share = 0.1;
    policy.exchange.rotation_years = 3;
    engine::simulate(small_county(policy), {1, 5}, {}, presence);
}
