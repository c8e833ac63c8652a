// A unit at one moment: its places and people, its seats, and what rules remember of it. Headcounts, seats and places
// move through the county's operations alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/foundation/ids.hpp"
#include "sim/foundation/random.hpp"
#include "sim/model/conduct_state.hpp"
#include "sim/model/unit_service.hpp"

namespace staffsim {

// Of seats and places: how many stand open, and on how many days they did so. What is not booked yet until the evening
// before a day is open × day + days, so that an opening costs two additions.
struct OpeningLedger {
    std::int64_t open = 0, days = 0;
    void add(Day today) { open += 1, days -= today.value; }
    void take(Day today) { open -= 1, days += today.value; }
    std::int64_t book(Day until) { return std::exchange(days, -open * until.value) + open * until.value; }
};

struct Unit {
    std::int32_t places = 0;
    std::int32_t staff = 0;          // people who fill its places
    std::int32_t supernumerary = 0;  // places beyond the establishment, counted (start, demotion)
    std::int32_t away = 0;           // of its staff, on exchange, borrowed or at the front line
    std::int32_t titled = 0;         // of its staff, in a titled post
    double present = 0;              // hands: staff at home + guests, in full-time equivalents
    std::uint32_t first_seat = 0;    // seats are contiguous
    std::uint32_t seat_count = 0;
    std::vector<PersonId> members;
    std::vector<OpeningId> place_openings;  // clerk places waiting for a recruit, oldest first
    std::int32_t early_recruits = 0;        // came while the chain had not reached a clerk's place yet
    std::int32_t empty_leadership = 0;
    OpeningLedger openings;
    std::int32_t approved_entrants = 0;
    // People there and promised beyond the establishment: who was promised a place keeps it.
    std::int32_t beyond_places() const { return std::max(0, staff + approved_entrants - places); }
    double recent_openings = 0;      // titled openings, fading with a half-life
    std::optional<double> fairness;  // correlation of results with true performance, last assessment that showed one
    double living = 0;               // living conditions that money moved, z
    std::int32_t institution_staff = 0;    // public-institution staff at work (事业人员)
    std::int32_t institution_missing = 0;  // of them, gone as recruits and not refilled yet
    std::int32_t competitors = 0;          // of its staff, who meet the conditions of a higher post; as of 1 January
    Climate climate;
    double training_days = 0;    // person-days away for training and education since the last month ended
    double training_booked = 0;  // of them, in the books of the year that ended meanwhile
    double in_training = 0;      // hands away for them, mean of the last month
    UnitService service;         // to the public
    EntityKey key;
};

}  // namespace staffsim
