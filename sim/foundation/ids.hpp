// Distinct index types. An id is a row number inside one county and run; it never enters a random draw
// (draws are addressed by EntityKey, which depends only on what a thing is called).
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace staffsim {

template <class Tag>
struct Id {
    static constexpr std::uint32_t none_value = 0xFFFFFFFFu;
    std::uint32_t value = none_value;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t row) : value(static_cast<std::uint32_t>(row)) {}

    static constexpr Id none() { return Id{}; }
    constexpr bool exists() const { return value != none_value; }
    constexpr auto operator<=>(const Id&) const = default;
};

using PersonId = Id<struct PersonTag>;      // slot in the county's tables; reused after a person has left
using UnitId = Id<struct UnitTag>;          // township or county organ
using PostTypeId = Id<struct PostTypeTag>;  // node of the career graph
using SeatId = Id<struct SeatTag>;          // one titled post of one unit
using OpeningId = Id<struct OpeningTag>;    // one occasion of a place or seat falling empty

}  // namespace staffsim
