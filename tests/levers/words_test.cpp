// What levers are counted in, and what they may be, is told in Chinese to who reads Chinese.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/engine/policy.hpp"
#include "sim/levers/table.hpp"
#include "sim/levers/words.hpp"
#include "tests/support/chinese.hpp"

using namespace staffsim;
using namespace staffsim::levers;
using tests::is_chinese;

TEST_CASE("every unit and choice of a lever has Chinese words") {
    for (const auto& lever : engine::all_levers()) {
        const Row& row = lever.row;
        INFO(row.key << " in " << row.unit);
        if (!row.unit.empty()) {
            CHECK(is_chinese(unit_words(row.unit).zh));
            CHECK(unit_words(row.unit).en == row.unit);
        }
        for (const std::string& choice : row.choices) CHECK(is_chinese(value_words(choice).zh));
    }
}

TEST_CASE("numbers, lists and unknown words stay as they are") {
    CHECK(value_words("400") == Text{"400", "400"});
    CHECK(value_words("[0, 100, 200]").zh == "[0, 100, 200]");
    CHECK(value_words("true") == Text{"true", "是"});
    CHECK(unit_words("furlongs").zh == "furlongs");
}

TEST_CASE("who decides a lever is said in both languages, and that nobody does") {
    CHECK(authority_words("county") == Text{"county", "县"});
    CHECK(authority_words("").zh == "事实或假设");
}
