// Days on which something of a person becomes another, found day by day beside the rule that names them.
#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <vector>

namespace staffsim::tiny {

// Days of `days` on which of_day(i) is another than on the day before.
template <class Of>
std::vector<int> changes_by_day(int days, Of of_day) {
    std::vector<int> changes;
    auto before = of_day(0);
    for (int i = 1; i < days; ++i) {
        const auto now = of_day(i);
        if (now != before) changes.push_back(i);
        before = now;
    }
    return changes;
}

// Days that the rule names, one after another: days_to_next(i), asked on day i; none = never.
template <class Next>
std::vector<int> changes_as_named(int days, Next days_to_next) {
    std::vector<int> named;
    for (int i = 0; i < days;) {
        const std::optional<int> wait = days_to_next(i);
        if (!wait) break;
        REQUIRE(*wait > 0);
        i += *wait;
        if (i < days) named.push_back(i);
    }
    return named;
}

}  // namespace staffsim::tiny
