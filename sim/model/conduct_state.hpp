// What education leaves in a unit, and misconduct nobody or not everybody knows of yet. Plain state of the county; the
// rules of training and conduct move it.
#pragma once

#include <cstdint>

#include "sim/foundation/date.hpp"
#include "sim/foundation/ids.hpp"

namespace staffsim {

// Stocks of a unit that education fills and time empties, z. They act on everybody who works there, newcomers
// included: education makes a climate, it does not mark persons.
struct Climate {
    double ideology = 0;      // added to integrity
    double achievements = 0;  // right view of achievements (政绩观)
    double service = 0;       // service attitude
    double learning = 0;      // "I want to learn", added to learning motivation
    double gaming = 1;        // factor on effort drawn to indicators, by the stock of `achievements`
    double visits_aimed = 1;  // factor on the plan's visits this month, where they go by complaints
};

// A misconduct that has happened. It is hidden until somebody finds it or it can no longer be proved; then an inquiry
// runs to its last day. Never shown of a person: only sums leave the county.
struct ConductCase {
    PersonId person;
    std::uint32_t generation = 0;           // of the person's slot
    std::uint16_t number = 0;               // of the person's cases: address of its draws
    double to_detection = 0, to_lapse = 0;  // unit exponentials not yet used up
    Day known_until{-1000000};              // the waits are used up to the end of that day
    Day found{-1000000};                    // the day of discovery, once it can be told; may lie ahead
    Day inquiry_until{-1000000};            // while an inquiry runs

    bool has_day_of_finding() const { return found.value > -1000000; }
    bool is_under_inquiry() const { return inquiry_until.value > -1000000; }
};

}  // namespace staffsim
