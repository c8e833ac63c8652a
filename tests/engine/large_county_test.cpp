// A county of about 20,000 people: assignments and competitions keep their rules at size. Speed is measured apart.
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

constexpr std::size_t townships = 400, organs = 100;
constexpr int places = 40, pairs = 900, most_away = 3;

engine::CountyInput large_county(ExchangeMode mode) {
    engine::Policy policy = engine::default_policy();
    policy.exchange.mode = mode;
    policy.exchange.pairs_per_year = pairs;
    policy.exchange.min_service_years = 1;
    policy.exchange.max_away_per_unit = most_away;
    policy.exchange.borrowed_share = 0;
    policy.front_line.places = {};
    for (LadderRules& ladder : policy.competition.ladder) ladder.regime = Regime::competition;
    engine::CountyInput input;
    input.plan = {.id = "large", .start = day(2026, 1, 1), .posts = posts(), .units = {}, .people = {}};
    for (std::size_t i = 0; i < townships; ++i) {
        input.plan.units.push_back(township("T" + std::to_string(i), places, 6, 4, 2));
        input.plan.units.back().km_to_seat = static_cast<double>(i % 60);
    }
    for (std::size_t i = 0; i < organs; ++i) input.plan.units.push_back(organ("O" + std::to_string(i), places, 4));
    input.plan.start_full = true;
    input.plan.start_ages = {{23, 58}};
    input.policy = forever(policy, input.plan.units.size());
    input.history = policy;
    input.warm_up_years = 0;
    input.years = 1;
    return input;
}

// Sees every fact of the year.
struct Observer : engine::Sink {
    explicit Observer(const CountyPlan& plan) : plan(plan) {}
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> batch, const County& county) override {
        for (const Fact& fact : batch) {
            if (fact.kind == Fact::Kind::sent_out) see_sent(fact, county);
            if (fact.kind == Fact::Kind::appointed) appointed.insert({fact.seat.value, fact.day.value});
        }
    }
    void see_sent(const Fact& fact, const County& county) {
        CHECK(sent.insert(fact.person.value).second);  // nobody twice
        ++chairs[fact.unit.value];
        if (county.hot(fact.person).assignment != Assignment::exchange) return;  // has left since
        CHECK(plan.units[fact.unit.value].kind != plan.units[county.hot(fact.person).unit].kind);
    }
    void on_year(std::size_t, const County& county) override {
        tally = county.tally();
        for (const Unit& unit : county.units()) longest_away = std::max(longest_away, unit.away);
    }
    std::int64_t flow(Flow which) const {
        std::int64_t sum = 0;
        for (const auto& cell : tally.flows) sum += cell[static_cast<std::size_t>(which)];
        return sum;
    }
    const CountyPlan& plan;
    std::set<std::uint32_t> sent;
    std::map<std::uint32_t, int> chairs;  // by host
    std::set<std::pair<std::uint32_t, std::int32_t>> appointed;
    std::int32_t longest_away = 0;
    YearTally tally;
};

}  // namespace

// Gates are checked by the run itself.
TEST_CASE("in a county of 20,000 an exchange of 900 pairs keeps its limits, and competitions fill posts once") {
    const engine::CountyInput input = large_county(ExchangeMode::secondment);
    Observer seen(input.plan);
    engine::simulate(input, {1, 1}, {}, seen);
    // A hundred organs let three go each: as many pairs, and nobody more.
    const std::int64_t begun = seen.flow(Flow::exchanges_begun);
    CHECK(begun == 2 * std::min<std::int64_t>(pairs, organs * most_away));
    CHECK(seen.sent.size() == static_cast<std::size_t>(begun));
    CHECK(seen.longest_away <= most_away);
    // Chairs go round: hosts of one kind differ by one at most.
    for (const auto& [host, guests] : seen.chairs) {
        const bool is_organ = host >= townships;
        CHECK(guests <= (is_organ ? most_away : 1));
    }
    CHECK(seen.flow(Flow::competitions) > 300);
    CHECK(static_cast<std::int64_t>(seen.appointed.size()) ==
          seen.flow(Flow::posts_by_competition) + seen.flow(Flow::posts_by_appointment));
}

TEST_CASE("in a county of 20,000 a transfer of 300 pairs moves everybody once and keeps every headcount") {
    const engine::CountyInput input = large_county(ExchangeMode::transfer);
    Observer seen(input.plan);
    engine::simulate(input, {1, 1}, {}, seen);
    CHECK(seen.flow(Flow::exchange_transfers) == 2 * organs * most_away);
    CHECK(seen.flow(Flow::exchanges_begun) == 0);
}
