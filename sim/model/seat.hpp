// A titled post of one unit: who holds it, or why and since when it is empty. The county's operations alone move it.
#pragma once

#include <cstdint>

#include "sim/foundation/date.hpp"
#include "sim/foundation/ids.hpp"
#include "sim/foundation/random.hpp"

namespace staffsim {

struct Seat {
    UnitId unit;
    PostTypeId post;
    EntityKey key;
    PersonId holder;    // none = empty; perhaps with another seat as first title
    OpeningId opening;  // why it is empty
    Day empty_since;
    std::uint32_t generation = 0;  // rises with every change of holder
    PersonId reserved_for{};       // its former holder, on trial elsewhere: empty, but no opening yet
    OpeningId reserved_cause{};    // what its opening will be caused by

    // Nobody holds it, and nobody may come back to it.
    bool is_vacant() const { return !holder.exists() && !reserved_for.exists(); }
};

}  // namespace staffsim
