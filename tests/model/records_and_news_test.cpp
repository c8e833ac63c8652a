// What a county writes down and tells: results on record, facts, who was touched, and what day it is.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/model/routine_records.hpp"
#include "tests/model/operations_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("competent years put on record side by side leave what they leave one by one") {
    Ladder4 alone, together;
    for (const float score : {0.5f, -1.0f, 2.0f, 0.25f}) {
        alone.county.record_result(alone.clerk_person, Result::competent, score, score / 2);
        alone.county.set_barred(alone.clerk_person, false);
        together.county.set_barred(together.clerk_person, true);
        County::CompetentYears years(together.county);
        years.add(together.clerk_person, score, score / 2);
        years.close();
    }
    const Record &a = alone.county.record(alone.clerk_person), &b = together.county.record(together.clerk_person);
    CHECK(a.results == b.results);
    CHECK(a.scores == b.scores);
    CHECK(a.performance == b.performance);
    CHECK(a.all_years == b.all_years);
    CHECK(a.all_scores == b.all_scores);
    CHECK(a.scored_years == b.scored_years);
    CHECK(a.years_since_excellent == b.years_since_excellent);
    CHECK(alone.county.fingerprint() == together.county.fingerprint());
    CHECK(alone.county.facts() == together.county.facts());
    CHECK(alone.flow(Flow::assessed) == together.flow(Flow::assessed));
    CHECK_FALSE(together.county.hot(together.clerk_person).barred_from_promotion);
}

TEST_CASE("the record keeps three years, the latest last") {
    Ladder4 tiny;
    County& county = tiny.county;
    for (const Result result :
         {Result::competent, Result::excellent, Result::basically_competent, Result::incompetent}) {
        county.record_result(tiny.clerk_person, result, static_cast<float>(result), 0.5f);
    }
    const Record& record = county.record(tiny.clerk_person);
    CHECK(record.results == std::array{Result::excellent, Result::basically_competent, Result::incompetent});
    CHECK(record.scored_years == 3);
    CHECK(record.mean_score() == Approx((1 + 3 + 4) / 3.0));
    CHECK(record.years_since_excellent == 2);
    CHECK(tiny.flow(Flow::excellent) == 1);
    CHECK(tiny.flow(Flow::incompetent) == 1);
}

TEST_CASE("every operation writes one fact for whoever listens, and listening changes nothing") {
    std::vector<Fact> facts;
    std::uint64_t fingerprints[2];
    for (const bool listening : {false, true}) {
        Ladder4 tiny;
        County& county = tiny.county;
        if (listening) county.listen(&facts);
        county.leave(tiny.chief_person, ExitCause::retirement);
        county.appoint(tiny.deputy_person, tiny.seat(0, chief));
        county.send_out(tiny.clerk_person, Assignment::front_line, UnitId{std::size_t{0}}, day(2027, 1, 1), 0.5);
        county.come_back(tiny.clerk_person);
        county.sanction(tiny.clerk_person, Sanction::warning, day(2026, 7, 1));
        county.raise_rank(tiny.clerk_person, county.today());
        recruit(tiny, 0, "recruit");
        fingerprints[listening] = county.fingerprint();
        CHECK(county.facts() == 7);
    }
    CHECK(fingerprints[0] == fingerprints[1]);
    REQUIRE(facts.size() == 7);
    using enum Fact::Kind;
    const Fact::Kind kinds[] = {left, appointed, sent_out, came_back, sanctioned, rank_raised, entered};
    for (std::size_t i = 0; i < 7; ++i) CHECK(facts[i].kind == kinds[i]);
    CHECK(static_cast<ExitCause>(facts[0].detail) == ExitCause::retirement);
}

TEST_CASE("what happens to people touches them, a result on record does not") {
    Ladder4 tiny;
    County& county = tiny.county;
    CHECK(tiny.touched().empty());
    CHECK_FALSE(county.has_news());
    county.record_result(tiny.clerk_person, Result::excellent, 1, 1);
    CHECK(tiny.touched().empty());
    county.sanction(tiny.clerk_person, Sanction::warning, day(2026, 7, 1));
    CHECK(county.has_news());
    CHECK(tiny.touched() == std::vector{tiny.clerk_person});
    county.leave(tiny.head_person, ExitCause::death);
    CHECK(tiny.touched() == std::vector{tiny.head_person});
    CHECK(county.has_news());  // the seat that fell empty
    CHECK(openings(tiny) == "seat ");
    CHECK_FALSE(county.has_news());
}

TEST_CASE("what is taken comes in place of what the vector held, once") {
    Ladder4 tiny;
    std::vector<PersonId> people{tiny.chief_person, tiny.chief_person};
    tiny.county.touch(tiny.head_person);
    tiny.county.touch(tiny.clerk_person);
    tiny.county.take_touched(people);
    CHECK(people == std::vector{tiny.head_person, tiny.clerk_person});
    tiny.county.take_touched(people);
    CHECK(people.empty());
}

TEST_CASE("a post feeds what its career graph says, and nothing else") {
    const TinyCounty tiny({township("T01", 1)});
    for (std::size_t to = 0; to < tiny.plan.posts.size(); ++to) {
        const auto& feeders = tiny.plan.posts[to].feeders;
        for (std::size_t from = 0; from < tiny.plan.posts.size(); ++from) {
            const bool expected = std::find(feeders.begin(), feeders.end(), PostTypeId{from}) != feeders.end();
            CHECK(tiny.county.feeds(static_cast<std::uint8_t>(from), PostTypeId{to}) == expected);
        }
    }
}

TEST_CASE("a county knows the date of today and the first of the month, day after day and after a leap") {
    TinyCounty tiny({township("T01", 1)}, day(2023, 12, 30));
    for (Day today = day(2023, 12, 30); today < day(2025, 3, 5); today = today + 1) {
        tiny.county.begin_day(today);
        const CivilDate date = to_civil(today);
        REQUIRE(tiny.county.date() == date);
        REQUIRE(tiny.county.covariate_day() == to_day({date.year, date.month, 1}));
    }
    for (const Day far : {day(2026, 5, 31), day(2024, 2, 29), day(2024, 3, 1), day(2024, 3, 1)}) {
        tiny.county.begin_day(far);
        CHECK(tiny.county.date() == to_civil(far));
    }
}
