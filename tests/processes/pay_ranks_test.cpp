// The review of parallel ranks: who rises, when, and within which quota.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/processes/pay_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// One township of ten clerks, rank quota 60 %: six principal-staff ranks, three of them upper.
struct Ranks : TinyWorld {
    Ranks() : TinyWorld({township("T01", 10)}, {1, 1}, day(2026, 7, 1)) {
        for (int i = 0; i < 10; ++i) {
            people.push_back(settle(0, {.id = "P" + std::to_string(i)}));
            set(i, 2, day(2015 + i, 1, 1));
        }
    }
    void set(int i, int rank, Day since) {
        PayState& pay = county.pay_position(people[static_cast<std::size_t>(i)]);
        pay.rank = static_cast<std::int16_t>(rank);
        pay.rank_since = since;
    }
    int rank(int i) const { return county.pay(people[static_cast<std::size_t>(i)]).rank; }
    void review(const PayRules& rules) { review_ranks(everywhere(rules, county), world); }
    std::vector<PersonId> people;
};

}  // namespace

TEST_CASE("ranks rise for those longest in rank while the quota lasts") {
    Ranks tiny;
    tiny.review(pay_rules());
    for (int i = 0; i < 10; ++i) CHECK(tiny.rank(i) == (i < 6 ? 3 : 2));
}

TEST_CASE("a rank needs its years, and excellent years shorten them by half a year each") {
    Ranks tiny;
    for (int i = 0; i < 10; ++i) tiny.set(i, 1, day(2026, 1, 1));
    tiny.set(0, 1, day(2024, 6, 30));  // two years and a day
    tiny.set(1, 1, day(2024, 7, 10));  // nine days short
    tiny.set(2, 1, day(2025, 6, 1));   // a year and a month, and two excellent years
    tiny.county.pay_position(tiny.people[2]).rank_credit = 2;
    tiny.set(3, 1, day(2025, 6, 1));
    tiny.county.pay_position(tiny.people[3]).rank_credit = 1;
    tiny.review(pay_rules());
    CHECK(tiny.rank(0) == 2);
    CHECK(tiny.rank(1) == 1);
    CHECK(tiny.rank(2) == 2);
    CHECK(tiny.rank(3) == 1);
}

// Was a defect: two years by the calendar are 730 days, less than two mean years, so that somebody who rose on a review
// day waited three.
TEST_CASE("two years after a review day are over on the review day") {
    Ranks tiny;
    for (int i = 0; i < 10; ++i) tiny.set(i, 1, day(2025, 7, 1));
    tiny.set(0, 1, day(2024, 7, 1));
    tiny.set(1, 1, day(2024, 7, 2));
    tiny.set(2, 1, day(2025, 1, 1));  // a year and a half, and an excellent year
    tiny.county.pay_position(tiny.people[2]).rank_credit = 1;
    tiny.review(pay_rules());
    CHECK(tiny.rank(0) == 2);
    CHECK(tiny.rank(1) == 1);
    CHECK(tiny.rank(2) == 2);
}

TEST_CASE("the second review of ranks is half a year from the first, in the same calendar year") {
    CHECK(second_rank_review({7, 1}) == MonthDay{1, 1});
    CHECK(second_rank_review({3, 15}) == MonthDay{9, 15});
    CHECK(second_rank_review({8, 31}) == MonthDay{2, 31});  // the last of February: see turns
}

TEST_CASE("the sanctioned, the barred and probationers do not rise in rank") {
    Ranks tiny;
    tiny.county.sanction(tiny.people[0], Sanction::warning, day(2026, 7, 2));
    tiny.county.set_barred(tiny.people[1], true);
    tiny.review(pay_rules());
    CHECK(tiny.rank(0) == 2);
    CHECK(tiny.rank(1) == 2);
    CHECK(tiny.rank(2) == 3);
    TinyWorld other({township("T01", 10)}, {1, 1}, day(2026, 7, 1));
    for (const bool on_probation : {false, true}) {
        const PersonId person = other.settle(
            0, {.id = on_probation ? "probationer" : "clerk", .entry = day(2020, 1, 1), .on_probation = on_probation});
        const PayRules rules = pay_rules();
        review_ranks(everywhere(rules, other.county), other.world);
        CHECK(other.county.pay(person).rank == (on_probation ? 2 : 3));
    }
}

TEST_CASE("without parallel ranks nobody rises") {
    Ranks tiny;
    PayRules none = pay_rules();
    none.rank_regime = RankRegime::none;
    tiny.review(none);
    for (int i = 0; i < 10; ++i) CHECK(tiny.rank(i) == 2);
}

// Was a defect: ranks 1 and 2 have no quota, but once a roster brings more principal staff than the quota, clerks
// stop rising from rank 1 to 2 as well.
TEST_CASE("clerks rise to the second rank although the quota of principal staff is exceeded") {
    Ranks tiny;
    for (int i = 0; i < 9; ++i) tiny.set(i, 3, day(2026, 1, 1));
    tiny.set(9, 1, day(2020, 1, 1));
    tiny.review(pay_rules());
    CHECK(tiny.rank(9) == 2);
}
