// Numbers as people read them.
#include "analysis/report/numbers.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace staffsim;
using namespace staffsim::analysis;

TEST_CASE("numbers have a true minus sign, grouped thousands and no negative zero") {
    CHECK(plain_number(-1234567.25, 1) == "−1,234,567.2");
    CHECK(signed_number(0.4, 1) == "+0.4");
    CHECK(signed_number(-0.04, 1) == "0.0");
    CHECK(signed_range(-0.6, -0.2, 1) == "[−0.6, −0.2]");
    CHECK(plain_number(std::nan(""), 1) == "–");
    CHECK(of_100(0.84, 0.78, 0.89) == "84 (78–89)");
}

TEST_CASE("percentages of a row add up, whatever is rounded") {
    CHECK(whole_percentages({0.125, 0.825, 0.025, 0.025}) == std::vector<int>{13, 83, 2, 2});
    CHECK(whole_percentages(std::vector<double>(8, 0.125)) == std::vector<int>{13, 13, 13, 13, 12, 12, 12, 12});
    CHECK(whole_percentages({0.29, 0.57, 0.14}) == std::vector<int>{29, 57, 14});
    CHECK(whole_percentages({0.3, 0.2}) == std::vector<int>{30, 20});
    CHECK(of_100(0.125, 0.05, 0.26, 0.875) == "13 (5–26) =87");
}

TEST_CASE("a narrow range over 0 is written with more decimals, but at most two") {
    measures::Outcome outcome;
    outcome.decimals = 1;
    CHECK(shown_decimals({.low = -0.6, .high = -0.2}, outcome) == 1);
    CHECK(shown_decimals({.low = -0.01, .high = 0.03}, outcome) == 2);
    CHECK(shown_decimals({.low = -0.00001, .high = 0.00003}, outcome) == 3);
    CHECK(shown_decimals({}, outcome) == 1);
}

TEST_CASE("a range that is clear of 0 is never written as one that touches it") {
    measures::Outcome outcome;
    outcome.decimals = 2;
    const stats::PairedSummary above{.difference = 0.012, .low = 0.0004, .high = 0.0236};
    CHECK(signed_range(above.low, above.high, shown_decimals(above, outcome)) == "[+0.0004, +0.0236]");
    const stats::PairedSummary below{.difference = -0.06, .low = -0.117, .high = -0.003};
    CHECK(signed_range(below.low, below.high, shown_decimals(below, outcome)) == "[−0.117, −0.003]");
    CHECK(clear_decimals(-0.3, 0.001, 1) == 1);    // reaches over 0
    CHECK(clear_decimals(0.2, 0.3, 1) == 1);       // seen already
    CHECK(clear_decimals(0.000001, 0.3, 1) == 5);  // there is an end to it
    CHECK(clear_decimals(std::nan(""), 0.3, 1) == 1);
}

TEST_CASE("no digit below a hundredth of what matters is written; the sign still says that a range is clear of 0") {
    measures::Outcome outcome;
    outcome.decimals = 2;
    outcome.matters = 0.05;
    const stats::PairedSummary small{.difference = 0.00026, .low = 0.00021, .high = 0.00061};
    CHECK(shown_decimals(small, outcome) == 3);
    CHECK(signed_range(small.low, small.high, 3) == "[+0.000, +0.001]");
    CHECK(signed_within(small.difference, small.low, small.high, 3) == "+0.000");
    const stats::PairedSummary below{.difference = -0.011, .low = -0.0223, .high = -0.0004};
    CHECK(signed_range(below.low, below.high, shown_decimals(below, outcome)) == "[−0.022, −0.000]");
    CHECK(signed_range(-0.0001, 0.0002, 3) == "[0.000, 0.000]");  // not clear
    outcome.matters = 2;                                          // its own digits stay
    CHECK(shown_decimals(small, outcome) == 2);
    outcome.matters = 50;
    outcome.decimals = 0;
    CHECK(shown_decimals({.low = 0.1, .high = 0.4}, outcome) == 0);
    CHECK(clear_decimals(0.1, 0.4, 0, outcome) == 0);
    outcome.matters = 0.01;  // a hundredth is a power of ten
    CHECK(shown_decimals({.low = 0.00001, .high = 0.00003}, outcome) == 4);
}
