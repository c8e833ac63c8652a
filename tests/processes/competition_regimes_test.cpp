// Appointment or competition, how long decisions take, and the change of leadership teams.
// Statistical cases have fixed seeds and allow 4 standard errors (a false alarm in 16,000).
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/processes/competition/competition.hpp"
#include "tests/processes/ability_alone.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("decisions take the lead time, an exam where there is one, and the public notice") {
    Ladder4 tiny;
    const Draws draws({1, 1});
    Requests requests;
    const World world{tiny.county, draws, {}, entity_key("tiny"), requests};
    tiny.county.leave(tiny.deputy_person, ExitCause::death);
    CompetitionRules rules = defaults(competition_levers());
    LadderRules& ladder = rules.ladder[static_cast<std::size_t>(Ladder::deputy)];
    ladder.lead_days = 100;
    CHECK(days_to_decision(rules, world, tiny.seat(0, deputy)) == 107);
    ladder.regime = Regime::competition;
    CHECK(days_to_decision(rules, world, tiny.seat(0, deputy)) == 137);
    ladder.competition_share = 0;
    CHECK(regime_of(ladder, world, tiny.seat(0, deputy)) == Regime::appointment);
    CHECK(days_to_decision(rules, world, tiny.seat(0, deputy)) == 107);
}

TEST_CASE("the share of competitions holds over many openings") {
    int competitions = 0;
    constexpr int n = 2000;
    LadderRules ladder = defaults(competition_levers()).ladder[static_cast<std::size_t>(Ladder::deputy)];
    ladder.regime = Regime::competition;
    ladder.competition_share = 0.3;
    for (std::uint32_t future = 0; future < n; ++future) {
        Ladder4 tiny;
        const Draws draws({5, future});
        Requests requests;
        const World world{tiny.county, draws, {}, entity_key("tiny"), requests};
        tiny.county.leave(tiny.deputy_person, ExitCause::death);
        competitions += regime_of(ladder, world, tiny.seat(0, deputy)) == Regime::competition;
    }
    CHECK(std::abs(competitions - 0.3 * n) < 4 * std::sqrt(n * 0.3 * 0.7));
}

TEST_CASE("at a change of teams the old step down and others hand their posts round") {
    std::vector<UnitPlan> units;
    for (const char* id : {"T01", "T02", "T03", "T04"}) units.push_back(township(id, 2, 0, 0, 1));
    TinyWorld tiny(units, {1, 1}, day(2031, 9, 30));
    std::vector<PersonId> chiefs;
    for (std::size_t u = 0; u < 4; ++u) {
        chiefs.push_back(tiny.settle(
            u, {.id = "c" + std::to_string(u), .post = chief, .birth = u == 0 ? day(1973, 1, 1) : day(1985, 1, 1)}));
    }
    tiny.open();
    CompetitionRules rules = defaults(competition_levers());
    rules.leadership = {5, 2026, {9, 30}, 1.0, 57, SecondLineTiming::at_change, 0.5, 0};
    change_leadership(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.hot(chiefs[0]).second_line);  // 58 years old
    CHECK(tiny.flow(Flow::stepped_down) == 1);
    CHECK(tiny.flow(Flow::leaders_rotated) == 3);
    for (std::size_t u = 1; u < 4; ++u) CHECK(tiny.county.hot(chiefs[u]).unit != u);
    check_gates(tiny.county);
}

TEST_CASE("appointment by connections promotes people who are less suitable") {
    const auto mean_of_chosen = [](double network) {
        CompetitionRules rules = defaults(competition_levers());
        rules.appointment_seniority_weight = 0;
        rules.appointment_validity = 0.5;
        rules.network_bias = network;
        const PerformanceRules performance = ability_alone();
        double connections = 0, ability = 0;
        for (std::uint32_t future = 0; future < 1000; ++future) {
            TinyWorld tiny({township("T01", 6, 1)}, {9, future});
            std::vector<PersonId> people;
            for (int i = 0; i < 5; ++i) {
                const std::string id = "P" + std::to_string(i);
                const auto z = static_cast<float>(tiny.draws.normal({entity_key(id), +Purpose::latent_ability}));
                people.push_back(tiny.settle(0, {.id = id, .ability = z}));
            }
            tiny.open();
            const PersonId best =
                choose(Regime::appointment, rules, performance, tiny.world, tiny.seat(0, head), people);
            connections += tiny.draws.normal({tiny.county.cold(best).key, +Purpose::network});
            ability += static_cast<double>(tiny.county.traits(best).ability);
        }
        return std::pair{connections / 1000, ability / 1000};
    };
    // Correlation times the expected largest of five normals, 1.1630 (theory E1); 4 standard errors of a mean of 1,000.
    const double allowed = 4 / std::sqrt(1000.0);
    const auto [with_connections, with_ability] = mean_of_chosen(0.6);
    CHECK(std::abs(with_connections - 0.6 * 1.1630) < allowed);
    CHECK(std::abs(with_ability - 0.5 * 1.1630) < allowed);
    CHECK(std::abs(mean_of_chosen(0).first) < allowed);
}
