// Operations on many people of one day, side by side: what one of them does is said beside its sibling for one person.

#include <algorithm>

#include "sim/model/county.hpp"

namespace staffsim {

void County::remark_trained(std::span<const std::uint32_t> slots, std::int64_t whole_days) {
    const auto days = static_cast<std::uint8_t>(std::min<std::int64_t>(255, whole_days));
    for (const std::uint32_t slot : slots) remark(Fact::Kind::trained, days, PersonId{slot});
}

}  // namespace staffsim
