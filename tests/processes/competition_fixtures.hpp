// What the tests of competition share: rules at their defaults, and four clerks of whom each is first in another
// respect.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/processes/competition/competition.hpp"
#include "tests/processes/ability_alone.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

inline CompetitionRules competition_rules() { return defaults(competition_levers()); }
inline LadderRules& ladder(CompetitionRules& rules, Ladder which) {
    return rules.ladder[static_cast<std::size_t>(which)];
}
inline LadderRules middle() { return competition_rules().ladder[static_cast<std::size_t>(Ladder::middle)]; }

// Four clerks who differ in every respect, and an empty office head's seat. Today is 2026-01-01.
//             in tier since   in service since   ability   mean score of three years
//   A         2010            2010               −1        0.1
//   B         2016            2005                1        0.2
//   C         2016            2004                0        0.9
//   D         2020            2020                3        0.3
struct FourClerks : TinyWorld {
    explicit FourClerks(std::uint32_t replication = 1) : TinyWorld({township("T01", 5, 1)}, {1, replication}) {
        add("A", 2010, 2010, -1, 0.1f);
        add("B", 2016, 2005, 1, 0.2f);
        add("C", 2016, 2004, 0, 0.9f);
        add("D", 2020, 2020, 3, 0.3f);
        open();
    }
    void add(const std::string& id, int tier_since, int entry, float ability, float score) {
        const PersonId person =
            settle(0, {.id = id, .entry = day(entry, 1, 1), .tier_since = day(tier_since, 1, 1), .ability = ability});
        for (int i = 0; i < 3; ++i) county.record_result(person, Result::competent, score, 0);
        people.push_back(person);
    }
    SeatId the_seat() const { return seat(0, head); }
    std::string chosen(Regime regime, const CompetitionRules& how = competition_rules()) const {
        return name(choose(regime, how, ability_alone(), world, the_seat(),
                           eligible_candidates(middle(), county, the_seat(), Area::unit)));
    }
    std::string name(PersonId person) const {
        for (const char* id : {"A", "B", "C", "D"}) {
            if (county.cold(person).key == entity_key(id)) return id;
        }
        return "?";
    }
    std::vector<PersonId> people;
};

}  // namespace staffsim::tiny
