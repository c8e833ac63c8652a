// Where what is known of everybody decides, the field is walked through without being written down: it must have the
// same size and the same leader as the written one.
#include <catch2/catch.hpp>

#include "sim/processes/competition/candidates.hpp"
#include "tests/processes/competition_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Two townships and an organ, some of whose people are barred, sanctioned, bound, too young at the tier or too old.
struct MixedField : TinyWorld {
    MixedField() : TinyWorld({township("T01", 20, 1), township("T02", 20, 1), organ("O01", 20, 1)}) {
        for (std::size_t i = 0; i < 45; ++i) add(i);
        open();
    }
    void add(std::size_t i) {
        const int number = static_cast<int>(i);
        const std::size_t unit = i % 3;
        const std::string id = "P" + std::to_string(i);
        const PersonId person = settle(unit, {.id = id,
                                              .post = unit == 2 ? organ_clerk : clerk,
                                              .birth = day(1960 + number % 30, 1, 1),
                                              .entry = day(1990 + number % 30, 1, 1),
                                              .tier_since = day(2020 + number % 6, 1, 1)});
        county.set_barred(person, number % 7 == 3);
        if (number % 11 == 5) county.sanction(person, Sanction::demerit, day(2027, 1, 1));
        for (int k = 0; k < number % 5; ++k) {  // many are equal, so that keys decide
            county.record_result(person, Result::competent, static_cast<float>((number + k) % 4), 0);
        }
    }
};

}  // namespace

TEST_CASE("the leader of a field is whom the regime would choose from the list of the same field") {
    MixedField tiny;
    LadderRules anybody = middle(), strict = middle();
    anybody.min_years_in_tier = 0;
    anybody.max_age = 200;
    strict.min_township_years = 4;
    std::size_t most = 0;
    for (const LadderRules& conditions : {anybody, middle(), strict}) {
        for (const Area area : {Area::unit, Area::same_kind, Area::county}) {
            const std::vector<PersonId> list = eligible_candidates(conditions, tiny.county, tiny.seat(0, head), area);
            most = std::max(most, list.size());
            for (const Regime regime : {Regime::seniority, Regime::best_record}) {
                REQUIRE(looks_at_what_is_known(regime));
                for (const bool whole_career : {false, true}) {
                    CompetitionRules rules = competition_rules();
                    rules.whole_career = whole_career;
                    const Lead found = lead(regime, rules, conditions, tiny.county, tiny.seat(0, head), area);
                    CHECK(found.field == list.size());
                    if (list.empty()) {
                        CHECK_FALSE(found.leader.exists());
                    } else {
                        CHECK(found.leader ==
                              choose(regime, rules, ability_alone(), tiny.world, tiny.seat(0, head), list));
                    }
                }
            }
        }
    }
    CHECK(most > 10);
}
