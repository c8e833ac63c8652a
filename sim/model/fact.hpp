// A fact for observers: what an operation of the county did, or what a rule remarked, to whom and when. Kinds are
// folded into the fingerprint by their number: new ones are appended.
#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/foundation/date.hpp"
#include "sim/foundation/ids.hpp"

namespace staffsim {

// Days as the detail of a fact: whole ones, at most 255.
inline std::uint8_t days_of_fact(std::int64_t milli_days) {
    return static_cast<std::uint8_t>(std::min<std::int64_t>(255, (milli_days + 500) / 1000));
}

struct Fact {
    enum class Kind : std::uint8_t {
        entered,
        left,
        appointed,
        moved,
        sent_out,
        came_back,
        sanctioned,
        assessed,
        rank_raised,
        rank_lowered,
        demoted,
        stepped_down,
        trial_failed,
        second_title,
        // only remarked, no change of the county (County::remark)
        trained,          // detail: days
        lost_competition  // for a titled post
    };
    Day day;
    Kind kind = Kind::entered;
    std::uint8_t detail = 0;  // exit cause, channel, result, …
    PersonId person;
    UnitId unit;
    SeatId seat;
    OpeningId opening;
    bool is_swap = false;  // of somebody who moved: two people took each other's place
};

}  // namespace staffsim
