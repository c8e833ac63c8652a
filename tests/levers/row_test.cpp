// One row: what it allows, and what it says when a value is not allowed.
#include "sim/levers/row.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "sim/levers/table.hpp"

using namespace staffsim;
using namespace staffsim::levers;

namespace {

Row number_row() { return {"pay.township_allowance", Type::money, "yuan/month", 400.0, 0, 5000}; }
Row whole_row() { return {"promotion.middle.candidates", Type::count, "per post", 4.0, 1, 100}; }
Row choice_row() {
    Row row{"promotion.middle.regime", Type::choice, "", std::string("appointment"), 0, 0};
    row.choices = {"seniority", "appointment", "competition"};
    return row;
}
Row shares_row() {
    Row row{"recruitment.seats", Type::by_name, "share", std::vector<double>{0.75, 0.25}, 0, 1};
    row.names = {"open_exam", "village_cadre"};
    row.sums_to_one = true;
    return row;
}
Row list_row() {
    Row row{"pay.remote_supplement", Type::list, "yuan/month", std::vector<double>{0, 100, 200}, 0, 5000};
    row.names = {"class_1", "class_2", "class_3"};
    return row;
}

}  // namespace

TEST_CASE("the ends of a range are allowed and nothing beyond") {
    const Row row = number_row();
    CHECK_FALSE(complaint(row, 0.0));
    CHECK_FALSE(complaint(row, 5000.0));
    CHECK(complaint(row, 5000.01)->en == "5000.01 is out of range; allowed: 0 to 5000 yuan/month");
    CHECK(complaint(row, -0.5)->en == "-0.5 is out of range; allowed: 0 to 5000 yuan/month");
    CHECK(complaint(row, std::numeric_limits<double>::quiet_NaN())->en == "must be a finite number");
    CHECK(complaint(row, std::numeric_limits<double>::infinity())->en == "must be a finite number");
}

TEST_CASE("counts and days must be whole") {
    CHECK_FALSE(complaint(whole_row(), 4.0));
    CHECK(complaint(whole_row(), 4.5)->en == "4.5 is not a whole number; allowed: 1 to 100 per post");
    Row days = whole_row();
    days.type = Type::days;
    CHECK(complaint(days, 4.5));
}

TEST_CASE("a choice outside the list is told the list and the nearest entry") {
    CHECK_FALSE(complaint(choice_row(), std::string("competition")));
    CHECK(complaint(choice_row(), std::string("competiton"))->en ==
          "\"competiton\" is not allowed; one of seniority, appointment, competition; did you mean \"competition\"?");
    CHECK(complaint(choice_row(), std::string("weather"))->en ==
          "\"weather\" is not allowed; one of seniority, appointment, competition");
}

TEST_CASE("a list needs one number per name, each in the range") {
    CHECK_FALSE(complaint(list_row(), std::vector<double>{0, 0, 5000}));
    CHECK(complaint(list_row(), std::vector<double>{0, 100})->en ==
          "needs 3 numbers (class_1, class_2, class_3), has 2");
    CHECK(complaint(list_row(), std::vector<double>{0, 100, 6000})->en ==
          "6000 is out of range; allowed: 0 to 5000 yuan/month");
}

TEST_CASE("shares that must sum to one are held to it up to rounding") {
    CHECK_FALSE(complaint(shares_row(), std::vector<double>{0.9, 0.1}));
    CHECK_FALSE(complaint(shares_row(), std::vector<double>{0.9 + 1e-12, 0.1}));
    CHECK(complaint(shares_row(), std::vector<double>{0.5, 0.25})->en == "the shares must sum to 1, they sum to 0.75");
}

TEST_CASE("flags and days of the year are always allowed once read") {
    CHECK_FALSE(complaint({"a", Type::flag, "", true}, false));
    CHECK_FALSE(complaint({"a", Type::month_day, "month-day", MonthDay{9, 15}}, MonthDay{2, 1}));
}

TEST_CASE("values are written as they would stand in a file") {
    CHECK(to_text(number_row(), 400.0) == "400");
    CHECK(to_text(number_row(), 0.1) == "0.1");
    CHECK(to_text(number_row(), true) == "true");
    CHECK(to_text(choice_row(), std::string("seniority")) == "seniority");
    CHECK(to_text(number_row(), MonthDay{9, 5}) == "09-05");
    CHECK(to_text(list_row(), std::vector<double>{0, 100, 200}) == "[0, 100, 200]");
    CHECK(to_text(shares_row(), std::vector<double>{0.75, 0.25}) == "{ open_exam = 0.75, village_cadre = 0.25 }");
}

TEST_CASE("ranges are written with their unit") {
    CHECK(range_text(number_row()).en == "0 to 5000 yuan/month");
    CHECK(range_text(choice_row()).en == "one of seniority, appointment, competition");
    CHECK(range_text({"a", Type::flag, "", true}).en == "true or false");
    CHECK(range_text({"a", Type::share, "", 0.5}).en == "0 to 1");
    CHECK(range_text(number_row()).zh == "0 至 5000 元/月");
    CHECK(range_text(choice_row()).zh == "可选 seniority, appointment, competition");
    Row age{"a", Type::age, "years old", 60.0, 25, 200};
    age.none = 200;
    CHECK(range_text(age).zh == "25 至 200 岁；200 表示不限");
    CHECK(complaint(Row{"a", Type::share, "of empty places", 0.5}, 80.0)->zh ==
          "80 超出范围；允许：0 至 1（占空编）；80% 写作 0.8");
}

namespace {

struct Inner {
    int count;
    std::array<double, 2> shares;
};
struct Outer {
    bool on;
    Money pay;
    Inner inner;
};

}  // namespace

TEST_CASE("a table binds rows to fields, also of a part") {
    Table<Inner> inner;
    inner.whole(Type::count, "inner.count", &Inner::count, 3, {0, 9}, "things");
    inner.numbers<2>(Type::by_name, "inner.shares", &Inner::shares, {"a", "b"}, {0.5, 0.5}, {0, 1}, "share")
        .sums_to_one();
    Table<Outer> outer;
    outer.flag("on", &Outer::on, true)
        .policy(Authority::county, "3.1", Scope::unit)
        .says("On", "开", "Whether.")
        .from("law", Grade::L);
    outer.money("pay", &Outer::pay, 12.34, {0, 100});
    outer.include(inner, [](Outer& rules) -> Inner& { return rules.inner; });
    REQUIRE(outer.levers().size() == 4);
    Outer rules{};
    for (const auto& lever : outer.levers()) lever.apply(rules, lever.row.default_value);
    CHECK(rules.on);
    CHECK(rules.pay.fen == 1234);
    CHECK(rules.inner.count == 3);
    CHECK(rules.inner.shares == std::array<double, 2>{0.5, 0.5});
    const Row& row = outer.levers()[0].row;
    CHECK(row.kind == Kind::policy);
    CHECK(row.authority == Authority::county);
    CHECK(row.scope == Scope::unit);
    CHECK(row.clause == "3.1");
    CHECK(row.label == Text{"On", "开"});
    CHECK(outer.levers()[3].row.sums_to_one);
}
