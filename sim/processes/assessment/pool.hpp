// A pool of people among whom excellent results are shared out.
#pragma once

#include <vector>

#include "sim/processes/assessment/assessment.hpp"

namespace staffsim {

struct Rated {
    PersonId person;
    double truth = 0;
    double score = 0;
    Result otherwise = Result::competent;  // when not excellent
    bool may_be_excellent = true;
};

// People among whom excellent results are shared out: those assessed in one unit, or in several, each of which brings
// the places that its own rules allow.
struct Pool {
    EntityKey key;
    std::vector<Rated> people;
    double places = 0;   // for excellent results, before they are rounded down
    double in_turn = 0;  // sum over people of the share of places that goes in turn

    void allow(const AssessmentRules& rules, std::size_t assessed) {
        const auto n = static_cast<double>(assessed);
        places += rules.excellent_share * n;
        in_turn += rules.in_turn_share * (1.0 - rules.standard_procedure) * n;
    }
    // Without its people; their memory stays.
    void clear() {
        people.clear();
        places = in_turn = 0;
    }
};

// Chooses the excellent, moves them to the front of the pool and returns their number: the whole places that the pool
// has, of which a part goes to those who have waited longest and the rest by score. Counts how many of them are truly
// among the best.
std::size_t choose_excellent(World& world, Pool& pool);

}  // namespace staffsim
