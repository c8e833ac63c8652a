// The first of a range by an order, where what comes after them may stand anywhere.
#pragma once

#include <algorithm>

namespace staffsim {

// [first, middle) holds in order what a sort of [first, last) would put there. Parts them from the rest before they are
// put in order, which for more than a handful costs less than a heap.
template <class Iterator, class Before>
void put_first(Iterator first, Iterator middle, Iterator last, Before before) {
    if (first == middle) return;
    if (middle != last) std::nth_element(first, middle, last, before);
    std::sort(first, middle, before);
}

}  // namespace staffsim
