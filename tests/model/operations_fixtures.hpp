// What the tests of operations share: somebody new, and what has fallen empty.
#pragma once

#include <cstddef>
#include <string>

#include "tests/support/tiny_county.hpp"

namespace staffsim::tiny {

inline PersonId recruit(TinyCounty& tiny, std::size_t unit, const std::string& id) {
    return tiny.county.enter(UnitId{unit}, TinyCounty::newcomer({.id = id, .entry = tiny.county.today()}));
}

// Openings announced since the last call, as "seat" or "place".
inline std::string openings(TinyCounty& tiny) {
    std::string text;
    for (const OpeningId id : tiny.new_openings()) text += tiny.county.opening(id).seat.exists() ? "seat " : "place ";
    return text;
}

}  // namespace staffsim::tiny
