// Who is on which day of the year.
#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/routine_lists.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

TEST_CASE("routine lists hold who joined last where, and forget who left") {
    const bool holds = rc::check("routine lists", [] {
        RoutineLists lists(static_cast<std::size_t>(*rc::gen::inRange(0, 40)));
        std::vector<int> day_of(30, -1);
        const int steps = *rc::gen::inRange(0, 200);
        for (int i = 0; i < steps; ++i) {
            const auto who = static_cast<std::uint32_t>(*rc::gen::inRange(0, 30));
            if (*rc::gen::inRange(0, 3) == 0) {
                lists.leave(who);
                day_of[who] = -1;
            } else {
                day_of[who] = *rc::gen::inRange(0, 4) * 121;
                lists.join(who, static_cast<std::uint32_t>(day_of[who]));
            }
        }
        for (std::uint32_t day = 0; day < RoutineLists::days; ++day) {
            std::vector<std::uint32_t> listed(lists.on(day).begin(), lists.on(day).end()), expected;
            std::sort(listed.begin(), listed.end());
            for (std::uint32_t who = 0; who < day_of.size(); ++who) {
                if (day_of[who] == static_cast<int>(day)) expected.push_back(who);
            }
            RC_ASSERT(listed == expected);
        }
    });
    CHECK(holds);
}

TEST_CASE("joining a routine list again moves, and leaving without being on a list does nothing") {
    RoutineLists lists(2);
    lists.leave(3);  // never heard of
    lists.join(3, 10);
    lists.join(7, 10);
    lists.join(3, 10);
    CHECK(lists.on(10).size() == 2);
    lists.join(3, 11);
    CHECK(lists.on(10).size() == 1);
    CHECK(lists.on(10)[0] == 7);
    CHECK(lists.on(11).size() == 1);
    lists.leave(3);
    lists.leave(3);
    CHECK(lists.on(11).empty());
    CHECK(lists.on(10).size() == 1);
    lists.join(3, 11);
    CHECK(lists.on(11).size() == 1);
}
