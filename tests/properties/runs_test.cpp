// What holds of every county under every policy. A failure prints the levers and the seed with which it can be
// repeated.
#include <catch2/catch.hpp>

#include "tests/properties/random_inputs.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Counted afresh at every year's end; the gates have passed by then.
struct Consistent : engine::Sink {
    void on_year(std::size_t, const County& county) override {
        for (std::size_t u = 0; u < county.units().size(); ++u) {
            const Unit& unit = county.units()[u];
            int away = 0, titled = 0;
            for (const PersonId person : unit.members) {
                RC_ASSERT(county.hot(person).in_service);
                RC_ASSERT(county.hot(person).unit == u);
                away += county.hot(person).assignment != Assignment::home ? 1 : 0;
                titled += county.hot(person).seat.exists() ? 1 : 0;
                RC_ASSERT(county.keys()[person.value] == county.cold(person).key);
                if (county.hot(person).seat.exists()) {
                    RC_ASSERT(county.seat(county.hot(person).seat).holder == person);
                    RC_ASSERT(county.seat(county.hot(person).seat).post.value == county.hot(person).post);
                }
            }
            RC_ASSERT(static_cast<int>(unit.members.size()) == unit.staff);
            RC_ASSERT(away == unit.away);
            RC_ASSERT(titled == unit.titled);
            RC_ASSERT(unit.approved_entrants >= 0);
            int empty_leadership = 0;
            for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
                const Ladder ladder = county.post_type(county.seats()[s].post).ladder;
                const bool leadership = ladder == Ladder::deputy || ladder == Ladder::chief;
                empty_leadership += leadership && !county.seats()[s].holder.exists() ? 1 : 0;
            }
            RC_ASSERT(empty_leadership == unit.empty_leadership);
        }
        const YearTally& tally = county.tally();
        for (std::size_t u = 0; u < county.units().size(); ++u)
            RC_ASSERT(tally.empty_place_days[u] <= tally.days * county.units()[u].places);
        for (const auto& cell : tally.flows) {
            for (const std::int64_t flow : cell) RC_ASSERT(flow >= 0);
        }
        for (const Exposure& exposure : tally.exposure) {
            RC_ASSERT(exposure.person_days >= 0);
            for (const std::int64_t pay : exposure.pay_milli_fen) RC_ASSERT(pay >= 0);
        }
    }
};

}  // namespace

TEST_CASE("no allowed policy breaks a conservation gate of any small county") {
    const bool holds = rc::check("gates", [] {
        const auto input = random_county(random_policy(between(0, 25)), 12);
        Consistent sink;
        engine::simulate(input, random_key(), {}, sink);
    });
    CHECK(holds);
}

TEST_CASE("policies may change on any day without breaking a gate") {
    const bool holds = rc::check("steps", [] {
        auto input = random_county(random_policy(5), 8);
        Day from = input.plan.start;
        for (int i = between(1, 4); i > 0; --i) {
            from = from + between(1, 900);
            change(input.policy, from, random_policy(8));
        }
        Consistent sink;
        engine::simulate(input, random_key(), {}, sink);
    });
    CHECK(holds);
}

TEST_CASE("the same input and key give the same future, exactly") {
    const bool holds = rc::check("same", [] {
        const auto input = random_county(random_policy(10), 6);
        const RandomKey key = random_key();
        const Lived first = live(input, key), second = live(input, key);
        RC_ASSERT(first.summary.fingerprint == second.summary.fingerprint);
        RC_ASSERT(same_years(first.years.tallies, second.years.tallies));
    });
    CHECK(holds);
}

TEST_CASE("a longer run begins as the shorter one") {
    const bool holds = rc::check("horizon", [] {
        auto input = random_county(random_policy(10), 4);
        const RandomKey key = random_key();
        const Lived brief = live(input, key);
        input.years = 7;
        Lived longer = live(input, key);
        longer.years.tallies.resize(4);
        RC_ASSERT(same_years(brief.years.tallies, longer.years.tallies));
    });
    CHECK(holds);
}

// Counts and days; sums of real numbers may differ in their last bit when the same people are added in another order.
TEST_CASE("the order of a roster makes no difference") {
    const bool holds = rc::check("order", [] {
        auto input = random_county(random_policy(10), 6);
        const RandomKey key = random_key();
        const Lived before = live(input, key);
        // Titled people keep their order, which says who sits in which chair.
        std::stable_partition(input.plan.people.begin(), input.plan.people.end(), [&](const PersonPlan& person) {
            return !input.plan.posts[person.post.value].is_entry();
        });
        std::reverse(
            std::find_if(input.plan.people.begin(), input.plan.people.end(),
                         [&](const PersonPlan& person) { return input.plan.posts[person.post.value].is_entry(); }),
            input.plan.people.end());
        const Lived after = live(input, key);
        for (std::size_t y = 0; y < 6; ++y) {
            RC_ASSERT(after.years.tallies[y].flows == before.years.tallies[y].flows);
            RC_ASSERT(after.years.tallies[y].empty_place_days == before.years.tallies[y].empty_place_days);
            for (std::size_t c = 0; c < after.years.tallies[y].exposure.size(); ++c) {
                RC_ASSERT(after.years.tallies[y].exposure[c].pay_total_milli_fen ==
                          before.years.tallies[y].exposure[c].pay_total_milli_fen);
            }
        }
    });
    CHECK(holds);
}

TEST_CASE("units and new entrants may live under rules of their own without breaking a gate") {
    const bool holds = rc::check("scopes", [] {
        auto input = random_county(random_policy(5), 8);
        add_scopes(input, [] { return random_policy(8); });
        Consistent sink;
        engine::simulate(input, random_key(), {}, sink);
    });
    CHECK(holds);
}

namespace {

// Lives a future of a random county, and again with the input changed: change(input, its policy).
template <class Change>
bool makes_no_difference(const std::string& name, Change change) {
    return rc::check(name, [&change] {
        const engine::Policy policy = random_policy(10);
        auto input = random_county(policy, 6);
        const RandomKey key = random_key();
        const Lived before = live(input, key);
        change(input, policy);
        const Lived after = live(input, key);
        RC_ASSERT(after.summary.fingerprint == before.summary.fingerprint);
        RC_ASSERT(same_years(after.years.tallies, before.years.tallies));
    });
}

}  // namespace

TEST_CASE("a policy that starts after the horizon makes no difference, exactly") {
    CHECK(makes_no_difference("after", [](engine::CountyInput& input, const engine::Policy&) {
        change(input.policy, add_years(input.plan.start, 6) + between(0, 1000), random_policy(20));
    }));
}

TEST_CASE("a policy for no unit makes no difference, exactly") {
    CHECK(makes_no_difference("nobody", [](engine::CountyInput& input, const engine::Policy&) {
        input.policy.blocks.push_back(random_policy(20));
    }));
}

TEST_CASE("a step of policy with the same rules makes no difference, exactly") {
    CHECK(makes_no_difference("null step", [](engine::CountyInput& input, const engine::Policy& policy) {
        change(input.policy, input.plan.start + between(1, 6 * 365), policy);
    }));
}

// What is the same for all is looked up once, what differs for each.
TEST_CASE("rules that units and entrants have of their own make no difference when they say the same, exactly") {
    CHECK(makes_no_difference("copies", [](engine::CountyInput& input, const engine::Policy& policy) {
        add_scopes(input, [&policy] { return policy; });
    }));
}
