// Handing over what has been gathered without allocating: the two vectors keep their room in turn.
#pragma once

#include <vector>

namespace staffsim {

// `into` gets all that was gathered (what it held is forgotten), `gathered` is empty afterwards.
template <class T>
void exchange_for_empty(std::vector<T>& gathered, std::vector<T>& into) {
    into.clear();
    if (!gathered.empty()) into.swap(gathered);
}

}  // namespace staffsim
