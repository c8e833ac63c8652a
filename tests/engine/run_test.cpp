// Whole runs of a small county: what is guaranteed of every run.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("the same key gives the same future and another replication another one") {
    const auto input = small_county();
    std::set<std::uint64_t> fingerprints;
    for (std::uint32_t replication = 0; replication < 10; ++replication) {
        const Lived first = live(input, {1, replication}), second = live(input, {1, replication});
        CHECK(first.summary.fingerprint == second.summary.fingerprint);
        CHECK(first.summary.events == second.summary.events);
        CHECK(first.summary.person_days == second.summary.person_days);
        CHECK(same_years(first.years.tallies, second.years.tallies));
        fingerprints.insert(first.summary.fingerprint);
    }
    CHECK(fingerprints.size() == 10);
    CHECK(live(input, {2, 0}).summary.fingerprint != live(input, {1, 0}).summary.fingerprint);
}

TEST_CASE("observing facts does not change what happens") {
    struct Listener : engine::Sink {
        std::size_t facts = 0;
        std::vector<YearTally> tallies;
        bool wants_facts() const override { return true; }
        void on_facts(std::span<const Fact> batch, const County&) override { facts += batch.size(); }
        void on_year(std::size_t, const County& county) override { tallies.push_back(county.tally()); }
    };
    const auto input = small_county();
    Listener listener;
    const auto heard = engine::simulate(input, {1, 1}, {}, listener);
    const Lived unheard = live(input);
    CHECK(heard.fingerprint == unheard.summary.fingerprint);
    CHECK(same_years(listener.tallies, unheard.years.tallies));
    CHECK(listener.facts > 300);
}

TEST_CASE("a run tells as many years as it was asked for, each of whole days") {
    const Lived lived = live(small_county());
    REQUIRE(lived.years.tallies.size() == 10);
    for (std::size_t y = 0; y < 10; ++y) {
        const int year = 2026 + static_cast<int>(y);
        CHECK(lived.years.tallies[y].year == year);
        CHECK(lived.years.tallies[y].days == first_of_year(year + 1) - first_of_year(year));
    }
}

TEST_CASE("person-days of all cells add up to the headcount over time") {
    const Lived lived = live(small_county());
    std::int64_t person_days = 0;
    for (const YearTally& year : lived.years.tallies) {
        for (const Exposure& cell : year.exposure) person_days += cell.person_days;
        for (const std::int64_t empty : year.empty_place_days) person_days += empty;
    }
    // 38 places all the time, never more staff than places
    CHECK(person_days == 38 * (first_of_year(2036) - first_of_year(2026)));
}

TEST_CASE("a step of policy after the horizon changes nothing, exactly") {
    auto input = small_county();
    const Lived before = live(input);
    engine::Policy other = engine::default_policy();
    other.pay.township_allowance = from_yuan(5000);
    other.recruitment.approved_share = 0;
    change(input.policy, first_of_year(2036), other);
    const Lived after = live(input);
    CHECK(after.summary.fingerprint == before.summary.fingerprint);
    CHECK(same_years(after.years.tallies, before.years.tallies));
}

TEST_CASE("a step of policy changes nothing before its day") {
    auto input = small_county();
    const Lived before = live(input);
    engine::Policy other = engine::default_policy();
    other.recruitment.approved_share = 0;
    change(input.policy, first_of_year(2030), other);
    const Lived after = live(input);
    CHECK_FALSE(same_years(after.years.tallies, before.years.tallies));
    CHECK(same_years({after.years.tallies.begin(), after.years.tallies.begin() + 4},
                     {before.years.tallies.begin(), before.years.tallies.begin() + 4}));
}

TEST_CASE("a policy of other units does not touch a lever that is off for this one") {
    auto input = small_county();
    const Lived before = live(input);
    engine::Policy pilot = engine::default_policy();
    pilot.pay.long_service_years_in_tier = 3;  // of a rule that is switched off
    input.policy.blocks.push_back(pilot);
    input.policy.steps[0].block_of_unit = {0, 1, 0};
    const Lived after = live(input);
    CHECK(after.summary.fingerprint == before.summary.fingerprint);
    CHECK(same_years(after.years.tallies, before.years.tallies));
}

// Contract: what was done or found of a person is nobody's to read. Of a roster's people only what the record shows, a
// sanction, is a fact; hidden and found misconduct, inquiries and climate are none.
TEST_CASE("misconduct, inquiries and climate enter no fact, and facts carry no trait") {
    engine::Policy policy = engine::default_policy();
    policy.conduct.sanction = 0.1;
    policy.conduct.severity = {1, 0, 0, 0, 0, 0};
    struct Watcher : engine::Sink {
        std::int64_t sanctioned = 0, misconduct = 0, found = 0, sanctions = 0;
        bool wants_facts() const override { return true; }
        void on_facts(std::span<const Fact> facts, const County&) override {
            for (const Fact& fact : facts) sanctioned += fact.kind == Fact::Kind::sanctioned;
        }
        void on_year(std::size_t, const County& county) override {
            for (const auto& cell : county.tally().flows) {
                misconduct += cell[static_cast<std::size_t>(Flow::misconduct)];
                found += cell[static_cast<std::size_t>(Flow::misconduct_found)];
                sanctions += cell[static_cast<std::size_t>(Flow::sanctions)];
            }
        }
    } seen;
    const engine::CountyInput input = small_county(policy);
    const engine::RunSummary with = engine::simulate(input, {1, 1}, {}, seen);
    CHECK(seen.misconduct > 20);
    CHECK(seen.found > 5);
    CHECK(seen.sanctioned == seen.sanctions);  // no other fact tells of it
    Years deaf;
    CHECK(engine::simulate(input, {1, 1}, {}, deaf).fingerprint == with.fingerprint);
}
