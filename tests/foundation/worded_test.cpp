// Texts in both languages from one set of values.
#include "sim/foundation/worded.hpp"

#include <catch2/catch.hpp>

using namespace staffsim;

TEST_CASE("the same values stand in both templates, in the order of each") {
    CHECK(worded("{} is before {}", "{1} 之前为 {0}", "1984", 1985) == Text{"1984 is before 1985", "1985 之前为 1984"});
    CHECK(worded("{:.2f} of {{ all }}", "全部 {{ }} 的 {:.1f}", 0.25) == Text{"0.25 of { all }", "全部 { } 的 0.2"});
    CHECK(worded("{0} or {0}", "{0}", std::string("x")) == Text{"x or x", "x"});
    CHECK(worded("nothing", "没有") == Text{"nothing", "没有"});
}

TEST_CASE("a text within a text is in its language") {
    const Text number = worded("the number {}", "数字 {}", 3);
    CHECK(worded("expected a text, got {}", "应为文字，写成了{}", number) ==
          Text{"expected a text, got the number 3", "应为文字，写成了数字 3"});
    CHECK(worded("{}{}", "{}{}", number, Text{}) == number);
}

TEST_CASE("texts are put one behind the other in both languages") {
    CHECK(Text{"unknown key", "没有这个键"} + Text{"; write x", "；请写 x"} ==
          Text{"unknown key; write x", "没有这个键；请写 x"});
    CHECK(joined({{"a", "甲"}, {"b", "乙"}, {"c", "丙"}}, {", ", "、"}) == Text{"a, b, c", "甲、乙、丙"});
    CHECK(joined({}, {", ", "、"}) == Text{});
    CHECK(same_in_both("T03") == Text{"T03", "T03"});
}

TEST_CASE("a template has a hole for each value and none beside") {
    STATIC_REQUIRE(has_all_holes("{} and {}", 2));
    STATIC_REQUIRE(has_all_holes("{1} and {0}", 2));
    STATIC_REQUIRE(has_all_holes("{0} {0} {{1}}", 1));
    STATIC_REQUIRE_FALSE(has_all_holes("{} and", 2));
    STATIC_REQUIRE_FALSE(has_all_holes("{1}", 2));
    STATIC_REQUIRE_FALSE(has_all_holes("{} {}", 1));
}
