// Values as bytes and back.
#include "sim/store/packed.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <limits>

using namespace staffsim;
using namespace staffsim::store;
using measures::Ratio;

namespace {

constexpr std::size_t groups = 3, years = 4;

// One outcome; cells as given, [group][year].
measures::YearlyValues values_of(const std::vector<Ratio>& cells) {
    measures::YearlyValues values(1, groups, years);
    std::ranges::copy(cells, values.of_outcome(0).begin());
    return values;
}

bool same(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

void check_comes_back(const measures::YearlyValues& values) {
    const Bytes bytes = packed_groups(values, 0, groups);
    const PackedBlock block(bytes, values.outcome_count(), groups, years);
    std::vector<Ratio> cells(groups * years, {7, 7});
    for (std::size_t outcome = 0; outcome < values.outcome_count(); ++outcome) {
        REQUIRE(block.read(outcome, cells));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            CHECK(same(cells[i].numerator, values.of_outcome(outcome)[i].numerator));
            CHECK(same(cells[i].denominator, values.of_outcome(outcome)[i].denominator));
        }
    }
}

std::vector<Ratio> repeated(Ratio ratio) { return std::vector<Ratio>(groups * years, ratio); }

}  // namespace

TEST_CASE("every kind of number comes back bit by bit") {
    const double inf = std::numeric_limits<double>::infinity();
    for (const double x :
         {0.0,   -0.0,    1.0, -1.0,   63.0,           64.0,           -65.0, 9007199254740991.0, 9007199254740992.0,
          1e300, -3e-310, 0.1, 22.908, 365 / 365.2425, 366 / 365.2425, 1e-9,  123456.789,         std::nan(""),
          inf,   -inf}) {
        CAPTURE(x);
        check_comes_back(values_of(repeated({x, 1})));
        check_comes_back(values_of(repeated({5, x})));
        std::vector<Ratio> mixed = repeated({3, 2});
        mixed[5] = {x, x / 3};
        check_comes_back(values_of(mixed));
    }
}

TEST_CASE("groups that differ in one year come back as they are") {
    std::vector<Ratio> cells;
    for (std::size_t i = 0; i < groups * years; ++i) cells.push_back({i == 7 ? 12.5 : 3.0, 365.0});
    check_comes_back(values_of(cells));
}

TEST_CASE("counts take a byte or two a year") {
    std::vector<Ratio> cells;
    for (std::size_t i = 0; i < groups * years; ++i) cells.push_back({static_cast<double>(i * i), 365 / 365.2425});
    // 4 bytes of index; per group one byte for each form, at most two for each count, one group's year lengths (9 bits)
    CHECK(packed_groups(values_of(cells), 0, groups).size() <= 4 + groups * (2 + 2 * years) + 2 + years);
}

TEST_CASE("an outcome that is not kept takes its place in the index and nothing else") {
    CHECK(packed_groups(measures::YearlyValues(2, groups, years), 0, groups).size() == 2 * 4);
    check_comes_back(measures::YearlyValues(2, groups, years));
}

TEST_CASE("an outcome held for the first groups alone takes the bytes of one that is 0 / 0 for the others") {
    const std::vector<std::size_t> held{groups, 1, 0};
    measures::YearlyValues few(held, groups, years), all(3, groups, years);
    for (std::size_t year = 0; year < years; ++year) {
        few.cell(0, 2, year) = all.cell(0, 2, year) = {9, 1};
        few.cell(1, 0, year) = all.cell(1, 0, year) = {static_cast<double>(year), 2};
    }
    for (std::size_t first = 0; first < groups; ++first) {
        CHECK(packed_groups(few, first, groups - first) == packed_groups(all, first, groups - first));
        CHECK(packed_groups(few, first, 1) == packed_groups(all, first, 1));
    }
    CHECK(few.at(1, 0, 3) == Ratio{3, 2});
    CHECK(few.at(1, 1, 3) == Ratio{});
    CHECK(few.at(2, 0, 0) == Ratio{});
}

TEST_CASE("numbers half way between two fractions come back as well") {
    for (const double x : {0.5, 1.5, -2.5, 0.005, 2251799.8136852485, 4503599.6273704955, -3377699.7205278725})
        check_comes_back(values_of(repeated({x, x / 365.2425})));
}

TEST_CASE("no groups take no byte") { CHECK(packed_groups(values_of(repeated({1, 1})), 0, 0).empty()); }

TEST_CASE("a unit's groups are divided into sums and named units") {
    UnitResult unit{11, 12, values_of(repeated({2, 1})), {{"rule", 3}}};
    for (std::size_t year = 0; year < years; ++year) unit.values.cell(0, 2, year) = {9, 1};
    const PackedUnit bytes = packed(unit, 2);
    CHECK(bytes.fingerprint == 11);
    CHECK(bytes.events == 12);
    CHECK(bytes.rules == unit.rules);
    std::vector<Ratio> sums(2 * years), named(years);
    REQUIRE(PackedBlock(bytes.aggregates, 1, 2, years).read(0, sums));
    REQUIRE(PackedBlock(bytes.units, 1, 1, years).read(0, named));
    CHECK(sums == std::vector<Ratio>(2 * years, {2, 1}));
    CHECK(named == std::vector<Ratio>(years, {9, 1}));
}

TEST_CASE("bytes cut short, too long or of an unknown form are refused") {
    const Bytes whole = packed_groups(values_of(repeated({300, 0.3})), 0, groups);
    std::vector<Ratio> cells(groups * years);
    REQUIRE(PackedBlock(whole, 1, groups, years).read(0, cells));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_FALSE(PackedBlock(cut, 1, groups, years).read(0, cells));
        if (size < 4) continue;
        const auto end = static_cast<std::uint32_t>(size - 4);
        std::memcpy(cut.data(), &end, sizeof end);  // as if it had been meant
        if (size > 4) CHECK_FALSE(PackedBlock(cut, 1, groups, years).read(0, cells));
    }
    CHECK_FALSE(PackedBlock(whole, 1, groups - 1, years).read(0, std::span(cells).first((groups - 1) * years)));
    Bytes unknown = whole;
    unknown[4] = 200;
    CHECK_FALSE(PackedBlock(unknown, 1, groups, years).read(0, cells));
}
