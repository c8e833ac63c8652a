// Lists of entities against a plain map.
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "sim/kernel/entity_lists.hpp"

using namespace staffsim;

TEST_CASE("lists hold whom a plain map says they hold") {
    constexpr std::uint32_t lists = 7, entities = 40;
    kernel::EntityLists kept(lists, entities);
    std::map<std::uint32_t, std::uint32_t> plain;
    std::mt19937 engine(5);
    for (int step = 0; step < 3000; ++step) {
        const auto entity = static_cast<std::uint32_t>(engine() % entities),
                   list = static_cast<std::uint32_t>(engine() % (lists + 2));
        if (list < lists) {
            kept.join(entity, list);
            plain[entity] = list;
        } else {
            kept.leave(entity);
            plain.erase(entity);
        }
        std::vector<std::set<std::uint32_t>> expected(lists);
        for (const auto& [who, where] : plain) expected[where].insert(who);
        for (std::uint32_t l = 0; l < lists; ++l) {
            const auto found = kept.on(l);
            REQUIRE(found.size() == expected[l].size());
            REQUIRE(std::set<std::uint32_t>(found.begin(), found.end()) == expected[l]);
        }
    }
}

TEST_CASE("leaving a list one is not on changes nothing") {
    kernel::EntityLists kept(3);
    kept.leave(5);
    kept.join(1, 2);
    kept.leave(0);
    CHECK(kept.on(2).size() == 1);
}
