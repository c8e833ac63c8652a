// Misconduct from the deed to the decision: hidden, found, inquired into, decided.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/processes/competition/competition.hpp"
#include "tests/processes/conduct_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Found by supervision alone and for certain, after half a year on average.
ConductRules open_and_shut() {
    ConductRules rules = always(Sanction::demerit);
    rules.detection = {1, 0.5, 0, 90, 0};
    return rules;
}

}  // namespace

TEST_CASE("misconduct is hidden first: counted, on nobody's record, and in no batch of facts") {
    Suspect tiny;
    std::vector<Fact> facts;
    tiny.county.listen(&facts);
    const std::uint64_t before = tiny.county.fingerprint();
    commit_misconduct(open_and_shut(), tiny.world, tiny.person);
    CHECK(tiny.county.cases().size() == 1);
    CHECK(tiny.flow(Flow::misconduct) == 1);
    CHECK(tiny.flow(Flow::sanctions) == 0);
    CHECK(tiny.county.is_in_good_standing(tiny.person));
    CHECK(facts.empty());
    CHECK(tiny.county.fingerprint() != before);
}

TEST_CASE("an inquiry runs from discovery for its days, bars promotion and leaving, and ends in a sanction") {
    Suspect tiny;
    const ConductRules rules = open_and_shut();
    commit_misconduct(rules, tiny.world, tiny.person);
    const Day found = tiny.found(rules);
    REQUIRE(found > day(2026, 3, 10));
    tiny.county.begin_day(found);
    open_inquiry(rules, tiny.world, tiny.person);
    CHECK(tiny.county.hot(tiny.person).under_inquiry);
    CHECK(tiny.county.may_not_leave(tiny.person));
    LadderRules ladder{};
    ladder.max_age = 200;
    const SeatId seat = tiny.seat(0, head);
    CHECK(eligible_candidates(ladder, tiny.county, seat, Area::unit).empty());
    const std::vector<Request> asked = tiny.asked();
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.back().kind == EventKind::inquiry_end);
    CHECK(asked.back().day == found + 90);
    tiny.county.begin_day(found + 90);
    CHECK_FALSE(close_inquiry(rules, tiny.world, tiny.person));
    CHECK_FALSE(tiny.county.hot(tiny.person).under_inquiry);
    CHECK(tiny.county.cold(tiny.person).sanction == Sanction::demerit);
    CHECK(tiny.county.hot(tiny.person).sanction_until == add_months(found + 90, 12));
    CHECK(tiny.county.cases().empty());
    CHECK(tiny.flow(Flow::misconduct_found) == 1);
    CHECK(tiny.flow(Flow::hidden_case_days) == found - day(2026, 3, 10));
}

TEST_CASE("who is cleared has no sanction and no record") {
    Suspect tiny;
    ConductRules rules = open_and_shut();
    rules.detection.cleared_share = 1;
    commit_misconduct(rules, tiny.world, tiny.person);
    const Day found = tiny.found(rules);
    tiny.county.begin_day(found);
    open_inquiry(rules, tiny.world, tiny.person);
    tiny.county.begin_day(found + 90);
    CHECK_FALSE(close_inquiry(rules, tiny.world, tiny.person));
    CHECK(tiny.county.is_in_good_standing(tiny.person));
    CHECK(tiny.county.cold(tiny.person).sanctions_received == 0);
    CHECK(tiny.flow(Flow::cases_cleared) == 1);
}

TEST_CASE("while one of two inquiries runs, the person stays under inquiry") {
    Suspect tiny;
    for (const int days : {30, 60}) {
        ConductCase one;
        one.person = tiny.person;
        one.generation = tiny.county.hot(tiny.person).generation;
        one.found = tiny.county.today();
        one.inquiry_until = tiny.county.today() + days;
        tiny.county.bring_in_case(one);
    }
    const Day start = tiny.county.today();
    tiny.county.begin_day(start + 30);
    CHECK(tiny.county.end_inquiry(tiny.person).has_value());
    CHECK(tiny.county.hot(tiny.person).under_inquiry);
    CHECK_FALSE(tiny.county.end_inquiry(tiny.person).has_value());
    tiny.county.begin_day(start + 60);
    CHECK(tiny.county.end_inquiry(tiny.person).has_value());
    CHECK_FALSE(tiny.county.hot(tiny.person).under_inquiry);
}

// Hazards of leaving are looked at anew: an inquiry forbids to leave of own will (Civil Servants Law, art. 86).
TEST_CASE("whoever is under inquiry on the first day is looked at again") {
    Suspect tiny;
    std::vector<PersonId> touched;
    tiny.county.take_touched(touched);
    ConductCase one;
    one.person = tiny.person;
    one.generation = tiny.county.hot(tiny.person).generation;
    tiny.county.bring_in_case(one);
    CHECK_FALSE(tiny.county.has_news());
    one.found = tiny.county.today();
    one.inquiry_until = tiny.county.today() + 30;
    tiny.county.bring_in_case(one);
    tiny.county.take_touched(touched);
    CHECK(touched == std::vector{tiny.person});
    CHECK(tiny.county.may_not_leave(tiny.person));
}

TEST_CASE("a case of somebody who has left is dropped, also when another has the slot") {
    Suspect tiny;
    ConductRules rules = open_and_shut();
    rules.detection.years_to_finding = 10;
    commit_misconduct(rules, tiny.world, tiny.person);
    tiny.county.leave(tiny.person, ExitCause::death);
    tiny.county.begin_day(day(2026, 4, 1));
    review_cases(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.cases().empty());
}

TEST_CASE("a month of cases is looked at once, however often it is reviewed") {
    for (std::uint32_t replication = 0; replication < 20; ++replication) {
        Suspect once(replication), twice(replication);
        const ConductRules rules = open_and_shut();
        for (Suspect* tiny : {&once, &twice}) commit_misconduct(rules, tiny->world, tiny->person);
        twice.county.begin_day(day(2026, 3, 20));
        review_cases(everywhere(rules, twice.county), twice.world);
        CHECK(once.found(rules) == twice.found(rules));
    }
}

// 4,000 cases: a share of .5 has a standard error of .0079, a mean of 1.5 years (half of them found) one of .034; four
// of them: a false alarm in 16,000.
TEST_CASE("in the baseline the assumed share is found, after the assumed time") {
    ConductRules rules = defaults(conduct_levers());
    const int n = 4000;
    int found = 0;
    double years = 0;
    for (std::uint32_t replication = 0; replication < n; ++replication) {
        Suspect tiny(replication);
        commit_misconduct(rules, tiny.world, tiny.person);
        const Day day_found = tiny.found(rules);
        if (day_found == Day{0}) continue;
        ++found;
        years += (day_found - day(2026, 3, 10)) / days_per_year;
    }
    CHECK(std::abs(found / double{n} - rules.detection.found_share) < 4 * 0.0079);
    CHECK(std::abs(years / found - rules.detection.years_to_finding) < 4 * 0.034);
}

TEST_CASE("behind the known rate of sanctions lies the misconduct that is not found or not proved") {
    ConductRules rules = defaults(conduct_levers());
    rules.sanction = 0.012;
    rules.detection.found_share = 0.4;
    rules.detection.cleared_share = 0.25;
    CHECK(misconduct_rate(rules) == Approx(0.04));
}

TEST_CASE("twice the complaints and visits raise the hazard of being found as the levers say") {
    Suspect tiny;
    ConductRules rules = defaults(conduct_levers());
    const CaseHazards before = case_hazards(rules, tiny.world, UnitId{0});
    CHECK(before.finding() == Approx(0.5 / 1.5));
    CHECK(before.lapse == Approx(0.5 / 1.5));
    CHECK(before.by_complaint == Approx(0.3 * 0.5 / 1.5));
    rules.supervision.visits = 2 * 3 - 1;  // 1 + visits twice as many
    const CaseHazards after = case_hazards(rules, tiny.world, UnitId{0});
    CHECK(after.by_supervision == Approx(before.by_supervision * std::exp2(rules.supervision.detection_effect)));
    CHECK(after.by_complaint == before.by_complaint);
    CHECK(conduct_pressure(rules, tiny.world, UnitId{0}) ==
          Approx(std::exp2(-rules.supervision.deterrence) *
                 std::exp(rules.integrity_effect * rules.education.centre[0])));  // no education yet
}

TEST_CASE("a case that would be found and lapse on one day is found, and not before the day after its review") {
    Suspect tiny;
    const ConductRules rules = always(Sanction::demerit);
    ConductCase one;
    one.person = tiny.person;
    one.generation = tiny.county.hot(tiny.person).generation;
    one.known_until = day(2026, 3, 31);
    one.to_detection = one.to_lapse = 1e-9;  // both used up on 1 April
    tiny.county.hide_case(one);
    tiny.county.begin_day(day(2026, 4, 1));
    review_cases(everywhere(rules, tiny.county), tiny.world);
    REQUIRE(tiny.county.cases().size() == 1);
    CHECK(tiny.county.cases()[0].found == day(2026, 4, 2));
    const std::vector<Request> asked = tiny.asked();
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.back().kind == EventKind::misconduct_found);
    CHECK(asked.back().day == day(2026, 4, 2));
}
