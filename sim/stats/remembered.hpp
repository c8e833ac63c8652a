// Values of a pure function that is slow and asked the same again and again. By thread, so that no thread waits;
// bounded.
#pragma once

#include <cstddef>
#include <map>

namespace staffsim::stats {

template <class Key, class Compute>
auto remembered(const Key& key, const Compute& compute) {
    constexpr std::size_t most = 4096;
    using Value = decltype(compute());
    thread_local std::map<Key, Value> known;  // one for each Compute
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    if (known.size() >= most) known.clear();
    return known.emplace(key, compute()).first->second;
}

}  // namespace staffsim::stats
