// Bits of a number, to compare results exactly.
#pragma once

#include <bit>
#include <cstdint>

inline std::uint64_t bits_of(double x) { return std::bit_cast<std::uint64_t>(x); }
