#include "analysis/terminal/layout.hpp"

#include <catch2/catch.hpp>

#include "analysis/terminal/style.hpp"
#include "sim/foundation/text.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

TEST_CASE("lines are parted at blanks and never wider than asked") {
    CHECK(wrapped("empty places per unit", 12) == std::vector<std::string>{"empty places", "per unit"});
    CHECK(wrapped("", 10) == std::vector<std::string>{""});
    CHECK(wrapped("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
}

TEST_CASE("Chinese text is parted anywhere and counts two columns a character") {
    CHECK(wrapped("最低层级逾十年比例", 8) == std::vector<std::string>{"最低层级", "逾十年比", "例"});
    CHECK(fitted("最低层级逾十年", 8) == "最低层…");
    CHECK(display_width(fitted("最低层级逾十年", 8)) <= 8);
}

TEST_CASE("no line of Chinese begins with a closing mark or ends with an opening one") {
    CHECK(wrapped("空编（个）", 8) == std::vector<std::string>{"空编", "（个）"});
    CHECK(wrapped("离开人数（人/年）", 16) == std::vector<std::string>{"离开人数", "（人/年）"});
    CHECK(wrapped("年离开人数*（人/年）", 10) == std::vector<std::string>{"年离开人", "数*", "（人/年）"});
    CHECK(wrapped("甲乙丙，丁", 6) == std::vector<std::string>{"甲乙", "丙，丁"});
}

TEST_CASE("a paragraph is indented below its beginning") {
    CHECK(paragraph("! ", std::string(40, 'a') + " " + std::string(40, 'b')) ==
          "! " + std::string(40, 'a') + "\n  " + std::string(40, 'b') + "\n");
}

TEST_CASE("an ASCII screen holds nothing but ASCII") {
    const Style style{Language::en, false, true};
    CHECK(finished(style, "▲ \u22120.4 [\u22120.6,+0.2] 县") == "^ -0.4 [-0.6,+0.2] ?");
}

TEST_CASE("only differences that matter are coloured, and only where colour is wanted") {
    const Style style{Language::en, true, false};
    CHECK(coloured(style, stats::Verdict::small_better, "x") == "x");
    CHECK(coloured(style, stats::Verdict::better, "x") != "x");
    CHECK(coloured({}, stats::Verdict::better, "x") == "x");
}
