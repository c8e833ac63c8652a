// Points of the unit cube, one coordinate per factor: where a model with uncertain assumptions is looked at. All are
// pure functions of their arguments: luck is addressed by a seed, never by a clock or by "how many so far".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace staffsim::stats {

using UnitPoint = std::vector<double>;

// The first `count` points of the Sobol sequence, the origin included (library: Boost.Random, direction numbers of Joe
// and Kuo) in `dimension` dimensions, each coordinate shifted digit by digit by 32 bits addressed by the seed, so that
// every point alone is uniform and no coordinate is 0 or 1. Fills the cube evenly; best for counts that are powers of
// two. InvariantError when dimension is 0 or above the library's table.
std::vector<UnitPoint> sobol_points(std::size_t dimension, std::size_t count, std::uint32_t seed);

// A Latin hypercube: in every coordinate exactly one of the `count` points lies in each of the `count` equal strata, at
// a uniform place within it. Source: McKay, Beckman and Conover, Technometrics 21 (1979) 239-245.
std::vector<UnitPoint> latin_hypercube(std::size_t dimension, std::size_t count, std::uint32_t seed);

}  // namespace staffsim::stats
