// One occasion of a seat or a clerk's place falling empty, and what caused it: the opening that its last holder moved
// to fill, or an exit. Openings are kept for the whole run, so that chains of vacancies can be followed.
#pragma once

#include <cstdint>

#include "sim/foundation/date.hpp"
#include "sim/foundation/ids.hpp"

namespace staffsim {

struct Opening {
    OpeningId cause;  // none = the chain begins here
    SeatId seat;      // none = a place without title
    UnitId unit;
    Day opened;
    std::uint32_t length = 1;  // links of the chain up to and including this one
    bool filled = false;
};

}  // namespace staffsim
