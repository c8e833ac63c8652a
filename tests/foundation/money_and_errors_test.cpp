#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/digest.hpp"
#include "sim/foundation/ids.hpp"
#include "sim/foundation/money.hpp"

using namespace staffsim;

TEST_CASE("money is whole fen, rounded to the nearest") {
    CHECK(from_yuan(0.005).fen == 1);
    CHECK(from_yuan(1.234).fen == 123);
    CHECK(from_yuan(-1.236).fen == -124);
    CHECK(from_yuan(4000) + from_yuan(0.01) - from_yuan(1) == Money{399901});
    CHECK(to_yuan(Money{12345}) == Approx(123.45));
    CHECK(to_wan_yuan(from_yuan(25000)) == Approx(2.5));
}

TEST_CASE("a monthly amount becomes a daily rate that is right over a year") {
    const DailyRate rate = per_day(from_yuan(4000));
    CHECK(rate.milli_fen == 13141954);  // 400,000 fen × 12,000 / 365.2425
    CHECK(static_cast<double>(rate.milli_fen) * days_per_year / 1000 == Approx(12 * 400000.0).epsilon(1e-7));
    CHECK(per_day(Money{0}).milli_fen == 0);
    CHECK(per_day(Money{-400000}).milli_fen == -rate.milli_fen);
}

TEST_CASE("an id that names nothing says so") {
    CHECK_FALSE(PersonId::none().exists());
    CHECK_FALSE(PersonId{}.exists());
    CHECK(PersonId{std::size_t{0}}.exists());
    CHECK(SeatId{std::size_t{3}} == SeatId{std::size_t{3}});
}

TEST_CASE("SHA-256 gives the published answers") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a problem is told with file, line, column and key") {
    CHECK(to_text(Problem{{"a.toml", 3, 7}, "pay.step_share", {"is out of range", "超出范围"}}) ==
          Text{"a.toml:3:7: pay.step_share: is out of range", "a.toml:3:7: pay.step_share: 超出范围"});
    CHECK(to_text(Problem{{"a.toml", 3, 0}, "", {"is empty", "为空"}}) == Text{"a.toml:3: is empty", "a.toml:3: 为空"});
    CHECK(to_text(Problem{{"a.toml", 0, 0}, "", {"is missing", "未填"}}) == Text{"a.toml: is missing", "a.toml: 未填"});
    CHECK(to_text(Problem{{}, "", {"nothing to do", "无事可做"}}) == Text{"nothing to do", "无事可做"});
}

TEST_CASE("all errors are thrown together, in the order of files and lines") {
    Diagnostics diagnostics;
    diagnostics.error({"b.toml", 1, 1}, "k", {"third", "三"});
    diagnostics.error({"a.toml", 9, 1}, "k", {"second", "二"});
    diagnostics.error({"a.toml", 2, 5}, "k", {"first", "一"});
    diagnostics.warning({"a.toml", 1, 1}, "k", {"only a warning", "只是提示"}, "a_kind");
    try {
        diagnostics.throw_if_errors();
        FAIL("nothing was thrown");
    } catch (const InputError& error) {
        REQUIRE(error.problems().size() == 3);
        CHECK(error.problems()[0].message.en == "first");
        CHECK(error.problems()[1].message.en == "second");
        CHECK(error.problems()[2].message.en == "third");
        CHECK(std::string(error.what()) == "a.toml:2:5: k: first\na.toml:9:1: k: second\nb.toml:1:1: k: third");
        CHECK(error.words().zh == "a.toml:2:5: k: 一\na.toml:9:1: k: 二\nb.toml:1:1: k: 三");
    }
}

TEST_CASE("warnings alone stop nothing") {
    Diagnostics diagnostics;
    diagnostics.warning({"a.toml", 1, 1}, "k", {"odd", "少见"}, "a_kind");
    CHECK_FALSE(diagnostics.has_errors());
    CHECK_NOTHROW(diagnostics.throw_if_errors());
    CHECK(diagnostics.warnings().size() == 1);
}
