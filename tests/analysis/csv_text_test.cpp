#include "analysis/export/csv_text.hpp"

#include <catch2/catch.hpp>
#include <limits>

using staffsim::analysis::CsvText;

namespace {

std::string row_of(const auto& write) {
    CsvText csv({"a"});
    write(csv);
    csv.end_row();
    return csv.content().substr(3);
}

}  // namespace

TEST_CASE("fields with commas, quotes and line feeds are quoted") {
    CHECK(row_of([](CsvText& csv) { csv.text("plain").text("a,b").text("say \"x\"").text("two\nlines"); }) ==
          "plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
}

TEST_CASE("a text that looks like a formula gets an apostrophe, a negative number does not") {
    CHECK(row_of([](CsvText& csv) { csv.text("=1+1").text("@x").text("-a").number(-1.5); }) ==
          "'=1+1,'@x,'-a,-1.5\r\n");
}

TEST_CASE("a number that does not exist is an empty field, others read back as they were") {
    CHECK(row_of([](CsvText& csv) {
              csv.number(std::numeric_limits<double>::quiet_NaN()).number(0.1).number(-0.0).whole(7).flag(true);
          }) == ",0.1,0,7,true\r\n");
}
