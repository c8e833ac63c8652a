// The regime of textbooks: people are pushed up on one day of the year.
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/processes/competition_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Three clerks, an office head and a deputy; all ladders pushed with certainty.
struct Pushed : TinyWorld {
    explicit Pushed(int heads, int deputies) : TinyWorld({township("T01", 12, heads, deputies)}) {
        for (int i = 0; i < 3; ++i) clerks.push_back(settle(0, {.id = "C" + std::to_string(i)}));
        head_person = settle(0, {.id = "H", .post = head});
        open();
        rule = defaults(competition_levers());
        for (LadderRules& ladder : rule.ladder) {
            ladder.regime = Regime::push;
            ladder.push_probability = 1;
            ladder.min_years_in_tier = 0;
            ladder.max_age = 200;
        }
    }
    std::size_t push() { return push_up(everywhere(rule, county), world).size(); }
    std::size_t post(PersonId person) const { return county.hot(person).post; }
    std::vector<PersonId> clerks;
    PersonId head_person;
    CompetitionRules rule;
};

}  // namespace

TEST_CASE("a push moves everybody up one step when there are seats") {
    Pushed tiny(5, 5);
    CHECK(tiny.push() == 4);
    for (const PersonId person : tiny.clerks) CHECK(tiny.post(person) == head);
    CHECK(tiny.post(tiny.head_person) == deputy);
}

TEST_CASE("who is pushed into a leadership post has risen to lead, and clerks pushed to heads have not") {
    Pushed tiny(5, 5);
    tiny.county.traits(tiny.head_person).ability = 1;
    tiny.push();
    std::int64_t risen = 0, able = 0;
    for (const auto& cell : tiny.county.tally().flows) {
        risen += cell[static_cast<std::size_t>(Flow::rises_to_lead)];
        able += cell[static_cast<std::size_t>(Flow::rises_of_able)];
    }
    CHECK(risen == 1);
    CHECK(able == 1);
}

TEST_CASE("the seat that somebody pushed leaves is free for those below, and nobody moves without a seat") {
    Pushed tiny(1, 1);
    CHECK(tiny.push() == 2);
    CHECK(tiny.post(tiny.head_person) == deputy);
    std::size_t heads = 0;
    for (const PersonId person : tiny.clerks) heads += tiny.post(person) == head ? 1 : 0;
    CHECK(heads == 1);
}

TEST_CASE("nobody is pushed at probability 0, under another regime, or under a sanction") {
    Pushed never_pushed(5, 5), other_regime(5, 5), punished(5, 5);
    for (LadderRules& ladder : never_pushed.rule.ladder) ladder.push_probability = 0;
    for (LadderRules& ladder : other_regime.rule.ladder) ladder.regime = Regime::seniority;
    punished.county.sanction(punished.clerks[0], Sanction::warning, day(2026, 2, 1));
    CHECK(never_pushed.push() == 0);
    CHECK(other_regime.push() == 0);
    CHECK(punished.push() == 3);
    CHECK(punished.post(punished.clerks[0]) == clerk);
}
