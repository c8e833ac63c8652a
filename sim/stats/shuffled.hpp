// 0 … count - 1 in an order addressed by (seed, name): the numbers sorted by a draw of each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "sim/foundation/random.hpp"

namespace staffsim::stats {

inline std::vector<std::size_t> shuffled(std::size_t count, const Draws& draws, EntityKey name) {
    constexpr std::uint16_t order = 1;  // sub-draw 0 of the same address is the caller's
    std::vector<double> ranks(count);
    for (std::size_t i = 0; i < count; ++i) ranks[i] = draws.uniform({combine(name, i), 0, 0, order});
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    std::stable_sort(numbers.begin(), numbers.end(), [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    return numbers;
}

}  // namespace staffsim::stats
