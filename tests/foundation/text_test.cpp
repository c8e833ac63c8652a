#include "sim/foundation/text.hpp"

#include <catch2/catch.hpp>

using namespace staffsim;

TEST_CASE("a Chinese character takes two columns and an accented letter one") {
    CHECK(display_width("") == 0);
    CHECK(display_width("staff") == 5);
    CHECK(display_width("乡镇") == 4);
    CHECK(display_width("T01 城关镇") == 10);
    CHECK(display_width("（副科）") == 8);
    CHECK(display_width("café") == 4);
    CHECK(display_width("±0.5") == 4);
    CHECK(display_width("𠮷") == 2);
}

TEST_CASE("bytes that are no text count one column each") { CHECK(display_width("a\xff\xfe") == 3); }

TEST_CASE("padding fills up to a width in columns and never cuts") {
    CHECK(pad_right("乡", 4) == "乡  ");
    CHECK(pad_left("乡", 4) == "  乡");
    CHECK(pad_right("abcdef", 4) == "abcdef");
    CHECK(pad_left("乡镇工作", 4) == "乡镇工作");
}

TEST_CASE("UTF-8 is told from what is not") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("乡镇 staff 𠮷"));
    CHECK_FALSE(is_utf8("\xcf\xe7\xd5\xf2"));               // 乡镇 in GBK
    CHECK_FALSE(is_utf8("\xc0\xaf"));                       // overlong
    CHECK_FALSE(is_utf8("\xed\xa0\x80"));                   // surrogate
    CHECK_FALSE(is_utf8("\xf4\x90\x80\x80"));               // beyond Unicode
    CHECK_FALSE(is_utf8(std::string_view("\xe4\xb9", 2)));  // cut short
}

TEST_CASE("blanks around a text are trimmed") {
    CHECK(trimmed("  a b \r\n") == "a b");
    CHECK(trimmed(" \t ") == "");
    CHECK(trimmed("") == "");
}

TEST_CASE("the nearest word is suggested only when it is near") {
    const std::vector<std::string> words{"pay.township_allowance", "pay.remote_supplement", "promotion.middle.regime"};
    CHECK(nearest("pay.townshp_allowance", words) == "pay.township_allowance");
    CHECK(nearest("promotion.middle.regimes", words) == "promotion.middle.regime");
    CHECK(nearest("weather", words) == "");
    CHECK(nearest("", words) == "");
    CHECK(nearest("abc", {}) == "");
}

TEST_CASE("a text is read in the language asked for") {
    const Text text{"staff", "人员"};
    CHECK(in(text, Language::en) == "staff");
    CHECK(in(text, Language::zh) == "人员");
}
