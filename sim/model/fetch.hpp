// Brings what will be read soon into the nearest memory. For passes over people, who lie scattered: at place i, fetch
// what will be read of `ahead(people, i)`. Changes nothing but the time it takes.
#pragma once

#include <algorithm>
#include <cstddef>

namespace staffsim {

inline constexpr std::size_t people_ahead = 6;

// Who comes so many places later; near the end the last one.
template <class List>
inline auto ahead(const List& list, std::size_t i) {
    return list[std::min(i + people_ahead, list.size() - 1)];
}

// Always inline: a function of nothing but prefetches has no effect and would be dropped.
template <class... Part>
[[gnu::always_inline]] inline void fetch(const Part&... part) {
    (__builtin_prefetch(&part), ...);
}

}  // namespace staffsim
