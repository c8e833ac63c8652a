// Routine lists: entities that do the same thing on the same day of every year, kept as one list per day of the year
// and handled as a span.
#pragma once

#include "sim/kernel/entity_lists.hpp"

namespace staffsim::kernel {

class RoutineLists : public EntityLists {
  public:
    static constexpr std::uint32_t days = 365;  // day of the year 0..364; 29 February shares the list of 28 February

    // `expected`: entities in all, to have room for.
    explicit RoutineLists(std::size_t expected) : EntityLists(days, expected) {}
};

}  // namespace staffsim::kernel
