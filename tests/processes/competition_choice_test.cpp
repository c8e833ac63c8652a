// Who is chosen: seniority, record, chance, competition and appointment.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/processes/competition_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// How often each of A to D is chosen in a thousand futures.
std::array<int, 4> chosen_in_futures(Regime regime, const CompetitionRules& how) {
    std::array<int, 4> times{};
    for (std::uint32_t replication = 0; replication < 1000; ++replication) {
        times[static_cast<std::size_t>(FourClerks(replication).chosen(regime, how)[0] - 'A')] += 1;
    }
    return times;
}

}  // namespace

TEST_CASE("seniority takes who is longest at the tier, then longest in service") {
    FourClerks tiny;
    CHECK(tiny.chosen(Regime::seniority) == "A");
    tiny.county.set_barred(tiny.people[0], true);
    CHECK(tiny.chosen(Regime::seniority) == "C");  // as long at the tier as B, a year longer in service
}

TEST_CASE("best record takes the highest mean score") { CHECK(FourClerks().chosen(Regime::best_record) == "C"); }

//        scores, oldest first        mean of the last three   mean of all
//   A    3  3  3  0  0  0            0                        1.5
//   B    −2 −2 −2 1  1  1            1                        −0.5
//   C    0.5                         0.5                      0.5
TEST_CASE("best record looks at the last three scores, or at all of the career") {
    TinyWorld tiny({township("T01", 5, 1)});
    const std::vector<std::vector<float>> scores{{3, 3, 3, 0, 0, 0}, {-2, -2, -2, 1, 1, 1}, {0.5f}};
    std::vector<PersonId> people;
    for (const char* id : {"A", "B", "C"}) {
        people.push_back(tiny.settle(0, {.id = id}));
        for (const float score : scores[people.size() - 1])
            tiny.county.record_result(people.back(), Result::competent, score, 0);
    }
    CHECK(tiny.county.record(people[0]).career_mean() == 1.5f);
    CHECK(tiny.county.record(people[1]).career_mean() == -0.5f);
    CHECK(tiny.county.record(people[2]).career_mean() == 0.5f);
    CHECK(tiny.county.record(people[2]).mean_score() == 0.5f);
    const auto best = [&](bool whole_career, std::vector<PersonId> field) {
        CompetitionRules how = competition_rules();
        how.whole_career = whole_career;
        return choose(Regime::best_record, how, ability_alone(), tiny.world, tiny.seat(0, head), field);
    };
    CHECK(best(false, people) == people[1]);
    CHECK(best(true, people) == people[0]);
    CHECK(best(false, {people[0], people[2]}) == people[2]);
    CHECK(best(true, {people[1], people[2]}) == people[2]);
    // A year without a grade counts neither way.
    tiny.county.record_result(people[0], Result::none, 0, 0);
    CHECK(tiny.county.record(people[0]).all_years == 6);
    CHECK(tiny.county.record(people[0]).career_mean() == 1.5f);
    // Without any score a record is 0.
    const PersonId fresh = tiny.settle(0, {.id = "fresh"});
    CHECK(tiny.county.record(fresh).career_mean() == 0);
    CHECK(best(true, {people[1], fresh}) == fresh);
    CHECK(best(true, {people[2], fresh}) == people[2]);
}

TEST_CASE("random choice takes everybody alike") {
    for (const int times : chosen_in_futures(Regime::random, competition_rules()))
        CHECK(std::abs(times - 250) < 4 * 13.7);  // four standard errors
}

TEST_CASE("a competition with high validities takes the most able, and weights of 0 do not count") {
    CompetitionRules valid = competition_rules();
    valid.weights = {1, 0, 0, 0};
    valid.validity = {0.9, 0.1, 0.1, 0.1};
    CHECK(chosen_in_futures(Regime::competition, valid)[3] > 950);
    valid.validity[0] = 0.1;
    CHECK(chosen_in_futures(Regime::competition, valid)[3] < 500);
}

TEST_CASE("credit for township service moves a competition towards those who have it") {
    CompetitionRules plain = competition_rules(), credit = competition_rules();
    credit.long_service_credit = 1.0;
    CHECK(chosen_in_futures(Regime::competition, credit)[2] > chosen_in_futures(Regime::competition, plain)[2] + 30);
}

TEST_CASE("credit for the front line moves a competition towards those who were there") {
    FourClerks tiny;
    CompetitionRules credit = competition_rules();
    credit.front_line_credit = 1;
    tiny.county.record(tiny.people[0]).front_line_years = 20;
    CHECK(tiny.chosen(Regime::competition, credit) == "A");
}

TEST_CASE("an appointment with all weight on seniority is seniority, with none it sees ability") {
    CompetitionRules senior = competition_rules();
    senior.appointment_seniority_weight = 1;
    CHECK(chosen_in_futures(Regime::appointment, senior)[0] == 1000);
    senior.appointment_seniority_weight = 0;
    senior.appointment_validity = 0.8;
    CHECK(chosen_in_futures(Regime::appointment, senior)[3] > 800);
}

TEST_CASE("the choice does not depend on the order in which candidates are listed") {
    FourClerks tiny;
    auto found = eligible_candidates(middle(), tiny.county, tiny.the_seat(), Area::unit);
    REQUIRE(found.size() == 4);
    const PerformanceRules performance = defaults(performance_levers());
    for (const Regime regime :
         {Regime::seniority, Regime::appointment, Regime::competition, Regime::random, Regime::best_record}) {
        const PersonId forwards = choose(regime, competition_rules(), performance, tiny.world, tiny.the_seat(), found);
        const PersonId backwards = choose(regime, competition_rules(), performance, tiny.world, tiny.the_seat(),
                                          {found.rbegin(), found.rend()});
        CHECK(forwards == backwards);
    }
}
